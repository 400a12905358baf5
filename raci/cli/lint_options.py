"""The options of raci lint, and what they come down to beside the configuration."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.as_of import AsOfOption, day_of
from raci.cli.completion import rules
from raci.cli.options import RevisionOptions
from raci.cli.output import STDOUT, Color
from raci.errors import BadConfiguration

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from raci.config import LintSettings
    from raci.linter.selection import Selection


class FailLevel(StrEnum):
    """From which severity on findings make the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


Rules = list[str] | None


@dataclass(frozen=True)
class LintOptions(RevisionOptions):
    """What the command line says about linting. Rules are codes or names, several parted by commas."""

    select: Annotated[
        Rules,
        typer.Option(
            metavar="RULES",
            help="Only these rules: codes, beginnings of codes, names or ALL.",
            autocompletion=rules,
        ),
    ] = None
    ignore: Annotated[Rules, typer.Option(metavar="RULES", help="Not these rules.", autocompletion=rules)] = (
        None
    )
    extend_select: Annotated[
        Rules, typer.Option(metavar="RULES", help="These rules as well.", autocompletion=rules)
    ] = None
    fail_on: Annotated[
        FailLevel | None,
        typer.Option(help="Exit with 1 from this severity on; error, if nothing says otherwise."),
    ] = None
    strict: Annotated[bool, typer.Option("--strict", help="Short for --fail-on warning.")] = False
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False
    no_ignores: Annotated[
        bool, typer.Option("--no-ignores", help="Report what comments and the baseline silence, too.")
    ] = False
    baseline: Annotated[
        str | None, typer.Option(metavar="FILE", help="Findings that are known and not reported.")
    ] = None
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Write what is found into the baseline.")
    ] = False
    prune_baseline: Annotated[
        bool, typer.Option("--prune-baseline", help="Take out of the baseline what is no longer found.")
    ] = False
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what can be mended safely, and report the rest.")
    ] = False
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Mend as well what somebody has to look at afterwards.")
    ] = False
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")] = (
        False
    )
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="NAME", help="What standard input is called, and stands for.")
    ] = None
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count the findings by rule, the worst first.")
    ] = False
    as_of: AsOfOption = None
    format: Annotated[str, typer.Option("--format", "-f", help="Form of the report.")] = "full"
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Write the report to a file.")
    ] = STDOUT
    color: Annotated[Color, typer.Option("--color", help="When to colour.")] = Color.AUTO

    @property
    def form(self) -> str:
        """Return the name of the report's form."""
        return "json" if self.json else self.format

    @property
    def fixes(self) -> bool:
        """Return whether anything is to be mended, if only for show."""
        return self.fix or self.unsafe_fixes or self.diff

    def fails_from(self, settings: LintSettings) -> FailLevel:
        """Return from which severity on findings make the exit code 1."""
        if self.exit_zero:
            return FailLevel.NEVER
        if self.strict:
            return FailLevel.WARNING
        return self.fail_on or FailLevel(settings.fail_on)

    def today(self) -> date:
        """Return the day to judge dates by. Raises BadDate."""
        return day_of(self.as_of)

    def selection(self, settings: LintSettings) -> Selection:
        """Return which rules speak, and how loud. Raises BadConfiguration.

        What the command line names beats what the configuration ignores.
        """
        from raci.faults.finding import Severity
        from raci.linter.selection import Selection, rules_named, select, severities_named

        with _said_of(settings.file):
            configured = select(settings.select, settings.ignore, settings.extend_select)
            ignores = {pattern: rules_named(rules) for pattern, rules in settings.per_file_ignores.items()}
            severities = severities_named({name: Severity(each) for name, each in settings.severity.items()})
        chosen = configured if self.select is None else select(_listed(self.select))
        chosen = (chosen | rules_named(_listed(self.extend_select))) - rules_named(_listed(self.ignore))
        return Selection(chosen, ignores, severities, settings.folder)

    def thresholds(self, settings: LintSettings) -> dict[str, int]:
        """Return thresholds by the names of the rules. Raises BadConfiguration."""
        from raci.linter.selection import thresholds_named

        with _said_of(settings.file):
            return thresholds_named(settings.thresholds)


@contextmanager
def _said_of(file: str) -> Iterator[None]:
    """Put the configuration's name before what is wrong in it."""
    try:
        yield
    except BadConfiguration as error:
        raise BadConfiguration("\n".join(f"{file}: {line}" for line in str(error).split("\n"))) from None


def _listed(written: Iterable[str] | None) -> list[str]:
    return [rule for text in written or () for rule in text.replace(",", " ").split()]
