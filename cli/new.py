"""Begin a lesson or a quiz: a skeleton that passes every check, to be written over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from cli import skeletons
from cli.language import language, said
from course.reading.fields import ID
from course.reading.told import told

if TYPE_CHECKING:
    from pathlib import Path


@click.group()
def new() -> None:
    """Write a skeleton that passes `deelwijs check`."""


@new.command()
@click.argument("name")
@click.option("--staff", is_flag=True, help="For staff; for groep 7 and 8 unless given.")
@language
@click.pass_obj
def lesson(content: Path, name: str, *, staff: bool) -> None:
    """Begin the lesson NAME, with a module and a quiz of that name where there is none."""
    _begin(content, name, f"lessons/{name}/nl.md", staff=staff)


@new.command()
@click.argument("name")
@click.option("--staff", is_flag=True, help="For staff; for groep 7 and 8 unless given.")
@language
@click.pass_obj
def quiz(content: Path, name: str, *, staff: bool) -> None:
    """Begin the quiz NAME, with a module and a lesson of that name where there is none."""
    _begin(content, name, f"quizzes/{name}/nl.md", staff=staff)


def _begin(content: Path, name: str, asked: str, *, staff: bool) -> None:
    """Write what is not there yet of a lesson, a quiz and the module that holds both; never over what is."""
    if not ID.fullmatch(name) or name == "cast":
        wrong = told("Write the name in lower case with hyphens, e.g. mag-deze-foto; not cast.")
        raise click.UsageError(said(wrong))
    if _is_there(content, asked):
        raise click.UsageError(said(told("%(file)s is there already.", file=asked)))
    modules = content / "curriculum" / "modules.toml"
    known = re.search(rf"^\[modules\.{name}\]", modules.read_text(encoding="utf-8"), re.MULTILINE)
    if known and not ((content / f"lessons/{name}").is_dir() or _is_there(content, f"quizzes/{name}/nl.md")):
        other = told(
            "The module %(name)s has a lesson and a quiz of other names; write them by hand.", name=name
        )
        raise click.UsageError(said(other))
    for path, text in skeletons.files(name, staff=staff).items():
        if not _is_there(content, path):
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            (content / path).write_text(text, encoding="utf-8")
            click.echo(said(told("written: %(path)s", path=path)))
    if not known:
        with modules.open("a", encoding="utf-8") as file:
            file.write(skeletons.module(name, staff=staff))
        click.echo(said(told("added: the module in curriculum/modules.toml")))
    click.echo(said(told("Play it: deelwijs preview %(name)s", name=name)))


def _is_there(content: Path, path: str) -> bool:
    """Whether a file is there, or for a bank in a folder the one file that it once was."""
    as_one_file = path.removesuffix("/nl.md") + ".md"
    return (content / path).exists() or (path.startswith("quizzes/") and (content / as_one_file).exists())
