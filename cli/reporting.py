"""What the commands say alike: problems in the content, JSON, and with which exit code they end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from cli.language import said, translator
from course.reading.findings import format_problem, without_hints
from course.reading.told import Told, one_after_another
from course.rulebooks.refusals import REFUSALS, refusal_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.errors import Invalid
    from course.reading.findings import Problem

BROKEN_CONTENT = 1
"""Exit code when the content can't be used; of `check --strict`, when it holds a warning too."""
UNKNOWN_NAME = 2
"""Exit code when a lesson, a protocol or an act does not exist."""

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")


def in_json(value: object) -> str:
    """Write a value for machines."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def tell(found: object, words: str | Iterable[str], *, as_json: bool) -> None:
    """Print what a command found or did: as JSON for machines, or a line for each text in the language of who asks."""
    if as_json:
        click.echo(in_json(found))
        return
    for one in (words,) if isinstance(words, str) else words:
        click.echo(said(one))


def in_sentences(error: Invalid) -> Told:
    """Say why something can't be taken: whole sentences as they stand, and what is none with the name of its field."""
    reasons = list(dict.fromkeys(error.fields.values()))
    if any(why in REFUSALS or not why.endswith(".") for why in reasons):
        return refusal_in_words(error)
    each = (why if isinstance(why, Told) else Told(why.replace("%", "%%")) for why in reasons)
    return one_after_another(*each, between=" ")


def report_problems(problems: Iterable[Problem]) -> None:
    """Print what stands in the way of a command; hints never do."""
    for problem in without_hints(problems):
        click.echo(format_problem(problem, translator()), err=True)
