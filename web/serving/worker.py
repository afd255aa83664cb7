"""What a web process starts with: settings from the environment, and no start on broken content or an old database."""

from __future__ import annotations

import gc
import importlib
import multiprocessing
import os
import sys
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from course.reading.told import one_after_another, said, told
from web.catalogs import speech
from web.serving.messages import has_started, may_report
from web.serving.parent import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

    from course.reading.told import Speech, Told
    from web.config import Config
    from web.serving.gateway import Gateway

SWITCH = 0.0005
"""Seconds after which a busy thread lets a waiting one go on. Whoever holds the queue of writers comes back from the disk
several times; at Python's 5 ms every one of those waits for a page being drawn, and all other writers with it."""

LISTENS = "DEELWIJS_LISTENS"
"""Setting of a worker's environment: the address on which `deelwijs serve` listens; the demo itself says none."""
OPEN_DEMO = told(
    "This is a demo board, whose staff sign in with a password that stands in the documentation."
)

SELDOM = (100_000, 50, 1000)
"""Things made between two looks for garbage during the start."""


def make() -> Gateway:
    """Build the application of this process; every problem is printed and the process ends when it can't start."""
    end_with_parent()
    sys.setswitchinterval(SWITCH)
    with _little_garbage():
        from web.http.bodies import bound_at
        from web.serving.gateway import Gateway

        app = _made()
        _send_letters(app)
        has_started()
        return Gateway(app.wsgi_app, partial(bound_at, app))


def load_for_all() -> None:
    """Load the program once for all workers, in the process that they are forked from: they share its memory.

    Nothing is opened or begun here. Where workers are no forks they load it themselves, and this would only take time.
    """
    if multiprocessing.get_start_method() == "fork":
        with _little_garbage():
            importlib.import_module("web.app")


@contextmanager
def _little_garbage() -> Iterator[None]:
    """Seldom look for garbage during the start, and never again in what the start made, which all stays.

    Seldom takes as little time as never, and leaves less behind. That is why `_made` imports the program itself.
    """
    usual = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*usual)


def _made() -> Flask:
    from course.errors import ContentBroken, DeelwijsError
    from course.reading.findings import format_problem, without_hints
    from web.app import make_app
    from web.config import Config

    try:
        config = Config.from_environment()
        app = make_app(config)
        unfit = app.extensions["deelwijs.store"].unfit()
    except ContentBroken as broken:
        lines = [format_problem(one, _speech()) for one in without_hints(broken.problems)]
        _end(*lines, told("Deelwijs does not start: %(why)s.", why=broken.told))
    except DeelwijsError as error:
        _end(told("Deelwijs does not start: %(why)s", why=error.told))
    if unfit:
        _end(told("Deelwijs does not start: %(why)s", why=unfit))
    _mind_the_demo(app, config)
    _mind_the_rules(app)
    return app


def _send_letters(app: Flask) -> None:
    """Send what waits beside this process; whichever comes first takes a letter, and no page waits for a mail server."""
    if (server := app.config["MAIL"]) is not None:
        from web.mail import sending

        sending.start(app.extensions["deelwijs.store"], server, app.config["MAIL_FROM"])


def _mind_the_demo(app: Flask, config: Config) -> None:
    """Refuse to serve a password that everybody can read to others than this machine, and warn of it here."""
    from course.people.public_password import opens_an_account
    from web.http.identity import is_loopback

    if (listens := os.environ.get(LISTENS)) is None or not opens_an_account(app.extensions["deelwijs.store"]):
        return
    if not is_loopback(listens) or config.proxies or config.hosts:
        remedy = told("Serve another database, or give its staff new passwords.")
        _end(one_after_another(told("Deelwijs does not start: %(why)s", why=OPEN_DEMO), remedy, between=" "))
    if may_report():
        remedy = told("Never let others than this machine reach it.")
        _warn(one_after_another(OPEN_DEMO, remedy, between=" "))


def _mind_the_rules(app: Flask) -> None:
    """Note what the starting protocols say today, and tell of schools whose protocol can't be found.

    A worker that finds the database busy, or another at it, leaves the noting to that one, or to the next start.
    """
    from datetime import UTC, datetime

    from course.calendar import school_day
    from course.errors import Clash, Unavailable
    from course.rulebooks.adopting import missing_rules
    from course.rulebooks.carrying_over import carry_over

    store, library = app.extensions["deelwijs.store"], app.extensions["deelwijs.library"]
    now = datetime.now(UTC)
    with suppress(Clash, Unavailable):
        carry_over(store, library, school_day(now), now)
    for one in missing_rules(store, library, school_day(now)):
        if may_report():
            _warn(
                told(
                    "nobody at %(school)s can learn: its protocol %(protocol)s can't be found. Give it one: %(way)s",
                    school=one.school_name,
                    protocol=one.protocol,
                    way=f'deelwijs protocol import FILE --school "{one.school_name}" --from {school_day(now)}',
                )
            )


def _speech() -> Speech:
    """The language of the command that started this process, which has it from the environment as its workers do."""
    return speech(os.environ.get("DEELWIJS_LANGUAGE", "nl"))


def _warn(what: Told) -> None:
    """Tell what does not stand in the way, yet has to be seen."""
    sys.stderr.write(told("WARNING: %(what)s", what=what).said(_speech()) + "\n")


def _end(*lines: str) -> NoReturn:
    """End this process; only the first worker says why, in one piece, for the others would say the same."""
    told_all = "".join(f"{said(line, _speech())}\n" for line in lines)
    if may_report():
        sys.stderr.write(told_all)
        sys.stderr.flush()
    sys.exit(1)
