"""Look after the content: every problem in it at once, and what teaches and tests each article."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from cli.language import language, said, translator
from cli.reporting import BROKEN_CONTENT, as_json, in_json
from course.library import coverage as coverage_of
from course.library import read_content
from course.library.coverage import tallies
from course.library.coverage_audit import UNTAUGHT
from course.library.plain_language import check_plain_language
from course.library.under_report import check_under
from course.options.audit import check_give_aways
from course.reading.findings import SEVERITIES, Severity, format_problem, has_errors, number_of, without_hints
from course.reading.told import told
from course.scenario.model import BANDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from course.library.coverage import Cell, Rows, Tally
    from course.norms.model import Audience
    from course.reading.findings import Problem

GROWN_UP = {"staff": ("teacher", "leader"), "parents": ("parent",)}
"""Who can be of a band that is not of pupils."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "blue"}


@click.command()
@as_json
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
@click.option("--hints/--no-hints", default=None, help="Print hints too; with --json they always are.")
@language
@click.pass_obj
def check(content: Path, *, as_json: bool, strict: bool, hints: bool | None) -> None:
    """Report every problem in norms, lessons, quizzes and curriculum, with what to do about it."""
    library, problems = read_content(content)
    if not has_errors(problems):
        told_too = (*check_give_aways(library), *check_under(library), *check_plain_language(library))
        problems = tuple(sorted({*problems, *told_too}))
    if as_json:
        click.echo(in_json([_for_machines(one) for one in problems]))
    else:
        _print(problems, hints=bool(hints))
    sys.exit(BROKEN_CONTENT if has_errors(problems) or (strict and without_hints(problems)) else 0)


def _for_machines(problem: Problem) -> dict[str, object]:
    """Give every field; what is wrong and what to do are said in the command's language, the rest stays the same."""
    return {**asdict(problem), "message": said(problem.message), "remedy": said(problem.remedy)}


@click.command()
@as_json
@click.option("--band", type=click.Choice(BANDS), help="Count only what is meant for learners of this band.")
@language
@click.pass_obj
def coverage(content: Path, *, as_json: bool, band: str | None) -> None:
    """Show per protocol, teachable article and audience which lessons teach and which questions test it.

    An article counts where a learner is shown it with its words, on a verdict card or behind an answer.
    """
    library, problems = read_content(content)
    errors = [one for one in problems if one.severity is Severity.ERROR]
    if errors:
        _print(errors, hints=False, err=True)
        sys.exit(BROKEN_CONTENT)
    covered = coverage_of(library, band)
    if as_json:
        click.echo(in_json(covered))
        return
    for protocol_id, rows in covered.items():
        click.secho(f"{library.norms.protocols[protocol_id].name} ({protocol_id})", bold=True)
        click.echo("\n".join(_table(rows, band)))


def _print(problems: Sequence[Problem], *, hints: bool, err: bool = False) -> None:
    """Print problems one below the other, and how many there are of each severity."""
    for one in problems if hints else without_hints(problems):
        word = click.style(said(SEVERITIES[one.severity]), fg=_COLOURS[one.severity], bold=True)
        click.echo(format_problem(one, translator(), word), err=err)
    if not hints:
        for line in _untaught(problems):
            click.echo(line, err=err)
    counts = Counter(one.severity for one in problems)
    total = ", ".join(said(number_of(counts[severity], severity)) for severity in Severity)
    shows = said(told("--hints shows the hints"))
    click.echo(total if hints or not counts[Severity.HINT] else f"{total} ({shows})", err=err)


def _untaught(problems: Sequence[Problem]) -> Iterable[str]:
    """Say on a line per protocol how much of it nobody teaches: what a board wants to know, though no file is wrong."""
    files = Counter(one.file for one in problems if one.code == UNTAUGHT)
    for file, number in files.items():
        what = told(
            "teachable articles that nothing teaches to all whom they address: %(number)s", number=number
        )
        yield f"{file}: {said(what)}"


def _table(rows: Rows, band: str | None) -> Iterable[str]:
    """Lay out the coverage of one protocol, and below it how much of it each audience is taught and tested on."""
    wide = max((len(article) for article in rows), default=0)
    for article, row in rows.items():
        for who, cell in row.items():
            if _is_of(band, who):
                yield f"  {article:{wide}}  {who:8}  {_taught(cell)}  {_tested(cell)}"
    for audience, tally in tallies(rows).items():
        if _is_of(band, audience):
            yield click.style(f"  {_counted(audience, tally)}", bold=True)
    yield ""


def _is_of(band: str | None, who: str) -> bool:
    """Whether there can be learners of a band among an audience."""
    return band is None or who in GROWN_UP.get(band, ("pupil",))


def _counted(audience: Audience, tally: Tally) -> str:
    counted = told(
        "%(who)s: %(articles)s teachable articles, %(taught)s taught, %(tested)s tested, %(both)s both, %(neither)s neither",
        who=audience,
        articles=tally.articles,
        taught=tally.taught,
        tested=tally.tested,
        both=tally.both,
        neither=tally.neither,
    )
    return said(counted)


def _taught(cell: Cell) -> str:
    names = ", ".join(cell["lessons"])
    return said(told("taught by %(names)s", names=names) if names else told("not taught"))


def _tested(cell: Cell) -> str:
    names = ", ".join(cell["questions"])
    return said(told("tested by %(names)s", names=names) if names else told("not tested"))
