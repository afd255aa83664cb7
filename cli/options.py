"""What somebody sees who reads nothing but the options, which are right, and what the words give away."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cli.language import language, said
from cli.reporting import BROKEN_CONTENT, UNKNOWN_NAME, as_json, in_json, report_problems
from course.library import read_content
from course.options.decision import decisions
from course.options.figures import figures
from course.reading.findings import has_errors
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from course.library import Library
    from course.options.decision import Decision


@click.command()
@click.argument("names", nargs=-1, metavar="[LESSON|QUIZ]...")
@as_json
@click.option("--key", is_flag=True, help="Print which are right under each rulebook, and not the options.")
@click.option("--figures", "with_figures", is_flag=True, help="Print what the words give away, as Markdown.")
@language
@click.pass_obj
def options(content: Path, names: tuple[str, ...], *, as_json: bool, key: bool, with_figures: bool) -> None:
    """Print every decision and question with its options, always shuffled alike, to have them guessed.

    The key is printed apart, so that who guesses sees nothing else. Where nothing is right, the rules, the law and
    advice decide nothing.
    """
    library, problems = read_content(content)
    if has_errors(problems):
        report_problems(problems)
        sys.exit(BROKEN_CONTENT)
    _refuse_unknown(library, names)
    asked = [one for one in decisions(library) if not names or one.source in names]
    if with_figures:
        click.echo(figures(asked, sorted(library.norms.protocols)))
    elif as_json:
        click.echo(in_json({one.id: one.keys for one in asked} if key else [_plain(one) for one in asked]))
    else:
        click.echo("\n".join(_keys(asked) if key else _printed(asked)))


def _refuse_unknown(library: Library, names: Iterable[str]) -> None:
    for name in names:
        if name not in library.lessons and name not in library.quizzes:
            click.echo(said(told("There is no lesson or quiz %(name)s.", name=name)), err=True)
            sys.exit(UNKNOWN_NAME)


def _plain(one: Decision) -> dict[str, object]:
    shown: dict[str, object] = {"id": one.id, "kind": one.kind, "asks": one.asks, "options": one.options}
    return shown | ({"piles": one.piles} if one.piles else {})


def _printed(asked: Sequence[Decision]) -> Iterable[str]:
    for one in asked:
        yield f"{one.id} ({one.kind}): {one.asks}"
        yield from (f"  {at}. {text}" for at, text in enumerate(one.options, 1))
        if one.piles:
            yield f"  → {' / '.join(one.piles)}"
        yield ""


def _keys(asked: Sequence[Decision]) -> Iterable[str]:
    for one in asked:
        yield one.id
        yield from (f"  {protocol}: {', '.join(right) or '-'}" for protocol, right in one.keys.items())
