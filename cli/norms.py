"""Ask the norms: the verdict on one act at one school, the protocols, and the whole matrix of acts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cli import norms_json, norms_text
from cli.language import language, spoken
from cli.reporting import BROKEN_CONTENT, UNKNOWN_NAME, as_json, in_json, report_problems
from course.errors import NotFound
from course.norms.judge import find_act, find_protocol, gaps, judge_all
from course.norms.model import Audience
from course.norms.read import read_norms
from course.reading.findings import has_errors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from course.norms.model import Norms


@click.command()
@click.argument("protocol")
@click.argument("act", nargs=-1, required=True)
@click.option(
    "--actor",
    type=click.Choice([audience.value for audience in Audience]),
    help="Who would do it: gives the stance towards that person, and the articles that speak to them.",
)
@as_json
@language
@click.pass_obj
def verdict(content: Path, protocol: str, act: tuple[str, ...], actor: str | None, *, as_json: bool) -> None:
    """Tell what may be done: the verdict on ACT at a school with PROTOCOL, with everything that says so.

    Of several acts that are done at once the strictest verdict leads, and each is told.
    """
    norms, lang = load(content), spoken()
    if unknown := _unknown(norms, protocol, act):
        for error in unknown:
            click.echo(norms_text.unknown(error, norms.protocols, lang), err=True)
        sys.exit(UNKNOWN_NAME)
    judged = judge_all(norms, protocol, act, Audience(actor) if actor else None)
    said = norms_json.verdict(judged, lang) if as_json else norms_text.verdict(judged, lang)
    click.echo(in_json(said) if as_json else said)


def _unknown(norms: Norms, protocol: str, acts: Sequence[str]) -> list[NotFound]:
    """Find what is wrong with all names, so that none has to be found out after the other."""
    found: list[NotFound] = []
    for find, name in ((find_protocol, protocol), *((find_act, one) for one in acts)):
        try:
            find(norms, name)
        except NotFound as error:
            found.append(error)
    return found


@click.command()
@as_json
@language
@click.pass_obj
def protocols(content: Path, *, as_json: bool) -> None:
    """List the protocols, with how many articles each has and where it stays below the law."""
    norms = load(content)
    if as_json:
        click.echo(in_json([norms_json.protocol(norms, protocol) for protocol in norms.protocols.values()]))
        return
    for protocol in norms.protocols.values():
        click.echo(norms_text.protocol(protocol, len(gaps(norms, protocol.id)), spoken()))


@click.command()
@as_json
@language
@click.pass_obj
def acts(content: Path, *, as_json: bool) -> None:
    """List the acts by theme; with --json, the stance of every protocol and of the law on each of them."""
    norms = load(content)
    click.echo(in_json(norms_json.matrix(norms)) if as_json else norms_text.acts(norms, spoken()))


def load(content: Path) -> Norms:
    """Read the norms, or print every problem in them and end with exit code 1."""
    norms, problems = read_norms(content)
    if has_errors(problems):
        report_problems(problems)
        sys.exit(BROKEN_CONTENT)
    return norms
