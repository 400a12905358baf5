"""Registers of any size: the same number and seed give the same bytes.

    python benchmarks/speed/generator.py 10000 FOLDER [--files 1000] [--seed 1] [--broken 20] [--fixable 0]

An item is an entry on a role's list, of six to eight lines. One in a hundred is listed a second time by
another role, under the same name; one in a hundred under a name that only looks different; one in two
hundred has a mistake that lint finds and that leaves the register whole. `--broken` adds mistakes that do
not: who-owns then refuses to answer; `--fixable` puts one kind that lint mends, or all four in turn, into
every tenth item. Names are made of `words.txt`: subjects are as unequally common as words are in life, sites
and products tell apart what is done in many places.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

PER_ROLE = 10
FEWEST_ROLES, MOST_ROLES = 10, 1_000  # a matrix has a column for each role, so their number is not to grow
ROLES_OF_AN_AREA = 6
FLAT = 5  # how many roles report to one
FIXABLE = ("RACI504", "RACI104", "RACI008", "RACI901")  # kinds of what lint mends
MIX = len(FIXABLE)  # the kind that is all of them in turn
ONE_IN_TEN = 10
ONE_IN_A_HUNDRED, ONE_IN_TWO_HUNDRED = 100, 200


@dataclass(frozen=True)
class Generated:
    """The files by name, and what is planted in them.

    `duplicates` are names that two roles list, `near` pairs of names of one thing, `mistakes` the code of a
    rule with the name of the work that it speaks of.
    """

    files: dict[str, str]
    duplicates: tuple[str, ...]
    near: tuple[tuple[str, str], ...]
    mistakes: tuple[tuple[str, str], ...]

    def write(self, folder: Path) -> None:
        """Write the files into a folder, which is made if it is not there."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in self.files.items():
            (folder / name).write_text(text, "utf-8")


@dataclass(frozen=True)
class Words:
    """The words of `words.txt` by section."""

    modifier: list[str]
    subject: list[str]
    activity: list[str]
    form: list[str]
    place: list[str]
    ending: list[str]
    product: list[str]


@dataclass
class Item:
    """An entry on a role's list, and the words that its name is made of."""

    name: str
    subject: str
    activity: str
    role: int
    fields: dict[str, str] = field(default_factory=dict)
    extra: list[str] = field(default_factory=list)


