"""Serve the course, and bring its database up to date."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from cli.compile import compiled
from cli.language import SETTING, language, said, spoken
from cli.listening import PORT, address, refuse_if_taken
from course.reading.told import told
from web.serving.messages import one_reporter

if TYPE_CHECKING:
    from pathlib import Path

    from granian.server.common import AbstractServer

    from web.config import Config

CONNECTIONS = 1024
"""Per worker, silent ones too; whoever comes after them waits until one goes, as silent ones soon must."""
HEADERS_SECONDS = 20
"""For the headers of a request, and for an idle connection until its next; a proxy must let go of idle ones before."""
HEADERS_BYTES = 32 * 1024
"""Of a request line with all its headers; a cookie of ours is at most 4 KiB."""
FAREWELL = 5
"""Seconds that workers have to finish what they answer. Of two that hear Ctrl-C themselves one may miss that the server
ends too, and would be waited for without end."""


@click.command()
@click.option(
    "--host", callback=address, default="127.0.0.1", show_default=True, help="Address to listen on."
)
@click.option("--port", type=PORT, default=8000, show_default=True, help="Port to listen on.")
@click.option("--workers", default=2, show_default=True, help="Web processes; they keep no state.")
@click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)
@language
@click.pass_obj
def serve(content: Path, host: str, port: int, workers: int, database: str | None) -> None:
    """Serve the course until Ctrl-C."""
    from web.serving.worker import LISTENS

    os.environ[LISTENS] = host
    run(content, database, host=host, port=port, workers=workers)


@click.command()
@click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)
@language
@click.pass_obj
def migrate(content: Path, database: str | None) -> None:
    """Create the tables, or bring them up to date; safe to repeat."""
    from course.store.store import Store

    config = _config(content, database)
    store = Store.open(config.database)
    store.migrate()
    store.close()
    click.echo(said(told("The database is up to date.")))


def run(content: Path, database: str | None, *, host: str, port: int, workers: int) -> None:
    """Compile the content unless that was done, start the workers that load it, and wait for them.

    Nothing starts on a broken file. Without a place to keep what is compiled each worker reads the content itself.
    """
    from web.serving.worker import load_for_all

    refuse_if_taken(host, port)
    config = _config(content, database)
    os.environ["DEELWIJS_FINGERPRINT"] = compiled(content, config.compiled)
    server = server_of("web.serving.worker:make", host, port, workers)
    shown = f"[{host}]" if ":" in host else host
    stops = said(told("Ctrl-C stops it"))
    click.echo(f"Deelwijs: http://{shown}:{port}  ({stops})")
    load_for_all()
    with one_reporter():
        server.serve()


def server_of(
    factory: str, host: str, port: int, workers: int, *, threads: int | None = None
) -> AbstractServer[Any]:
    """Set the server up for an application named as "module:factory": ours, that `Gateway` reads whole requests for.

    With `threads` for a plain WSGI application, which those read for: what is measured beside Deelwijs uses that.
    """
    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings
    from granian.log import LogLevels

    from web.serving.service import Service

    return Service(
        factory,
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI if threads else Interfaces.RSGI,
        workers=workers,
        workers_kill_timeout=FAREWELL,
        respawn_failed_workers=True,
        blocking_threads=threads,
        backpressure=CONNECTIONS,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(
            header_read_timeout=HEADERS_SECONDS * 1000, max_buffer_size=HEADERS_BYTES
        ),
        websockets=False,
        log_level=LogLevels.warning,
    )


def _pass_on(content: Path, database: str | None) -> None:
    """Workers are processes of their own: they read the choices of the command line from the environment."""
    os.environ["DEELWIJS_CONTENT"] = str(content)
    os.environ[SETTING] = spoken()
    if database:
        os.environ["DEELWIJS_DATABASE"] = database


def _config(content: Path, database: str | None) -> Config:
    from web.config import Config

    _pass_on(content, database)
    return Config.from_environment()
