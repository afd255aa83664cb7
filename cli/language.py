"""In which language a command speaks: Dutch unless asked otherwise, from the catalogs that the pages use too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from course.reading.told import said as said_in
from course.reading.told import told
from web.catalogs import LANGUAGES, speech

if TYPE_CHECKING:
    from collections.abc import Callable
    from gettext import NullTranslations
    from typing import IO, Any, TypeVar

    Command = TypeVar("Command", bound=Callable[..., Any])

SETTING = "DEELWIJS_LANGUAGE"
DUTCH = "nl"


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
    """Give the language of the command that runs, as "nl" or "en"."""
    ctx = click.get_current_context(silent=True)
    return str(ctx.meta.get(__name__, DUTCH)) if ctx else DUTCH


def translator() -> NullTranslations:
    """Give what turns an English text of the sources into one of the command's language."""
    return speech(spoken())


def said(text: str) -> str:
    """Say a text in the command's language."""
    return said_in(text, translator())


class Failed(click.ClickException):
    """A command can't do what it was asked; why, in its language."""

    def __init__(self, why: str) -> None:
        """Keep why; it is said while the command's language is still known."""
        super().__init__(said(why))
        self._shown = said(told("Error: %(why)s", why=self.message))

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002 - the base class's signature
        """Print it on the error stream."""
        click.echo(self._shown, err=True)
