"""Answers saved per second with the next scene in the response, beside a floor that only reads and writes."""

import json
import os
import statistics
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pytest

from course.library import default_content_root, load_library
from course.store.store import Store
from tests import postgres
from tests.bench.classes import some_classes
from tests.bench.servers import Clients, deelwijs, the_floor
from tests.bench.table import printed
from tests.bench.walks import laps

pytestmark = pytest.mark.bench

CLIENTS, CLASSES = 30, 12
ROUNDS, SECONDS, WARMING = 4, 2.0, 1.0
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
def databases(request, tmp_path):
    """Two empty databases on one server: the application's and the floor's."""
    if request.param == "sqlite":
        yield tuple(f"sqlite:///{tmp_path / name}.db" for name in ("deelwijs", "floor"))
        return
    if postgres.binaries() is None:
        (pytest.fail if os.environ.get(postgres.REQUIRED) == "1" else pytest.skip)(postgres.MISSING)
    folder = Path(tempfile.mkdtemp(prefix="deelwijs-bench-"))
    try:
        server = postgres.running(folder, DURABLE)
        with server.database("deelwijs") as one, server.database("floor") as other:
            yield one, other
    finally:
        postgres.stop(folder)


def test_answers_are_saved_beside_the_floor(databases, record_property, capsys):
    moves = [[asdict(move) for move in lap] for lap in laps(load_library(default_content_root()))]
    ours, floor = Seen(), Seen()
    own_pupils = seated(databases[0], lambda pupil: pupil.cookie)
    with deelwijs(databases[0]) as served, Clients(served.port, own_pupils, moves) as clients:
        warm = Seen()
        warm.add(served, clients, WARMING)
        size = round(warm.bytes / warm.answers)
        floor_pupils = seated(databases[1], lambda pupil: f"floor={pupil.token}")
        with the_floor(databases[1], size) as bare, Clients(bare.port, floor_pupils, moves) as others:
            others.click(WARMING)
            for _ in range(ROUNDS):
                ours.add(served, clients, SECONDS)
                floor.add(bare, others, SECONDS)
            memory = [worker.memory_full_info() for worker in served.workers()]
    one, other = ours.figures, floor.figures
    rows = [(name, one[name], other[name], one[name] / other[name]) for name in one]
    name = databases[0].partition(":")[0]
    with capsys.disabled():
        printed(f"{name}: {CLIENTS} clients, 2 workers", ("", "Deelwijs", "floor", "ratio"), rows)
        mib = 2**20
        print(
            f"memory of the workers under load: USS {sum(m.uss for m in memory) / mib:.0f} MiB,"
            f" PSS {sum(m.pss for m in memory) / mib:.0f} MiB ({len(memory)} processes)"
        )
    record_property(name, json.dumps({"deelwijs": one, "floor": other}))
    assert ours.answers > 0 < floor.answers


def seated(database: str, cookie) -> list[list[dict]]:
    """Sign twelve classes in, and give every client a pupil of each; a client's place is the same in every class."""
    store = Store.open(database)
    store.migrate()
    pupils = [
        {"cookie": cookie(pupil), "csrf": pupil.csrf} for pupil in some_classes(store, CLASSES, CLIENTS)
    ]
    store.close()
    return [pupils[place::CLIENTS] for place in range(CLIENTS)]
