"""In which language a command speaks: Dutch unless asked otherwise, from the catalogs that the pages use too."""

from __future__ import annotations

import gettext
import os
import re
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

import click

from course.reading.told import said as said_in
from course.reading.told import told
from web.catalogs import LANGUAGES, TRANSLATIONS, speech

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from gettext import NullTranslations
    from typing import IO, Any, TypeVar

    Command = TypeVar("Command", bound=Callable[..., Any])

SETTING = "DEELWIJS_LANGUAGE"
GETTEXT = "LANGUAGE"
"""Where gettext looks for the languages that its user reads."""
DUTCH = "nl"
YES = frozenset(("y", "yes", "j", "ja"))
"""What is taken for a yes in either language: who types it from habit means it."""
_asked: ContextVar[str] = ContextVar("asked", default=DUTCH)


def _keep(ctx: click.Context, _: click.Parameter, value: str) -> None:
    ctx.meta[__name__] = value


def language_named(*names: str) -> Callable[[Command], Command]:
    """Make the option of which every command has one; what it was given is asked of `spoken`."""
    return click.option(
        *names,
        type=click.Choice(list(LANGUAGES)),
        default=DUTCH,
        show_default=True,
        envvar=SETTING,
        show_envvar=True,
        expose_value=False,
        is_eager=True,
        callback=_keep,
        help="Language in which it is told.",
    )


language = language_named("--language", "--lang")


def spoken() -> str:
    """Give the language of the command that runs, as "nl" or "en"; before it is read, the one that was asked for."""
    ctx = click.get_current_context(silent=True)
    return str(ctx.meta.get(__name__, _asked.get())) if ctx else _asked.get()


@contextmanager
def click_speaks(arguments: Sequence[str]) -> Iterator[None]:
    """Let click say its own words in the language that a command line asks for: it takes them from our catalogs.

    Click asks gettext, which asks the environment; both are left as they were.
    """
    token, before = _asked.set(_language_in(arguments)), os.environ.get(GETTEXT)
    gettext.bindtextdomain("messages", str(TRANSLATIONS))
    os.environ[GETTEXT] = _asked.get()
    try:
        yield
    finally:
        _asked.reset(token)
        os.environ.pop(GETTEXT)
        if before is not None:
            os.environ[GETTEXT] = before


def _language_in(arguments: Sequence[str]) -> str:
    """Find the language before anything else of the command line is read, for that may be wrong."""
    text = " ".join(arguments)
    found = re.search(r"(?:^| )--lang(?:uage)?[ =](\w+)", text)
    wanted = found[1] if found else os.environ.get(SETTING, DUTCH)
    return wanted if wanted in LANGUAGES else DUTCH


def translator() -> NullTranslations:
    """Give what turns an English text of the sources into one of the command's language."""
    return speech(spoken())


def said(text: str) -> str:
    """Say a text in the command's language."""
    return said_in(text, translator())


def go_on_if_wanted(question: str) -> None:
    """Ask whether to go on, to be answered in the command's language; whatever isn't yes ends the command."""
    ways = told("[y/N]")
    answer = click.prompt(f"{said(question)} {said(ways)}", default="", show_default=False)
    if answer.strip().casefold() not in YES:
        raise click.Abort


class Failed(click.ClickException):
    """A command can't do what it was asked; why, in its language."""

    def __init__(self, why: str) -> None:
        """Keep why; it is said while the command's language is still known."""
        super().__init__(said(why))
        self._shown = said(told("Error: %(why)s", why=self.message))

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002 - the base class's signature
        """Print it on the error stream."""
        click.echo(self._shown, err=True)
