"""What the commands say alike: problems in the content, JSON, and with which exit code they end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from cli.language import translator
from course.reading.findings import format_problem, without_hints

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.reading.findings import Problem

BROKEN_CONTENT = 1
"""Exit code when the content can't be used; of `check --strict`, when it holds a warning too."""
UNKNOWN_NAME = 2
"""Exit code when a lesson, a protocol or an act does not exist."""

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")


def in_json(value: object) -> str:
    """Write a value for machines."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def report_problems(problems: Iterable[Problem]) -> None:
    """Print what stands in the way of a command; hints never do."""
    for problem in without_hints(problems):
        click.echo(format_problem(problem, translator()), err=True)
