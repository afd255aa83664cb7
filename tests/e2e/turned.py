"""The application of `deelwijs serve` on a clock that a journey turns: the program itself has none but the real one."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from cli.serve import server_of
from web.app import make_app
from web.config import Config
from web.http.bodies import bound_at
from web.serving.gateway import Gateway
from web.serving.parent import end_with_parent

CLOCK = "now"
"""A file in the folder of the data."""


def turn(folder: Path, moment: datetime) -> None:
    """Let it be this moment, in one go for who reads it just now."""
    fresh = folder / f"{CLOCK}.new"
    fresh.write_text(moment.astimezone(UTC).isoformat(), encoding="utf-8")
    fresh.replace(folder / CLOCK)


def make() -> Gateway:
    """Build the application as a worker does, with this clock."""
    end_with_parent()
    app = make_app(Config.from_environment())
    file = Path(os.environ["DEELWIJS_DATA"]) / CLOCK
    app.config["CLOCK"] = lambda: datetime.fromisoformat(file.read_text(encoding="utf-8"))
    return Gateway(app.wsgi_app, partial(bound_at, app))


if __name__ == "__main__":
    server_of(f"{__spec__.name}:make", "127.0.0.1", int(sys.argv[-1]), 1).serve()
