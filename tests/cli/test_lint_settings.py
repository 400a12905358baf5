"""raci lint: which rules speak and how loud, what is waived or known, by options and by the configuration."""

from __future__ import annotations

import json
import re
from pathlib import Path
from textwrap import dedent

import pytest

from conftest import RunRaci, write_files

# Two errors (no-accountable), one piece of advice (placeholder-text).
COOK = """\
    version: 1
    roles:
      cook:
        name: Cook
        deliverables:
          - {name: Menu, letters: R, summary: TBD}
          - {name: Bill, letters: R, summary: What to pay.}
    """
ALL_CODES = ["RACI201", "RACI503", "RACI201"]
A_WARNING = '[lint.severity]\nno-accountable = "warning"\n'


# These tests are about which rules speak and how loud, not about what a new rule may see in these files.
ABOUT = "RACI0,RACI201,RACI206,RACI502,RACI503,RACI9"


def codes(out: str) -> list[str]:
    """Return the codes of the findings in a concise report, in its order: of the rules these tests are about."""
    heard = re.findall(r"^\S+:\d+:\d+: \w+\[(\w+)\]", out, flags=re.MULTILINE)
    return [code for code in heard if code.startswith(tuple(ABOUT.split(",")))]


@pytest.fixture
def kitchen(in_folder: Path) -> Path:
    """Work in a folder with ownership/cook.yaml and a configuration that names the folder."""
    write_files(in_folder, {"ownership/cook.yaml": COOK, "raci.toml": 'data = ["ownership"]\n', "menu/x": ""})
    return in_folder


def configure(folder: Path, lint: str) -> None:
    """Write a configuration with these words about lint."""
    (folder / "raci.toml").write_text(f'data = ["ownership"]\n{lint}', "utf-8")


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("", ALL_CODES),
        ("--select RACI201", ["RACI201", "RACI201"]),
        ("--select no-accountable", ["RACI201", "RACI201"]),
        ("--select RACI2", ["RACI201", "RACI201"]),
        ("--select RACI2,placeholder-text", ALL_CODES),
        ("--select RACI2 --select RACI5", ALL_CODES),
        ("--select RACI4", []),
        ("--select ALL --ignore RACI2", ["RACI503"]),
        ("--ignore RACI201,RACI503", []),
        ("--ignore RACI201 --ignore RACI503", []),
        ("--select RACI4 --extend-select RACI503", ["RACI503"]),
        ("--ignore RACI5 --extend-select RACI5", ["RACI201", "RACI201"]),
    ],
)
def test_rules_are_chosen_on_the_command_line(
    options: str, found: list[str], raci: RunRaci, kitchen: Path
) -> None:
    """By code, name, beginning of a code or ALL; parted by commas, or the option repeated."""
    ran = raci("lint", "-f", "concise", *options.split())
    assert codes(ran.out) == found
    assert ran.code == (1 if "RACI201" in found else 0)


@pytest.mark.parametrize(
    ("configured", "options", "found"),
    [
        ('select = ["RACI5"]', "", ["RACI503"]),
        ('ignore = ["no-accountable"]', "", ["RACI503"]),
        ('select = ["RACI4"]\nextend-select = ["RACI503"]', "", ["RACI503"]),
        ('select = ["RACI5"]', "--select RACI201", ["RACI201", "RACI201"]),
        ('ignore = ["RACI201"]', "--ignore RACI503", []),
        ('select = ["RACI5"]', "--extend-select RACI2", ALL_CODES),
        ('extend-select = ["RACI503"]', "--select RACI201", ["RACI201", "RACI201"]),
        ('ignore = ["RACI5"]', "--select ALL", ALL_CODES),
    ],
)
def test_rules_are_chosen_in_the_configuration(
    configured: str, options: str, found: list[str], raci: RunRaci, kitchen: Path
) -> None:
    """--select stands in for what is configured; the other two change it, and beat what it ignores."""
    configure(kitchen, f"[lint]\n{configured}\n")
    assert codes(raci("lint", "-f", "concise", *options.split()).out) == found


@pytest.mark.parametrize("option", ["--select", "--extend-select"])
def test_what_the_command_line_asks_for_is_heard(option: str, raci: RunRaci, kitchen: Path) -> None:
    """An option beats the configuration: the rule that is named is run."""
    configure(kitchen, '[lint]\nignore = ["RACI503"]\n')
    assert "RACI503" in codes(raci("lint", "-f", "concise", option, "RACI503").out)


