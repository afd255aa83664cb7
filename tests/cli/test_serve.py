"""`deelwijs serve` starts on sound content and its own tables only, and says what to do otherwise."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from sqlalchemy import update

from cli.main import main
from course.people.public_password import opens_an_account
from course.people.secrets import hash_password
from course.people.tables import credentials
from course.store.store import Store
from tests import builders
from tests.cli.served import eventually, served

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[2]
PATIENCE = 60


def serve(
    folder: Path,
    *,
    content: Path = ROOT,
    workers: int = 2,
    cwd: Path | None = None,
    words: Sequence[str] = (),
    settings: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run the real program, which is expected to end by itself."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DEELWIJS_")}
    environment["DEELWIJS_LANGUAGE"] = "en"
    return subprocess.run(
        [
            Path(sys.executable).parent / "deelwijs",
            "--content",
            content,
            "serve",
            "--port",
            str(port),
            "--workers",
            str(workers),
            *words,
        ],
        env={**environment, **(settings or {}), "DEELWIJS_DATA": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        cwd=cwd or folder,
    )


def test_the_program_is_loaded_once_for_all_workers_and_nothing_is_begun_before_they_are_there() -> None:
    """Forks share its memory; a connection, a file or a thread of their parent would be of no use to them, or a danger."""
    told = """
