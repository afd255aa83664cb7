"""What asks an administrator's attention, from the command line: the very sentences of the home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.keeping import kept
from cli.language import said, spoken
from cli.reporting import tell
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from cli.keeping import Keeper
    from course.norms.model import Norms
    from web.display.attention import Matter


@click.command()
@kept
@click.pass_obj
def attention(content: Path, keeper: Keeper, *, as_json: bool) -> None:
    """Tell what is still missing or asks attention, each with the page where something can be done about it."""
    from dataclasses import replace

    from flask import g

    from course.administration.checklist import checklist
    from web.admin.lacks import lacks, unset
    from web.app import make_app
    from web.config import Config

    config = replace(Config.from_environment(), content=content)
    app = make_app(config, store=keeper.store)
    with app.test_request_context(base_url=config.url or "http://localhost"):
        g.locale_code = spoken()
        norms = app.extensions["deelwijs.library"].norms
        missing = checklist(keeper.store, keeper.actor, norms.protocols, unset(), keeper.origin.at)
        matters = (*lacks(missing), *_late(norms, keeper.actor.today))
    tell(_for_machines(matters), _lines(matters), as_json=as_json)


def _late(norms: Norms, today: date) -> Iterator[Matter]:
    """Tell which rules and help lines somebody has to look up again."""
    from course.norms.looked_up import to_look_up
    from web.display.attention import Matter

    for one in to_look_up(norms, today):
        words = told(
            "To be looked up again: %(name)s (last checked on %(day)s)", name=one.name, day=one.checked
        )
        yield Matter(said(words), one.address)


def _for_machines(matters: Sequence[Matter]) -> list[dict[str, object]]:
    return [
        {"words": one.words, "page": one.url or None, "parts": _for_machines(one.parts)} for one in matters
    ]


def _lines(matters: Sequence[Matter]) -> Iterator[str]:
    if not matters:
        yield told("Nothing asks your attention now.")
    for one in matters:
        yield one.words
        yield from (f"  {part.words}" for part in one.parts)
