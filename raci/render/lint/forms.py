"""The forms of a lint report. Each loads what it needs and no other's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.paths import path_from
from raci.render.forms import Form

if TYPE_CHECKING:
    from raci.linter.lint_report import LintReport


@dataclass(frozen=True)
class ShownReport:
    """A report, whether to colour it, and the root of the repository, if there is one.

    `as_here` is the report with the names that files have here, where `report` has those of a revision.
    """

    report: LintReport
    color: bool = False
    root: str | None = None
    as_here: LintReport | None = None

    @property
    def of_repository(self) -> LintReport:
        """Return the report with files named from the root of the repository on, as platforms know them."""
        root, report = self.root, self.as_here or self.report
        return report if root is None else report.renamed(lambda file: path_from(file, root))


def _full(shown: ShownReport) -> str:
    from raci.render.lint import full

    return full.render(shown.report, color=shown.color)


def _concise(shown: ShownReport) -> str:
    from raci.render.lint import concise

    return concise.render(shown.report, color=shown.color)


def _json(shown: ShownReport) -> str:
    from raci.render.lint import json

    return json.render(shown.report)


def _sarif(shown: ShownReport) -> str:
    from raci.render.lint import sarif

    return sarif.render(shown.of_repository)


def _github(shown: ShownReport) -> str:
    from raci.render.lint import github

    return github.render(shown.of_repository)


def _gitlab(shown: ShownReport) -> str:
    from raci.render.lint import gitlab

    return gitlab.render(shown.of_repository)


def _junit(shown: ShownReport) -> str:
    from raci.render.lint import junit

    return junit.render(shown.report)


def _markdown(shown: ShownReport) -> str:
    from raci.render.lint import markdown

    return markdown.render(shown.report)


def _statistics(shown: ShownReport) -> str:
    from raci.render.lint import statistics

    return statistics.render(shown.report, color=shown.color)


def _statistics_json(shown: ShownReport) -> str:
    from raci.render.lint import statistics

    return statistics.render_json(shown.report)


STATISTICS: tuple[Form[ShownReport], ...] = (
    Form("full", _statistics, for_people=True),
    Form("concise", _statistics, for_people=True),
    Form("json", _statistics_json),
)
"""The forms of a report's numbers."""

FORMS: tuple[Form[ShownReport], ...] = (
    Form("full", _full, for_people=True),
    Form("concise", _concise, for_people=True),
    Form("json", _json),
    Form("sarif", _sarif),
    Form("github", _github),
    Form("gitlab", _gitlab),
    Form("junit", _junit),
    Form("markdown", _markdown),
)
