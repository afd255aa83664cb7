"""Commands explain themselves in Dutch, and so does click."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from cli.help_texts import IN_CAPITALS, SAID, WITH_FORMS, in_language
from cli.main import main
from tests.cli.test_language import commands
from web.catalogs import speech

if TYPE_CHECKING:
    from collections.abc import Iterator


def texts(command: click.Command) -> Iterator[str]:
    """Everything that a command says of itself."""
    yield cleandoc(command.help or "")
    for param in command.params:
        yield from (text for name in SAID if isinstance(text := getattr(param, name, None), str))


def test_every_command_and_option_is_explained_in_dutch() -> None:
    dutch = speech("nl")
    lacking = [
        text
        for command in (main, *commands(main, raw=True))
        for text in texts(command)
        if text and dutch.gettext(text) == text
    ]
    assert lacking == []


@pytest.mark.usefixtures("dutch")
def test_help_is_in_the_language_that_is_asked_for() -> None:
    dutch = CliRunner().invoke(main, ["verdict", "--help"]).output
    assert "Gebruik:" in dutch
    assert "Vertel wat er mag" in dutch
    assert "Toon deze uitleg." in dutch
    for asked in (["verdict", "--help", "--lang", "en"], ["verdict", "--language=en", "--help"]):
        english = CliRunner().invoke(main, asked).output
        assert "Usage:" in english
        assert "Tell what may be done" in english
    whole = CliRunner().invoke(main, ["--help"]).output
    assert "Deelwijs: de interactieve cursus" in whole
    assert "Vertel wat er mag" in whole


@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["serf"], "Er is geen opdracht 'serf'."),
        (["verdict"], "Er ontbreekt een argument 'PROTOCOL'."),
        (["verdict", "--zo"], "Er is geen optie '--zo'."),
        (["verdict", "a", "b", "--actor", "robot"], "'robot' is niet een van"),
        (["serve", "--port", "veel"], "'veel' is geen"),
        (["protocol", "import", "nergens.toml"], "bestaat niet"),
    ],
)
def test_what_is_wrong_with_a_command_line_is_told_in_dutch(words: list[str], told: str) -> None:
    failed = CliRunner().invoke(main, words)
    assert failed.exit_code == 2
    assert told in failed.stderr
    assert "Fout:" in failed.stderr
    assert "Gebruik:" in failed.stderr


@pytest.mark.usefixtures("dutch")
def test_what_is_to_be_filled_in_is_named_in_the_language_that_is_asked_for() -> None:
    whole = CliRunner().invoke(main, []).output
    assert "[OPTIES] OPDRACHT [ARGUMENTEN]..." in whole
    assert "--content MAP" in whole
    dutch = CliRunner().invoke(main, ["suggest", "--help"]).output
    assert "suggest [OPTIES] TEKST" in dutch
    assert "waar TEKST over kan gaan" in dutch
    assert "--workers GETAL " in CliRunner().invoke(main, ["serve", "--help"]).output
    english = CliRunner().invoke(main, ["suggest", "--help", "--lang", "en"]).output
    assert "suggest [OPTIONS] TEXT" in english
    assert "'TEKST'" in CliRunner().invoke(main, ["suggest"]).stderr
    assert "'veel' is geen getal." in CliRunner().invoke(main, ["serve", "--port", "veel"]).stderr


def test_whatever_is_to_be_filled_in_is_known() -> None:
    """Only names that are the same in both languages stand as they are."""
    known = {str(one) for one in IN_CAPITALS} | {"PROTOCOL", "SCHOOL"}
    asked = set()
    for command in commands(main, raw=True):
        for param in command.params:
            if isinstance(param, click.Argument):
                asked.add(param.metavar or str(param.name).upper())
            elif not (param.is_flag or param.count or isinstance(param.type, WITH_FORMS)):
                asked.add(param.metavar or param.type.name.upper())
    assert asked <= known


def test_the_command_itself_stays_as_it_is() -> None:
    @click.command(help="Print JSON for machines.")
    def one() -> None: ...

    assert in_language(one) is not one
    assert one.help == "Print JSON for machines."
