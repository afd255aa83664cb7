"""What `--help` says of a command, in the language of who asks: a command and its options, copied and said.

The texts stand once, in the docstrings of commands and at their options; `tools/command_texts.py` brings them into the
catalogs.
"""

from __future__ import annotations

from copy import copy
from inspect import cleandoc

import click

from cli.language import translator

SAID = ("help", "prompt")
"""What somebody reads of an option."""


def in_language(command: click.Command) -> click.Command:
    """Give a command as it explains itself in the language that is spoken; the one that was given stays as it is."""
    spoken = copy(command)
    spoken.help = _said(cleandoc(command.help or ""))
    spoken.params = [_option_in_language(one) for one in command.params]
    if isinstance(spoken, click.Group):
        spoken.commands = {name: in_language(one) for name, one in spoken.commands.items()}
    return spoken


def _option_in_language(param: click.Parameter) -> click.Parameter:
    spoken = copy(param)
    for name in SAID:
        text = getattr(param, name, None)
        if isinstance(text, str):
            setattr(spoken, name, _said(text))
    return spoken


def _said(text: str) -> str:
    """Say a text of the sources; an empty one stays empty, though catalogs have something under it."""
    return translator().gettext(text) if text else text
