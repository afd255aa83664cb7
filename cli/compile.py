"""Compile the content, so that a start need only load it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.language import Failed, language, said
from cli.reporting import report_problems
from course.errors import ContentBroken
from course.library import compile_library, is_compiled
from course.reading.foreign import in_our_words
from course.reading.told import told, told_number

if TYPE_CHECKING:
    from pathlib import Path

    from course.reading.told import Told


@click.command()
@language
@click.pass_obj
def compile(content: Path) -> None:  # noqa: A001 - the command's name
    """Read and check all content once, and keep it as one file that every process loads."""
    from web.config import compiled_folder

    folder = compiled_folder()
    try:
        made = compile_library(content, folder)
    except OSError as error:
        raise Failed(_unkept(folder, error)) from error
    modules = len(made.library.curriculum.modules)
    size = f"{made.file.stat().st_size / 1000:,.0f} kB"
    click.echo(f"{made.file}: {said(told_number('%(num)s module', '%(num)s modules', modules))}, {size}")


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
        raise Failed(told("Deelwijs does not start: %(why)s.", why=broken.told)) from broken
    except OSError as error:
        itself = said(told("Every process reads the content by itself."))
        click.echo(f"{said(_unkept(folder, error))} {itself}", err=True)
        return ""


def _unkept(folder: Path, error: OSError) -> Told:
    return told(
        "The compiled content can't be kept in %(folder)s: %(why)s. Name another folder in DEELWIJS_COMPILED.",
        folder=folder,
        why=in_our_words(error.strerror or ""),
    )
