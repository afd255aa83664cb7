"""What a web process starts with: settings from the environment, and no start on broken content or an old database."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from web.serving.messages import may_tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

SWITCH = 0.0005
"""Seconds after which a busy thread lets a waiting one go on. Whoever holds the queue of writers comes back from the disk
several times; at Python's 5 ms every one of those waits for a page being drawn, and all other writers with it."""


def make() -> Flask:
    """Build the application of this process; every problem is printed and the process ends when it can't start."""
    sys.setswitchinterval(SWITCH)
    with _no_garbage():
        return _made()


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Look for garbage only after the start, and never again in what the start made, which all stays: a tenth of the start.

    That is why `_made` imports the program itself.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _made() -> Flask:
    from course.errors import ContentBroken, DeelwijsError
    from course.reading.findings import told, unasked
    from web.app import make_app
    from web.config import Config

    try:
        config = Config.from_environment()
        app = make_app(config)
        unfit = app.extensions["deelwijs.store"].unfit()
    except ContentBroken as broken:
        _end(*map(told, unasked(broken.problems)), f"Deelwijs does not start: {broken}.")
    except DeelwijsError as error:
        _end(f"Deelwijs does not start: {error}")
    if unfit:
        _end(f"Deelwijs does not start: {unfit}")
    return app


def _end(*lines: str) -> NoReturn:
    """End this process; only the first worker says why, in one piece, for the others would say the same."""
    said = "".join(f"{line}\n" for line in lines)
    if may_tell():
        sys.stderr.write(said)
        sys.stderr.flush()
    sys.exit(1)
