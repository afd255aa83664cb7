"""Answers beside two hundred silent connections, and what it costs to read requests before a thread is taken."""

import json
import sys
from contextlib import ExitStack
from dataclasses import asdict

import pytest

from course.library import default_content_root, load_library
from tests.bench.classes import LESSON, SECRET
from tests.bench.servers import Clients, _started, deelwijs
from tests.bench.table import printed
from tests.bench.test_answers_bench import SECONDS, WARMING, Seen, seated
from tests.bench.walks import laps
from tests.web.serving.raw import silent
from web.serving import worker

pytestmark = pytest.mark.bench

SILENT, ROUNDS = 200, 4
IN_THREADS = (
    "import sys; from cli.serve import server_of;"
    "server_of('tests.bench.test_silence_bench:make', '127.0.0.1', int(sys.argv[-1]), 2, threads=4).serve()"
)


def make():
    """The application as Granian calls it without the gateway: a thread reads the body that it answers."""
    return worker.make()._app


def test_answers_beside_silent_connections(tmp_path, request, record_property, capsys):
    library = load_library(default_content_root())
    moves = [[asdict(move) for move in lap] for lap in laps(library)]
    lessons = sorted(one for one in library.lessons if one.startswith(LESSON))
    urls = [f"sqlite:///{tmp_path / name}.db" for name in ("gateway", "threads")]
    seats = [seated(url, lambda pupil: pupil.cookie) for url in urls]
    with ExitStack() as started:
        settings = {"DEELWIJS_DATABASE": urls[1], "DEELWIJS_SECRET_KEY": SECRET}
        servers = (
            started.enter_context(deelwijs(urls[0], default_content_root())),
            started.enter_context(_started([sys.executable, "-c", IN_THREADS], settings)),
        )
        clients = [
            started.enter_context(Clients(server, seat, lessons, moves))
            for server, seat in zip(servers, seats, strict=True)
        ]
        for one in clients:
            one.click(WARMING)
        seen = {name: Seen() for name in ("alone", "beside them", "in threads")}
        for _ in range(request.config.getoption("--rounds", ROUNDS)):
            seen["alone"].add(servers[0], clients[0], SECONDS)
            seen["in threads"].add(servers[1], clients[1], SECONDS)
            with silent(servers[0].port, SILENT):
                seen["beside them"].add(servers[0], clients[0], SECONDS)
    alone, beside, threads = (one.figures for one in seen.values())
    with capsys.disabled():
        heads = ("", *seen, "beside / alone", "alone / in threads")
        rows = [
            (key, alone[key], beside[key], threads[key], beside[key] / alone[key], alone[key] / threads[key])
            for key in alone
        ]
        printed(f"sqlite: {SILENT} silent connections, 2 workers", heads, rows)
    record_property("silence", json.dumps({name: one.figures for name, one in seen.items()}))
    assert all(one.answers for one in seen.values())