@pytest.mark.parametrize("written", ["", ","])
def test_an_empty_selection_is_refused(written: str, raci: RunRaci, kitchen: Path) -> None:
    """--select "$RULES" with nothing in it checks nothing, and must not look clean."""
    assert raci("lint", "--select", written).code == 2


@pytest.mark.parametrize(
    ("name", "table"),
    [("raci.toml", "lint"), (".raci.toml", "lint"), ("pyproject.toml", "tool.raci.lint")],
)
def test_any_configuration_file_holds_the_settings(
    name: str, table: str, raci: RunRaci, in_folder: Path
) -> None:
    """They stand in the table [lint], which in a pyproject.toml is [tool.raci.lint]."""
    write_files(in_folder, {"cook.yaml": COOK, name: f'[{table}]\nselect = ["RACI503"]\nfail-on = "info"\n'})
    ran = raci("lint", "cook.yaml", "-f", "concise")
    assert (ran.code, codes(ran.out)) == (1, ["RACI503"])
    write_files(in_folder, {"other.toml": '[lint]\nignore = ["ALL"]\n'})
    assert raci("lint", "cook.yaml", "--config", "other.toml").code == 0


@pytest.mark.parametrize(
    ("configured", "message"),
    [
        ('selekt = ["ALL"]', '"lint.selekt" is no setting of raci. Did you mean "select"?'),
        ("fail_on = 'info'", '"lint.fail_on" is no setting of raci. Did you mean "fail-on"?'),
        ('select = "ALL"', '"lint.select" must be a list of rules, such as ["RACI402", "open-tension"]'),
        ('fail-on = "bad"', '"lint.fail-on" must be "error", "warning", "info" or "never"'),
        ("baseline = 3", '"lint.baseline" must be the name of a file'),
        (
            'severity.RACI201 = "bad"',
            '"lint.severity" for "RACI201" must be "error", "warning" or "info"',
        ),
        ('thresholds.RACI206 = "3"', '"lint.thresholds" for "RACI206" must be a whole number'),
        (
            'per-file-ignores."*" = "RACI201"',
            '"lint.per-file-ignores" for "*" must be a list of rules, such as ["RACI402", "open-tension"], '
            "by file pattern",
        ),
    ],
)
def test_settings_that_cannot_be_meant(configured: str, message: str, raci: RunRaci, kitchen: Path) -> None:
    """What is due is said, and the nearest known setting."""
    configure(kitchen, f"[lint]\n{configured}\n")
    ran = raci("lint", "--exit-zero")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"raci: raci.toml: {message}")


def test_all_mistakes_of_a_configuration_at_once(raci: RunRaci, kitchen: Path) -> None:
    """Other commands refuse it as well: the file is one."""
    configure(kitchen, "[lint]\nselekt = []\nfail-on = 1\n")
    assert len(raci("lint").err.splitlines()) == 2
    assert raci("who-owns", "menu").code == 2
    configure(kitchen, "[lintt]\n")
    assert raci("lint").err == 'raci: raci.toml: "lintt" is no setting of raci. Did you mean "lint"?\n'


UNKNOWN = [
    'select = ["no-acountable"]',
    'ignore = ["no-acountable"]',
    'extend-select = ["no-acountable"]',
    'severity.no-acountable = "info"',
    "thresholds.no-acountable = 3",
    'per-file-ignores."*" = ["no-acountable"]',
]


@pytest.mark.parametrize("configured", UNKNOWN)
def test_unknown_rules_in_the_configuration(configured: str, raci: RunRaci, kitchen: Path) -> None:
    """Wherever a rule is named, a mistyped one stops the run, also with --exit-zero."""
    configure(kitchen, f"[lint]\n{configured}\n")
    ran = raci("lint", "--exit-zero")
    assert (ran.code, ran.out) == (2, "")
    assert '"no-acountable" is no rule. Did you mean "no-accountable"?' in ran.err


@pytest.mark.parametrize("configured", UNKNOWN)
def test_an_unknown_rule_is_said_to_be_in_the_configuration(
    configured: str, raci: RunRaci, kitchen: Path
) -> None:
    """Who typed no rule at all would look for it on the command line."""
    configure(kitchen, f"[lint]\n{configured}\n")
    assert raci("lint").err.startswith("raci: raci.toml: ")


def test_a_negative_threshold_is_told_where_numbers_begin(raci: RunRaci, kitchen: Path) -> None:
    """What is wrong with -1 is not that it is no whole number."""
    configure(kitchen, "[lint.thresholds]\nRACI206 = -1\n")
    assert "must be a whole number from 0" in raci("lint").err


