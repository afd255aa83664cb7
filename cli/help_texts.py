"""What `--help` says of a command, in the language of who asks: a command and its options, copied and said.

The texts stand once, in the docstrings of commands and at their options; `tools/command_texts.py` brings them into the
catalogs.
"""

from __future__ import annotations

from copy import copy
from inspect import cleandoc
from typing import TypeVar

import click

from cli.language import translator
from course.reading.told import told

SAID = ("help", "prompt")
"""What somebody reads of an option."""
IN_CAPITALS = (
    told("OPTIONS"),
    told("COMMAND [ARGS]..."),
    told("TEXT"),
    told("INTEGER"),
    told("INTEGER RANGE"),
    told("DIRECTORY"),
    told("FILE"),
    told("PATH"),
    told("LESSON"),
    told("NAME"),
    told("ACT"),
    told("EMAIL"),
    told("[LESSON|QUIZ]..."),
    told("ADDRESS"),
    told("GROUP=NAME"),
    told("KIND"),
    told("REQUEST"),
    told("OUTCOME"),
    told("WHAT=DAYS"),
    told("YEAR"),
    told("NAME=WAY"),
    told("GROUP"),
    told("PERSON"),
    told("ROLE"),
    told("NUMBER"),
    told("[NAME]..."),
    told("COLUMN=WHAT"),
)
"""What click prints for what is still to be filled in; another name stays as it is."""
Command = TypeVar("Command", bound=click.Command)
WITH_FORMS = (click.Choice, click.DateTime)
"""Types that print what may be filled in."""


def in_language(command: Command) -> Command:
    """Give a command as it explains itself in the language that is spoken; the one that was given stays as it is."""
    spoken = copy(command)
    spoken.help = _said(cleandoc(command.help or ""))
    spoken.params = [_option_in_language(one) for one in command.params]
    spoken.options_metavar = f"[{_said('OPTIONS')}]"
    if isinstance(spoken, click.Group):
        spoken.subcommand_metavar = _said("COMMAND [ARGS]...")
        spoken.commands = {name: in_language(one) for name, one in spoken.commands.items()}
    return spoken


def _option_in_language(param: click.Parameter) -> click.Parameter:
    spoken = copy(param)
    for name in SAID:
        text = getattr(param, name, None)
        if isinstance(text, str):
            setattr(spoken, name, _said(text))
    spoken.metavar = _to_fill_in(param)
    if isinstance(param.type, click.types.IntParamType):
        spoken.type = copy(param.type)
        spoken.type.name = _said("INTEGER").lower()
    return spoken


def _to_fill_in(param: click.Parameter) -> str | None:
    """Name what is to be filled in, as click does; None where it says so by itself."""
    if param.metavar is not None:
        return _said(param.metavar)
    if isinstance(param, click.Argument):
        name = _said(str(param.name).upper())
        return f"{name if param.required else f'[{name}]'}{'' if param.nargs == 1 else '...'}"
    is_flag = isinstance(param, click.Option) and (param.is_flag or param.count)
    return None if is_flag or isinstance(param.type, WITH_FORMS) else _said(param.type.name.upper())


def _said(text: str) -> str:
    """Say a text of the sources; an empty one stays empty, though catalogs have something under it."""
    return translator().gettext(text) if text else text