import multiprocessing, os, sys, threading
from web.serving.worker import load_for_all
multiprocessing.set_start_method(sys.argv[1])
before = os.listdir("/proc/self/fd")
load_for_all()
print("web.app" in sys.modules, threading.active_count(), os.listdir("/proc/self/fd") == before)
"""
    for way, loaded in (("fork", "True"), ("spawn", "False")):
        done = subprocess.run(
            [sys.executable, "-c", told, way], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert done.stdout.split() == [loaded, "1", "True"], way


def test_broken_content_is_refused_with_every_problem_at_once(tmp_path):
    content = tmp_path / "content"
    for folder in ("norms", "lessons", "quizzes", "curriculum"):
        shutil.copytree(ROOT / folder, content / folder)
    spoiled = {
        "norms/protocols/compass.toml": ('"ask-first"', '"ask"'),
        "lessons/mag-deze-foto/nl.md": ("(#in-de-bus)", "(#in-de-buss)"),
        "quizzes/mag-deze-foto/nl.md": ("act=forward-photo-of-classmate", "act=forward-foto-of-classmate"),
    }
    for name, (old, new) in spoiled.items():
        text = (content / name).read_text(encoding="utf-8")
        assert old in text
        (content / name).write_text(text.replace(old, new), encoding="utf-8")
    done = serve(tmp_path, content=content)
    assert done.returncode == 1
    said = done.stdout + done.stderr
    for name in spoiled:
        assert f"{name}:" in said
    assert said.count(": error [unknown-scene] ") == said.count("Deelwijs does not start: ") == 1, (
        "told by one worker"
    )
    errors, warnings = said.count(": error ["), said.count(": warning [")
    assert re.search(rf"{errors} errors?( and {warnings} warnings?)? in the content", said)
    assert "in-de-bus" in said
    assert ": hint [" not in said, "what does not stop the start would only hide what does"
    assert "Traceback" not in said


@pytest.mark.parametrize("command", ["serve", "demo", "preview"])
@pytest.mark.parametrize("port", ["0", "99999", "-1"])
def test_a_port_that_does_not_exist_is_refused_before_anything_is_done(tmp_path, command, port):
    lesson = ["mag-deze-foto"] if command == "preview" else []
    result = CliRunner().invoke(
        main, [command, *lesson, "--port", port], env={"DEELWIJS_DATA": str(tmp_path)}
    )
    assert result.exit_code == 2
    assert "'--port'" in result.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["serve"], ["preview", "mag-deze-foto"]])
def test_a_port_in_use_is_told_in_a_line_and_no_address_is_shown(tmp_path, monkeypatch, command):
    monkeypatch.setenv("DEELWIJS_DATA", str(tmp_path))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, [*command, "--port", str(port)])
    assert result.exit_code == 1
    assert (
        result.output
        == f"Error: Port {port} of 127.0.0.1 is in use. Stop what uses it, or name another with --port.\n"
    )


def test_a_host_that_is_no_address_is_told_in_a_line(tmp_path, monkeypatch):
    monkeypatch.setenv("DEELWIJS_DATA", str(tmp_path))
    result = CliRunner().invoke(main, ["serve", "--host", "nergens.invalid"])
    assert result.exit_code == 2
    assert "'--host'" in result.output
    assert "127.0.0.1" in result.output


def test_a_database_without_tables_is_refused_with_the_remedy(tmp_path):
    done = serve(tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("deelwijs migrate") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [["migrate"], ["demo", "--build-only"]])
def test_the_folder_of_a_database_is_made(tmp_path, monkeypatch, command):
    monkeypatch.setenv("DEELWIJS_SECRET_KEY", "given, so that no other file makes the folder")
    monkeypatch.setenv("DEELWIJS_DATA", str(tmp_path / "not" / "there"))
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "not" / "there" / "deelwijs.db").exists()


@pytest.mark.parametrize("command", ["migrate", "serve", "demo"])
def test_a_data_folder_that_cannot_be_written_is_told_in_a_line(tmp_path, monkeypatch, command):
    (tmp_path / "file").write_text("no folder", encoding="ascii")
    if command == "serve":
        done = serve(tmp_path / "file", cwd=tmp_path)
        assert done.returncode == 1
        said = done.stderr
    else:
        monkeypatch.setenv("DEELWIJS_DATA", str(tmp_path / "file"))
        result = CliRunner().invoke(main, [command, *(["--build-only"] if command == "demo" else [])])
        assert result.exit_code == 1
        said = result.stderr
    assert len(said.splitlines()) == 1, said
    assert "DEELWIJS_DATA" in said


@pytest.mark.parametrize("address", ["nonsense://x", "sqlite:////proc/none/deelwijs.db", "not an address"])
def test_a_database_that_cannot_be_opened_is_told(tmp_path, monkeypatch, address):
    monkeypatch.setenv("DEELWIJS_DATABASE", address)
    monkeypatch.setenv("DEELWIJS_DATA", str(tmp_path))
    result = CliRunner().invoke(main, ["migrate"])
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")


def test_a_demo_of_broken_content_is_refused_with_its_problems(tmp_path):
    content = tmp_path / "content"
    for folder in ("norms", "lessons", "quizzes", "curriculum"):
        shutil.copytree(ROOT / folder, content / folder)
    file = content / "lessons" / "mag-deze-foto" / "nl.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace("(#in-de-bus)", "(#in-de-buss)"), encoding="utf-8"
    )
    database = f"sqlite:///{tmp_path / 'demo.db'}"
    words = ["--content", str(content), "demo", "--build-only", "--database", database]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 1
    assert "lessons/mag-deze-foto/nl.md:" in result.stderr
    assert "Error: " in result.stderr
    assert not (tmp_path / "demo.db").exists(), "nothing is made for content that can't be used"


def test_migrating_makes_the_tables_and_may_be_repeated(tmp_path, monkeypatch):
    monkeypatch.setenv("DEELWIJS_DATABASE", f"sqlite:///{tmp_path / 'new.db'}")
    monkeypatch.setenv("DEELWIJS_DATA", str(tmp_path))
    for _ in range(2):
        result = CliRunner().invoke(main, ["migrate"])
        assert (result.exit_code, result.output) == (0, "The database is up to date.\n")
    store = Store.open(f"sqlite:///{tmp_path / 'new.db'}")
    assert store.is_current()
    store.close()


def test_the_secret_key_is_made_once_and_is_the_owners_alone(tmp_path):
    from web.config import Config

    first, second = (Config.from_environment({"DEELWIJS_DATA": str(tmp_path)}) for _ in range(2))
    assert first.secret_key == second.secret_key
    assert len(first.secret_key) > 40
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


@pytest.fixture
def demo(tmp_path):
    """A demo board in the folder of a database, of which a teacher signs in with the password that everybody can read."""
    store = Store.open(f"sqlite:///{tmp_path / 'deelwijs.db'}")
    store.migrate()
    builders.a_teacher(store)
    yield store
    store.close()


@pytest.mark.parametrize(
    ("words", "settings"),
    [
        (("--host", "0.0.0.0"), {}),
        ((), {"DEELWIJS_PROXIES": "1"}),
        ((), {"DEELWIJS_HOSTS": "school.example"}),
    ],
)
def test_a_demo_board_is_not_served_to_others(tmp_path, demo, words, settings):
    done = serve(tmp_path, words=words, settings=settings)
    assert done.returncode == 1
    assert done.stderr.count("Deelwijs does not start: This is a demo board") == 1


def test_a_demo_board_with_new_passwords_is_a_board_like_any(demo):
    assert opens_an_account(demo)
    with demo.write() as conn:
        conn.execute(update(credentials).values(secret_hash=hash_password("iets heel anders")))
    assert not opens_an_account(demo)


def test_a_demo_board_is_warned_of_on_this_machine(tmp_path):
    with served(tmp_path, builders.a_teacher) as running:
        eventually(lambda: running.said().count("WARNING: This is a demo board") == 1)


def test_a_school_whose_protocol_cannot_be_found_is_told_of_at_the_start_and_its_neighbours_are_noted(
    tmp_path,
):
    def fill(store):
        board = builders.a_board(store)
        builders.a_school(store, board, name="De Eik")
        builders.a_school(store, board, protocol="taken-out", name="De Beuk")

    with served(tmp_path, fill) as running:
        eventually(lambda: running.said().count("WARNING: nobody at De Beuk can learn") == 1)
        assert 'deelwijs protocol import FILE --school "De Beuk"' in running.said()
        assert "De Eik" not in running.said()
        eventually(running.answers)
    store = Store.open(f"sqlite:///{tmp_path / 'deelwijs.db'}")
    with store.read() as conn:
        assert conn.exec_driver_sql("SELECT slug, number FROM protocol_versions").all() == [("kom-leren", 1)]
    store.close()