def read_words() -> Words:
    """Return the words that names are made of."""
    sections: dict[str, list[str]] = {}
    for line in (Path(__file__).parent / "words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            here = sections.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            here.extend(line.split())
    return Words(**sections)


class _Maker:
    """Makes names: each once, and no two that say the same words."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - not for secrets
        self.words = read_words()
        self._made: set[frozenset[str]] = set()

    def one(self, words: list[str]) -> str:
        """Return a word, the first ones far oftener than the last."""
        return words[int(len(words) * self.random.random() ** 2)]

    def even(self, words: list[str]) -> str:
        return words[int(len(words) * self.random.random())]

    def called(self) -> str:
        """Return what a site or a product is called, or the one with the other."""
        kind = self.random.random()
        site = self.even(self.words.place) + self.even(self.words.ending)
        if kind < 0.4:  # noqa: PLR2004 - shares of the three
            return site
        product = self.even(self.words.product)
        return product if kind < 0.6 else f"{product} {site}"  # noqa: PLR2004

    def item(self) -> Item:
        """Return an item with a name that says what no other one says."""
        words = self.words
        while True:
            subject, activity = self.one(words.subject), self.one(words.activity)
            parts = self._name(subject, activity)
            said = frozenset(" ".join(parts).split())
            if said not in self._made and len(said) == len(" ".join(parts).split()):
                self._made.add(said)
                return Item(_titled(" ".join(parts)), subject, activity, 0)

    def _name(self, subject: str, activity: str) -> list[str]:
        words, kind = self.words, self.random.random()
        if kind < 0.2:  # noqa: PLR2004 - shares of the forms a name may take
            return [self.one(words.modifier), subject, self.one(words.subject), activity]
        if kind < 0.5:  # noqa: PLR2004
            return [self.one(words.modifier), subject, activity, "for", self.called()]
        if kind < 0.8:  # noqa: PLR2004
            return [self.called(), subject, activity]
        return [self.called(), subject, self.one(words.subject), self.one(words.form)]

    def near(self, item: Item, number: int) -> Item:
        """Return another name for the same: turned round, in the plural, or with a typing error."""
        words = item.name.lower().split()
        kind = number % 3
        if kind == 0:
            at = words.index(item.subject)
            name = [*words[at + 1 :], "of", *words[: at + 1]] if words[at + 1 :] else words[::-1]
            if "for" in name:
                name = [*words[words.index("for") + 1 :], *words[: words.index("for")]]
        elif kind == 1:
            name = [_plural(word) if word == item.subject else word for word in words]
        else:
            longest = max(words, key=lambda word: (len(word), word))
            at = 2 + int((len(longest) - 3) * self.random.random())
            wrong = longest[:at] + longest[at + 1] + longest[at] + longest[at + 2 :]
            if wrong == longest:
                wrong = longest[:at] + longest[at + 1 :]
            name = [wrong if word == longest else word for word in words]
        return Item(_titled(" ".join(name)), item.subject, item.activity, item.role)


def generate(
    number: int, *, files: int = 1, seed: int = 1, broken: int = 0, fixable: int | None = None
) -> Generated:
    """Return a register of `number` items in as many files. Its content does not depend on `files`."""
    maker = _Maker(seed)
    extra = max(1, number // ONE_IN_A_HUNDRED)
    base = [maker.item() for _ in range(number - 2 * extra)]
    roles = min(MOST_ROLES, max(FEWEST_ROLES, number // PER_ROLE))
    for at, item in enumerate(base):
        item.role = at * roles // len(base)
    step = len(base) // extra
    near = [(base[at * step], maker.near(base[at * step], at)) for at in range(extra)]
    same = [base[at * step + 1] for at in range(extra)]
    again = [Item(item.name, item.subject, item.activity, item.role) for item in same]
    for other in (*(two for _, two in near), *again):
        other.role = (other.role + roles // 2) % roles
    items = [*base, *(other for _, other in near), *again]
    for at, item in enumerate(items):
        _fill(item, at, roles, maker)
    mistakes = (*_plant(base, again, number, roles), *_break(base, broken), *_slip(base, fixable))
    texts = _texts(items, roles, files, maker)
    if len(texts) == 1:
        texts = {name: text + _overlaps(same, again) for name, text in texts.items()}
    else:
        texts["overlaps.yaml"] = "version: 1\n" + _overlaps(same, again)
    return Generated(
        texts, tuple(i.name for i in same), tuple((one.name, two.name) for one, two in near), mistakes
    )


def _fill(item: Item, at: int, roles: int, maker: _Maker) -> None:
    name, subject, activity = item.name.lower(), item.subject, item.activity
    ways = (
        f"Sees to it that {activity} of every {subject} is done in time, and says what came of it.",
        f"Decides how the {subject} is handled, whom to ask before {activity}, and when it is good enough.",
        f"Keeps the {subject} in order from the first request to the end of {activity}.",
        f"Gathers what is known of each {subject}, weighs it and prepares {activity} for those who decide.",
    )
    item.fields = {
        "area": _titled(f"{maker.words.subject[item.role // ROLES_OF_AN_AREA % 365]} operations"),
        "summary": ways[at % len(ways)],
        "letters": "AR",
        "with": f"{{role-{(item.role + 1 + at % 2) % roles}: C, role-{(item.role + 3 + at % 3) % roles}: I}}",
    }
    if at % 2:
        # As in life, an alias is made of words of the name; as in life, next to none is shared.
        form, site = (
            maker.one(maker.words.form),
            maker.even(maker.words.place) + maker.even(maker.words.ending),
        )
        item.fields["aliases"] = f"[{subject} {form} {name.split()[0]} {site}]"
    if at % 4 == 0:
        item.fields["source"] = f"Handbook, chapter {at % 90 + 1}"


def _plant(base: list[Item], again: list[Item], number: int, roles: int) -> tuple[tuple[str, str], ...]:
    """Make mistakes that leave the register whole, and return the codes of the rules that find them."""
    wrong = max(4, number // ONE_IN_TWO_HUNDRED)
    step = len(base) // wrong
    found: list[tuple[str, str]] = []
    for at in range(wrong):
        item = base[at * step + 2]
        match at % 4:
            case 0:
                item.fields["letters"] = "R"
                found.append(("RACI201", item.name))
            case 1:
                item.fields["letters"] = "A"
                found.append(("RACI203", item.name))
            case 2:
                item.fields["summary"] = "TBD"
                found.append(("RACI503", item.name))
            case _:
                others = ", ".join(f"role-{(item.role + each) % roles}: C" for each in range(1, 8))
                item.fields["with"] = f"{{{others}}}"
                found.append(("RACI207", item.name))
    # Of those that two roles list the overlaps settle every second one.
    found += [("RACI202", item.name) for item in again[1::2]]
    return tuple(found)


def _break(base: list[Item], number: int) -> tuple[tuple[str, str], ...]:
    """Make mistakes with which there is no register, and return the codes of the rules that find them."""
    found: list[tuple[str, str]] = []
    for at in range(number):
        item = base[(at * len(base)) // number]
        match at % 3:
            case 0:
                item.fields["with"] = "{nobody-at-all: C}"
                found.append(("RACI101", item.name))
            case 1:
                item.fields["letters"] = "AZ"
                found.append(("RACI104", item.name))
            case _:
                item.extra.append("owner: somebody")
                found.append(("RACI008", item.name))
    return tuple(found)


def _slip(base: list[Item], kind: int | None) -> tuple[tuple[str, str], ...]:
    """Make mistakes that lint mends in every tenth item, and return the codes of their rules."""
    if kind is None:
        return ()
    slipped = [(at % MIX if kind == MIX else kind, item) for at, item in enumerate(base[::ONE_IN_TEN])]
    for kind_of_item, item in slipped:
        match kind_of_item:
            case 0:
                item.fields["aliases"] = f"[{item.name.lower()}, {item.name} again]"
            case 1:
                item.fields["letters"] = "accountable, responsible"
            case 2:
                item.fields = {("sumary" if key == "summary" else key): v for key, v in item.fields.items()}
            case _:
                item.fields["summary"] += "  # raci: ignore[RACI503] it is said"
    return tuple((FIXABLE[kind_of_item], item.name) for kind_of_item, item in slipped)


def _texts(items: list[Item], roles: int, files: int, maker: _Maker) -> dict[str, str]:
    lists: list[list[Item]] = [[] for _ in range(roles)]
    for item in items:
        lists[item.role].append(item)
    count = min(files, roles)
    parts: list[list[str]] = [[] for _ in range(count)]
    for number, its in enumerate(lists):
        parts[number * count // roles].append(_role(number, its, maker))
    return {f"roles-{at:04}.yaml": "version: 1\nroles:\n" + "".join(part) for at, part in enumerate(parts)}


def _role(number: int, items: list[Item], maker: _Maker) -> str:
    site = maker.words.product[number % len(maker.words.product)]
    subject = maker.words.subject[number // ROLES_OF_AN_AREA % len(maker.words.subject)]
    lines = [
        f"  role-{number}:",
        f"    name: {_titled(f'{subject} manager {site} {number}')}",
        f"    people: [{{name: {_titled(site)} Person {number}, contact: '@p{number}'}}]",
    ]
    if number:
        lines.append(f"    reports_to: role-{(number - 1) // FLAT}")
    kinds = {"responsibilities": items[::2], "deliverables": items[1::2]}
    for kind, its in kinds.items():
        if its:
            lines.append(f"    {kind}:")
        for item in its:
            lines.append(f"      - name: {item.name}")
            lines += (f"        {key}: {value}" for key, value in item.fields.items())
            lines += (f"        {line}" for line in item.extra)
    return "\n".join(lines) + "\n"


def _overlaps(same: list[Item], again: list[Item]) -> str:
    lines = ["overlaps:"]
    for number, (one, other) in list(enumerate(zip(same, again, strict=True)))[::2]:
        lines += [
            f"  overlap-{number}:",
            f"    name: {one.name} and whose it is",
            "    sides:",
            f"      role-{one.role}: Has the {one.subject} on its list since the beginning.",
            f"      role-{other.role}: Is asked for {one.activity} day by day.",
            f"    tension: Both are asked for the {one.subject}, and each waits for the other.",
            f"    work: [{one.name}]",
            "    agreement:",
            f"      accountable: role-{one.role}",
            "      because: It bears the cost.",
            "      escalation: [role-0]",
        ]
    return "\n".join(lines) + "\n"


def _titled(text: str) -> str:
    return " ".join(word if word in {"for", "of"} else word.capitalize() for word in text.split())


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def main() -> None:
    """Write a register into a folder."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("number", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--broken", type=int, default=0)
    parser.add_argument("--fixable", type=int, choices=range(MIX + 1))
    given = parser.parse_args()
    made = generate(
        given.number, files=given.files, seed=given.seed, broken=given.broken, fixable=given.fixable
    )
    made.write(given.folder)


if __name__ == "__main__":
    main()
