"""The goals: what is measured, against what in the same run, and how it has to compare."""

from __future__ import annotations

from dataclasses import dataclass

Ratios = dict[str, "Figure | str"]


@dataclass(frozen=True)
class Goal:
    """A goal by its key; `at_least` turns the limit round. `unit` is written behind limit and ratio.

    `at_scale` says that it is set for the full scale: with less it would be easier or harder to reach.
    """

    key: str
    what: str
    limit: float
    at_least: bool = False
    unit: str = ""
    at_scale: bool = False

    def is_met(self, ratio: float) -> bool:
        """Return whether a ratio reaches the limit."""
        return ratio >= self.limit if self.at_least else ratio <= self.limit

    def shown(self, ratio: float) -> str:
        """Return a ratio as the table has it."""
        digits = 0 if ratio >= 100 or not self.limit else 1 if self.at_least else 2  # noqa: PLR2004
        return f"{ratio:.{digits}f}{self.unit}"


@dataclass(frozen=True)
class Figure:
    """What was measured for a goal: the ratio, and in words what it is made of."""

    ratio: float
    made_of: str


def _peers(suffix: str, what: str, limits: tuple[float, float, float]) -> tuple[Goal, ...]:
    """Return the goals of lint against each peer on equivalent files."""
    peers = (
        ("yamllint", "yamllint"),
        ("check-jsonschema", "check-jsonschema with the schema of `raci schema`"),
        ("agenraci", "agenraci on an equivalent file"),
    )
    return tuple(
        Goal(f"{key}{suffix}", f"{what}, as fast as {name}", limit, at_least=True, unit=" times")
        for (key, name), limit in zip(peers, limits, strict=True)
    )


GOALS = (
    Goal("who-owns", "`who-owns` on the shipped data, CPU, against importing the five packages", 1.2),
    Goal("help", "`--help`, CPU, against the same", 0.5),
    Goal("version", "`--version`, CPU, against the same", 0.3),
    Goal("lint-300", "`lint` of 300 items, all rules, CPU, against `who-owns` of the same", 1.5),
    Goal("overlaps-300", "`overlaps` of 300 items, CPU, against the same", 1.5),
    Goal("lint-1000", "`lint` of 1,000 items, CPU, against `who-owns` of the same", 1.5),
    Goal("overlaps-1000", "`overlaps` of 1,000 items, CPU, against the same", 1.5),
    *_peers("-1000", "`lint` of 1,000 items", (3, 3, 1.3)),
    Goal("lint", "`lint` of 10,000 items, all rules, CPU, against `yaml.load(CSafeLoader)`", 0.85),
    Goal("who-owns-10000", "`who-owns` on 10,000 items, CPU, against the same", 0.7),
    Goal("overlaps-10000", "`overlaps` on 10,000 items, CPU, against the same", 0.7),
    Goal("graph", "building the graph of 10,000 items, CPU, against the same", 0.15),
    *_peers("", "`lint` of 10,000 items", (10, 8, 3.5)),
    Goal(
        "fix",
        "a thousand fixes of one rule or of four in 10,000 items, the dearest, CPU, against `lint`",
        2.5,
    ),
    Goal("diff", "`diff HEAD` of 1,000 items in 60 files, CPU, against `lint` of the same", 1.5),
    Goal("log", "`log` of 500 commits of the same, each changing one file, CPU of each against `lint`", 0.1),
    Goal(
        "all-pairs",
        "near-duplicates among all names, as fast as comparing all pairs",
        150,
        at_least=True,
        unit=" times",
        at_scale=True,
    ),
    Goal("planted", "planted near-duplicates that are found", 99, at_least=True, unit=" %"),
    Goal("growth-time", "growth of CPU time with the items, worst exponent", 1.15, at_scale=True),
    Goal("growth-memory", "growth of peak memory with the items, worst exponent", 1.15, at_scale=True),
    Goal(
        "memory",
        "peak memory of `lint` at full scale, against `yaml.load(CSafeLoader)`",
        0.8,
        at_scale=True,
    ),
    Goal("nothing-kept", "files that are left behind by the commands", 0),
)


def below_scale(figures: Ratios, scale: int) -> Ratios:
    """Return the figures of a run on less than the full scale: those of goals set for it are only told."""
    told = {
        goal.key: f"{goal.shown(figure.ratio)} at {scale:,} items: {figure.made_of}"
        for goal in GOALS
        if goal.at_scale and isinstance(figure := figures.get(goal.key), Figure)
    }
    return figures | told


def table(figures: Ratios) -> str:
    """Return a Markdown table of all goals; a text instead of a figure says why there is none."""
    rows = [("goal", "limit", "figure", "met", "measured"), ("---",) * 5]
    for goal in GOALS:
        limit = f"{'≥' if goal.at_least else '≤'} {goal.limit:g}{goal.unit}"
        figure = figures.get(goal.key, "not measured")
        if isinstance(figure, str):
            rows.append((goal.what, limit, "", "", figure))
        else:
            met = "yes" if goal.is_met(figure.ratio) else "**no**"
            rows.append((goal.what, limit, goal.shown(figure.ratio), met, figure.made_of))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