def test_a_wrong_item_of_a_list(raci: RunRaci, kitchen: Path) -> None:
    """Nobody counts from 0."""
    configure(kitchen, "[lint]\nselect = [201]\n")
    assert raci("lint").err.startswith('raci: raci.toml: "lint.select" must be a list of rules')


@pytest.mark.parametrize(("option", "limit"), [("", 4), ("RACI206 = 2", 2), ("too-many-responsible = 0", 0)])
def test_thresholds(option: str, limit: int, raci: RunRaci, kitchen: Path) -> None:
    """A threshold is how many are still well, by code or name."""
    configure(kitchen, f"[lint.thresholds]\n{option}\n")
    for count in (limit, limit + 1):
        roles = "".join(f"  r{number}: {{name: Role {number}}}\n" for number in range(5))
        held = ", ".join(f"r{number}: R" for number in range(count))
        text = f"version: 1\nroles:\n{roles}  cook: {{name: Cook, deliverables: [{{name: Menu, letters: A, with: {{{held}}}}}]}}\n"
        (kitchen / "ownership/cook.yaml").write_text(text, "utf-8")
        found = codes(raci("lint", "-f", "concise", "--select", "RACI206").out)
        assert found == ["RACI206"] * (count > limit)


@pytest.mark.parametrize(
    ("severities", "options", "code", "words"),
    [
        ("", "", 1, "Found 2 errors and 1 piece of advice in 1 file."),
        ('RACI201 = "warning"', "", 0, "Found 2 warnings and 1 piece of advice in 1 file."),
        ('RACI201 = "warning"', "--strict", 1, "Found 2 warnings and 1 piece of advice in 1 file."),
        ('RACI2 = "info"', "--strict", 0, "Found 3 pieces of advice in 1 file."),
        ('placeholder-text = "error"', "", 1, "Found 3 errors in 1 file."),
        ('placeholder-text = "error"', "--ignore RACI2", 1, "Found 1 error in 1 file."),
        ('ALL = "info"', "--fail-on info", 1, "Found 3 pieces of advice in 1 file."),
    ],
)
def test_severities(
    severities: str, options: str, code: int, words: str, raci: RunRaci, kitchen: Path
) -> None:
    """A severity that was chosen counts for the exit code, for the closing words and in every format."""
    configure(kitchen, f"[lint.severity]\n{severities}\n")
    ran = raci("lint", "--select", ABOUT, *options.split())
    assert (ran.code, ran.out.splitlines()[-1]) == (code, words)


def test_the_severity_of_one_rule_beats_that_of_its_family(raci: RunRaci, kitchen: Path) -> None:
    """In whichever order they are written."""
    configure(kitchen, '[lint.severity]\nRACI201 = "warning"\nRACI2 = "info"\n')
    assert "2 warnings" in raci("lint").out


@pytest.mark.parametrize(
    "pattern", ["ownership/cook.yaml", "ownership/*", "*/cook.yaml", "*", "./ownership/c*.yaml", "*.y[a]ml"]
)
def test_rules_ignored_in_files(pattern: str, raci: RunRaci, kitchen: Path) -> None:
    """Other files and other rules are not spared."""
    configure(kitchen, f'[lint.per-file-ignores]\n"{pattern}" = ["no-accountable"]\n')
    assert codes(raci("lint", "-f", "concise").out) == ["RACI503"]
    configure(kitchen, '[lint.per-file-ignores]\n"cook.yml" = ["RACI201"]\n"menu/*" = ["RACI201"]\n')
    assert codes(raci("lint", "-f", "concise").out) == ALL_CODES


