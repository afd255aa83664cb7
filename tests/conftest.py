"""What every test may ask for: a store on both databases, and a count of what it sent."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from sqlalchemy import event

from course.classroom import tables as _classroom  # noqa: F401 - declares its tables
from course.contacts import tables as _contacts  # noqa: F401 - declares its tables
from course.enrolment import tables as _enrolment  # noqa: F401 - declares its tables
from course.evaluation import tables as _evaluation  # noqa: F401 - declares its tables
from course.feedback import tables as _reports  # noqa: F401 - declares its tables
from course.figures import tables as _figures  # noqa: F401 - declares its tables
from course.goals import tables as _goals  # noqa: F401 - declares its tables
from course.journal import tables as _journal  # noqa: F401 - declares its tables
from course.learning import tables as _learning  # noqa: F401 - declares its tables
from course.learning.records import tables as _records  # noqa: F401 - declares its tables
from course.people import tables as _people  # noqa: F401 - declares its tables
from course.people.factors import tables as _factors  # noqa: F401 - declares its tables
from course.people.keys import tables as _keys  # noqa: F401 - declares its tables
from course.people.mail import tables as _mail  # noqa: F401 - declares its tables
from course.people.sign_on import tables as _sign_on  # noqa: F401 - declares its tables
from course.privacy import tables as _privacy  # noqa: F401 - declares its tables
from course.profile import tables as _profile  # noqa: F401 - declares its tables
from course.reports.whole import tables as _exports  # noqa: F401 - declares its tables
from course.rosters import tables as _rosters  # noqa: F401 - declares its tables
from course.rulebooks import tables as _rulebooks  # noqa: F401 - declares its tables
from course.store.metadata import metadata
from course.store.store import Store
from tests import postgres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from tests.people.sign_on.provider import Elsewhere

settings.register_profile("no-clock", deadline=None)
settings.load_profile("no-clock")
SERVER_FOLDER = "DEELWIJS_TEST_POSTGRES"
MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30
"""Bytes that must be free there."""
BOTH = ("sqlite", pytest.param("postgres", marks=pytest.mark.postgres))


def pytest_configure(config: pytest.Config) -> None:
    """Name one folder for the server; the workers of pytest-xdist inherit the name.

    Commands and servers speak English, the language of the sources, unless a test is about Dutch.
    """
    os.environ["DEELWIJS_LANGUAGE"] = "en"
    if not hasattr(config, "workerinput"):
        os.environ[SERVER_FOLDER] = tempfile.mkdtemp(prefix="deelwijs-postgres-", dir=_in_memory())
        if folder := _in_memory():
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", folder)


def _in_memory() -> str | None:
    """Name a folder that no disk has to keep, where there is one with room: every test commits to a database of its own."""
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ROOM
    return str(MEMORY) if roomy else None


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server after the last worker."""
    if not hasattr(config, "workerinput"):
        postgres.stop(Path(os.environ.pop(SERVER_FOLDER)))


@pytest.fixture(scope="session")
def postgres_server() -> postgres.Server:
    """The run's PostgreSQL server; skips where there is none, unless it is required."""
    if postgres.binaries() is None:
        (pytest.fail if os.environ.get(postgres.REQUIRED) == "1" else pytest.skip)(postgres.MISSING)
    return postgres.running(Path(os.environ[SERVER_FOLDER]))


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "deelwijs.db"
    template = Store.open(f"sqlite:///{path}")
    template.migrate()
    template.close()
    return path


@pytest.fixture(scope="session")
def _postgres_store(postgres_server: postgres.Server) -> Iterator[Store]:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    with postgres_server.database(f"deelwijs_{worker}") as url:
        store = Store.open(url)
        store.migrate()
        yield store
        store.close()


@pytest.fixture(params=BOTH)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty, migrated store; each test runs once per database."""
    if request.param == "sqlite":
        path = tmp_path / "deelwijs.db"
        shutil.copyfile(request.getfixturevalue("_sqlite_template"), path)
        opened = Store.open(f"sqlite:///{path}")
        yield opened
        opened.close()
    else:
        opened = request.getfixturevalue("_postgres_store")
        yield opened
        with opened.write() as conn:
            names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
            conn.exec_driver_sql(f"TRUNCATE {names} RESTART IDENTITY CASCADE")


@pytest.fixture(params=BOTH)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        server: postgres.Server = request.getfixturevalue("postgres_server")
        with server.database(f"empty_{os.getpid()}") as url:
            yield url


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[Elsewhere]:
    """A provider of accounts on loopback, in a process of its own, once for all tests of a worker."""
    from tests.people.sign_on import provider

    yield from provider.running()


@pytest.fixture
def statements(store: Store) -> Callable[[], AbstractContextManager[list[str]]]:
    """`with statements() as seen: …` lists every statement sent to the store, BEGIN and COMMIT included."""

    @contextmanager
    def listening() -> Iterator[list[str]]:
        seen: list[str] = []

        def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
            seen.append(statement)

        event.listen(store.engine, "before_cursor_execute", note)
        try:
            yield seen
        finally:
            event.remove(store.engine, "before_cursor_execute", note)

    return listening
