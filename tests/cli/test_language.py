"""Commands speak Dutch from the catalogs of the pages, and English as the sources have it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from cli.language import SETTING, Failed, language, said, spoken
from cli.main import Commands, main
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command()
@language
@click.option("--fail", is_flag=True)
def speak(*, fail: bool) -> None:
    if fail:
        raise Failed(told("Several schools are called %(name)s.", name="x"))
    click.echo(f"{spoken()} {said(told('The file is empty.'))}")


def commands(group: click.Group = main, *, raw: bool = False) -> Iterator[click.Command]:
    """Every command; `raw` as its module has it, groups among them."""
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        if raw and isinstance(group, Commands):
            command = getattr(import_module(group.places[name]), name.replace("-", "_"))
        assert command is not None
        if raw or not isinstance(command, click.Group):
            yield command
        if isinstance(command, click.Group):
            yield from commands(command, raw=raw)


@pytest.mark.usefixtures("dutch")
def test_a_command_speaks_dutch_unless_asked_otherwise() -> None:
    assert CliRunner().invoke(speak).output == "nl Het bestand is leeg.\n"
    for asked in ("--language", "--lang"):
        assert CliRunner().invoke(speak, [asked, "en"]).output == "en The file is empty.\n"
    assert CliRunner().invoke(speak, env={SETTING: "en"}).output == "en The file is empty.\n"


@pytest.mark.usefixtures("dutch")
def test_what_a_command_cannot_do_is_said_in_its_language() -> None:
    failed = CliRunner().invoke(speak, ["--fail"])
    assert failed.exit_code == 1
    assert failed.stderr == "Fout: Meer dan één school heet x.\n"
    assert "Error: Several schools" in CliRunner().invoke(speak, ["--fail", "--language", "en"]).stderr


def test_outside_a_command_it_is_dutch_that_is_spoken() -> None:
    assert spoken() == "nl"


def test_every_command_can_be_asked_for_a_language() -> None:
    for command in commands():
        names = [name for one in command.params for name in one.opts]
        assert "--language" in names, command.name