@pytest.mark.parametrize(
    ("pattern", "folder"),
    [
        ("ownership/cook.yaml", "menu"),
        ("ownership/*", "menu"),
        ("*", "menu"),
        ("ownership/cook.yaml", "ownership"),
        ("ownership/*.yaml", "ownership"),
        ("*", "ownership"),
        ("*/cook.yaml", "ownership"),
    ],
)
def test_patterns_are_read_from_where_the_configuration_lies(
    pattern: str, folder: str, raci: RunRaci, kitchen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever raci is run, the same files are spared."""
    configure(kitchen, f'[lint.per-file-ignores]\n"{pattern}" = ["no-accountable"]\n')
    monkeypatch.chdir(folder)
    assert codes(raci("lint", "-f", "concise").out) == ["RACI503"]


def test_a_pattern_for_another_folder_spares_nothing_here(
    raci: RunRaci, kitchen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run in menu/, "menu/*" becomes "*", and errors everywhere are gone."""
    configure(kitchen, '[lint.per-file-ignores]\n"menu/*" = ["RACI201"]\n')
    monkeypatch.chdir("menu")
    assert raci("lint").code == 1


def test_two_stars_are_any_number_of_folders(raci: RunRaci, kitchen: Path) -> None:
    """As in .gitignore and everywhere else."""
    configure(kitchen, '[lint.per-file-ignores]\n"ownership/**/*.yaml" = ["RACI201"]\n')
    assert raci("lint").code == 0


def test_a_folder_with_brackets_in_its_name(
    raci: RunRaci, kitchen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what the configuration says is a pattern."""
    lint = 'data = ["c.yaml"]\n[lint.per-file-ignores]\n"*.yaml" = ["RACI201"]\n'
    write_files(kitchen, {"[team]/c.yaml": COOK, "[team]/raci.toml": lint})
    assert raci("lint", "--config", "[team]/raci.toml").code == 0


def test_waivers(raci: RunRaci, kitchen: Path) -> None:
    """A reasoned comment silences its entry, is counted, and --no-ignores brings the finding back."""
    comment = "  # raci: ignore[no-accountable] the owner decides in May\n"
    waived = COOK.replace("summary: TBD}\n", f"summary: TBD}}{comment}").replace("Bill, letters: R", "Bill")
    write_files(kitchen, {"ownership/cook.yaml": waived})
    ran = raci("lint", "--select", ABOUT)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("\nFound 1 piece of advice in 1 file. 1 finding waived.\n")
    assert json.loads(raci("lint", "--json").out)["summary"]["waived"] == 1
    audit = raci("lint", "--no-ignores", "-f", "concise")
    assert (audit.code, codes(audit.out)) == (1, ["RACI201", "RACI503"])
    mended = waived.replace("letters: R", "letters: AR")
    write_files(kitchen, {"ownership/cook.yaml": mended})
    assert raci("lint").code == 0
    unused = raci("lint", "--strict", "-f", "concise")
    assert (unused.code, codes(unused.out)) == (1, ["RACI503", "RACI901"])
    assert "this waiver of RACI201 (no-accountable) silences nothing" in unused.out
    assert codes(raci("lint", "--no-ignores", "-f", "concise").out) == ["RACI503"]


def test_waivers_with_an_end(raci: RunRaci, kitchen: Path) -> None:
    """The day of --as-of decides."""
    comment = "# raci: ignore-file[RACI201] until 2026-06-30: the owner is on leave\n"
    (kitchen / "ownership/cook.yaml").write_text(comment + dedent(COOK), "utf-8")
    assert codes(raci("lint", "-f", "concise", "--as-of", "2026-06-30").out) == ["RACI503"]
    late = codes(raci("lint", "-f", "concise", "--as-of", "2026-07-01").out)
    assert late == ["RACI904", *ALL_CODES]


def known(folder: Path) -> list[str]:
    """Return the files of the baseline's entries."""
    content = json.loads((folder / "known.json").read_text("utf-8"))
    return [
        f"{each['file']} {each['rule']} {each['subject']} {each['count']}" for each in content["findings"]
    ]


def test_a_baseline_is_written_used_and_pruned(raci: RunRaci, kitchen: Path) -> None:
    """What is known is silent; what is new is not; what is mended is to be taken out."""
    configure(kitchen, '[lint]\nbaseline = "known.json"\nselect = ["RACI201", "RACI905"]\n')
    write = raci("lint", "--write-baseline")
    assert (write.code, write.out) == (0, "No findings in 1 file. 2 findings waived.\n")
    assert "known.json now holds 2 findings." in write.err
    entries = ["ownership/cook.yaml RACI201 bill 1", "ownership/cook.yaml RACI201 menu 1"]
    assert known(kitchen) == entries
    write_files(
        kitchen,
        {"ownership/cook.yaml": "    # moved\n\n" + COOK.replace("{name: Bill, letters: R", "{name: Bill")},
    )
    stale = raci("lint", "-f", "concise")
    assert (stale.code, codes(stale.out)) == (0, ["RACI905"])
    assert raci("lint", "--strict").code == 1
    assert known(kitchen) == entries
    pruned = raci("lint", "--prune-baseline", "-q")
    assert (pruned.code, pruned.out, pruned.err) == (0, "", "")
    assert known(kitchen) == entries[1:]
    write_files(kitchen, {"ownership/cook.yaml": COOK})
    assert codes(raci("lint", "-f", "concise").out) == ["RACI201"]
    assert codes(raci("lint", "-f", "concise", "--no-ignores").out) == ["RACI201", "RACI201"]


def test_a_baseline_is_named_on_the_command_line(raci: RunRaci, kitchen: Path) -> None:
    """--baseline beats the configuration; without either, one is written but not read."""
    assert raci("lint", "--write-baseline").code == 0
    assert (kitchen / "raci-baseline.json").is_file()
    assert raci("lint").code == 1
    out = raci("lint", "--baseline", "raci-baseline.json", "--select", ABOUT).out
    assert out == "No findings in 1 file. 3 findings waived.\n"
    configure(kitchen, '[lint]\nbaseline = "missing.json"\n')
    assert raci("lint", "--baseline", "raci-baseline.json").code == 0
    assert raci("lint").code == 2


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("--write-baseline --prune-baseline", "Either --write-baseline or --prune-baseline, not both."),
        ("--write-baseline --no-ignores", "--no-ignores"),
        ("--prune-baseline --no-ignores", "--no-ignores"),
        (
            "--prune-baseline",
            "raci-baseline.json: the baseline cannot be read: there is no such file or folder",
        ),
        ("--baseline no.json", "no.json: the baseline cannot be read: there is no such file or folder"),
        ("--baseline menu", "menu: the baseline cannot be read: "),
        ("--baseline bad.json", "bad.json:1:2: this is no JSON"),
        ("--write-baseline --baseline bad.json", "bad.json:1:2: this is no JSON"),
        ("--write-baseline --baseline ownership/cook.yaml", "ownership/cook.yaml:1:1: this is no JSON"),
        ("--write-baseline --baseline no/where.json", "no/where.json cannot be written: "),
    ],
)
def test_baselines_that_cannot_be_used(options: str, message: str, raci: RunRaci, kitchen: Path) -> None:
    """Nothing is reported, and no file is touched."""
    write_files(kitchen, {"bad.json": "{"})
    before = {path: path.read_bytes() for path in kitchen.rglob("*") if path.is_file()}
    ran = raci("lint", "--exit-zero", *options.split())
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert before == {path: path.read_bytes() for path in kitchen.rglob("*") if path.is_file()}


