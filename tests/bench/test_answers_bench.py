"""Answers saved per second with the next scene in the response, beside two floors that only read and write."""

import json
import os
import statistics
import tempfile
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pytest

from course.library import load_library
from course.store.store import Store
from tests import postgres
from tests.bench.classes import LESSON, some_classes
from tests.bench.servers import Clients, deelwijs, the_floor
from tests.bench.table import printed
from tests.bench.walks import laps

pytestmark = pytest.mark.bench

CLIENTS, CLASSES = 30, 12
SECONDS, WARMING = 2.0, 1.0
NAMES = ("deelwijs", "frozen", "floor")
DURABLE = ("shared_buffers=64MB",)
"""As PostgreSQL comes: every commit is on disk before it is acknowledged."""


@dataclass
class Seen:
    """What the clients saw of one server, all rounds together."""

    answers: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    latencies: list[float] = field(default_factory=list)
    bytes: int = 0

    def add(self, served, clients, seconds: float) -> None:
        before = served.cpu()
        seen = clients.click(seconds)
        self.cpu += served.cpu() - before
        self.answers += len(seen["latencies"])
        self.seconds += seen["seconds"]
        self.latencies += seen["latencies"]
        self.bytes += seen["bytes"]

    @property
    def figures(self) -> dict[str, float]:
        cuts = statistics.quantiles(self.latencies, n=100)
        return {
            "answers/s": self.answers / self.seconds,
            "p50 ms": cuts[49] * 1e3,
            "p95 ms": cuts[94] * 1e3,
            "p99 ms": cuts[98] * 1e3,
            "CPU ms/answer": self.cpu / self.answers * 1e3,
            "bytes/answer": self.bytes / self.answers,
        }


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def databases(request, tmp_path, disk):
    """Three empty databases on one server: the application's and each floor's."""
    if request.param == "sqlite":
        yield tuple(f"sqlite:///{tmp_path / name}.db" for name in NAMES)
        return
    if postgres.binaries() is None:
        (pytest.fail if os.environ.get(postgres.REQUIRED) == "1" else pytest.skip)(postgres.MISSING)
    folder = Path(tempfile.mkdtemp(prefix="deelwijs-bench-"))
    try:
        server = postgres.running(folder, DURABLE)
        with ExitStack() as made:
            yield tuple(made.enter_context(server.database(name)) for name in NAMES)
    finally:
        postgres.stop(folder)


def test_answers_are_saved_beside_two_floors(databases, disk, content, request, record_property, capsys):
    library = load_library(content)
    moves = [[asdict(move) for move in lap] for lap in laps(library)]
    lessons = sorted(one for one in library.lessons if one.startswith(LESSON))
    seats = [
        seated(url, lambda pupil, at=at: f"floor={pupil.token}" if at else pupil.cookie)
        for at, url in enumerate(databases)
    ]
    with ExitStack() as started:
        served = [started.enter_context(deelwijs(databases[0], content))]
        clients = [started.enter_context(Clients(served[0], seats[0], lessons, moves))]
        warm = Seen()
        warm.add(served[0], clients[0], WARMING)
        size = round(warm.bytes / warm.answers)
        for at in (1, 2):
            served.append(started.enter_context(the_floor(databases[at], size, frozen=at == 1)))
            clients.append(started.enter_context(Clients(served[at], seats[at], lessons, moves)))
            clients[at].click(WARMING)
        seen = [Seen() for _ in served]
        for _ in range(request.config.getoption("--rounds", 4)):
            for one, server, browsers in zip(seen, served, clients, strict=True):
                one.add(server, browsers, SECONDS)
        memory = [worker.memory_full_info() for worker in served[0].workers()]
    ours, frozen, same = (one.figures for one in seen)
    name = f"{databases[0].partition(':')[0]}{disk}, {len(library.curriculum.modules)} modules"
    with capsys.disabled():
        heads = ("", "Deelwijs", "frozen floor", "its store", "/ frozen", "/ its store")
        rows = [
            (key, ours[key], frozen[key], same[key], ours[key] / frozen[key], ours[key] / same[key])
            for key in ours
        ]
        printed(f"{name}: {CLIENTS} clients, 2 workers with {[one.split for one in clients]}", heads, rows)
        mib = 2**20
        print(
            f"memory of the workers under load: USS {sum(m.uss for m in memory) / mib:.0f} MiB,"
            f" PSS {sum(m.pss for m in memory) / mib:.0f} MiB ({len(memory)} processes)"
        )
    record_property(name, json.dumps({"deelwijs": ours, "frozen": frozen, "same": same}))
    assert all(one.answers for one in seen)


def seated(database: str, cookie) -> list[list[dict]]:
    """Sign twelve classes in, and give every client a pupil of each; a client's place is the same in every class."""
    store = Store.open(database)
    store.migrate()
    pupils = [
        {"cookie": cookie(pupil), "csrf": pupil.csrf} for pupil in some_classes(store, CLASSES, CLIENTS)
    ]
    store.close()
    return [pupils[place::CLIENTS] for place in range(CLIENTS)]
