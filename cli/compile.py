"""Compile the content, so that a start need only load it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.reporting import report_problems
from course.errors import ContentBroken
from course.library import compile_library, is_compiled

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.pass_obj
def compile(content: Path) -> None:  # noqa: A001 - the command's name
    """Read and check all content once, and keep it as one file that every process loads."""
    from web.config import compiled_folder

    folder = compiled_folder()
    try:
        made = compile_library(content, folder)
    except OSError as error:
        raise click.ClickException(_unkept(folder, error)) from error
    modules = len(made.library.curriculum.modules)
    click.echo(f"{made.file}: {modules} modules, {made.file.stat().st_size / 1000:,.0f} kB")


def compiled(content: Path, folder: Path | None) -> str:
    """Have the content compiled, and give the fingerprint by which workers find it; empty where it can't be kept.

    Ends with every problem of content that can't be used.
    """
    if folder is None:
        return ""
    if fingerprint := is_compiled(content, folder):
        return fingerprint
    try:
        return compile_library(content, folder).fingerprint
    except ContentBroken as broken:
        report_problems(broken.problems)
        raise click.ClickException(f"Deelwijs does not start: {broken}.") from broken
    except OSError as error:
        click.echo(f"{_unkept(folder, error)} Every process reads the content by itself.", err=True)
        return ""


def _unkept(folder: Path, error: OSError) -> str:
    return f"The compiled content can't be kept in {folder}: {error.strerror}. Name another folder in DEELWIJS_COMPILED."