def test_an_ownership_file_that_reads_as_a_baseline_stays(raci: RunRaci, in_folder: Path) -> None:
    """JSON is YAML: a file may be both at a glance, and is still never written over."""
    both = '{"schema_version": 1, "findings": []}'
    write_files(in_folder, {"both.yaml": both})
    ran = raci("lint", "both.yaml", "--write-baseline", "--baseline", "both.yaml")
    assert (ran.code, ran.err) == (2, "raci: both.yaml is one of the ownership files; nothing was written.\n")
    assert (in_folder / "both.yaml").read_text("utf-8") == both


def test_a_baseline_holds_wherever_raci_is_run(
    raci: RunRaci, kitchen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the patterns of the configuration do."""
    configure(kitchen, '[lint]\nbaseline = "known.json"\n')
    assert raci("lint", "--write-baseline").code == 0
    monkeypatch.chdir("menu")
    assert raci("lint").code == 0


def test_a_finding_about_the_baseline_names_it_as_seen_from_here(raci: RunRaci, kitchen: Path) -> None:
    """No output holds an absolute path: annotations would find no such file."""
    configure(kitchen, '[lint]\nbaseline = "known.json"\n')
    raci("lint", "--write-baseline")
    write_files(kitchen, {"ownership/cook.yaml": COOK.replace("letters: R", "letters: AR")})
    about, *_ = [line for line in raci("lint", "-f", "concise").out.splitlines() if "RACI905" in line]
    assert about.startswith("known.json:")


def test_what_keeps_a_file_from_loading_is_in_no_baseline(raci: RunRaci, kitchen: Path) -> None:
    """The rest is known from then on, and the misspelt field is still an error."""
    write_files(kitchen, {"ownership/cook.yaml": COOK.replace("summary: TBD", "sumary: TBD")})
    ran = raci("lint", "-f", "concise", "--write-baseline", "--baseline", "known.json")
    assert (ran.code, codes(ran.out)) == (1, ["RACI008"])
    assert {"RACI201", "RACI502"} <= {entry.split()[1] for entry in known(kitchen)}
    assert "RACI008" not in {entry.split()[1] for entry in known(kitchen)}


def test_report_and_baseline_are_two_files(raci: RunRaci, kitchen: Path) -> None:
    """One file cannot hold both, and the entries with their reasons would be lost."""
    assert raci("lint", "--write-baseline", "--baseline", "known.json", "-o", "known.json").code == 2
