"""`deelwijs compile`, and the starts that stand on it."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from click.testing import CliRunner

from cli.main import main
from course.store.store import Store
from tests.library.content_root import write_content

pytestmark = pytest.mark.proof

PATIENCE = 60


@pytest.fixture
def content(tmp_path):
    return write_content(tmp_path / "content")


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    store = Store.open(f"sqlite:///{folder / 'deelwijs.db'}")
    store.migrate()
    store.close()
    return folder


def compile_(content, data, **settings):
    environment = {"DEELWIJS_DATA": str(data), **settings}
    return CliRunner().invoke(main, ["--content", str(content), "compile"], env=environment)


def break_it(content):
    file = content / "lessons/filmpje/nl.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace("(#sem-zegt-ja)", "(#nergens)"), encoding="utf-8"
    )


@contextmanager
def served(content, data, **settings):
    """The real program with two workers; gives its process and its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [Path(sys.executable).parent / "deelwijs", "--content", content, "serve", "--port", str(port)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DEELWIJS_")}
    process = subprocess.Popen(
        command,
        env={**environment, "DEELWIJS_DATA": str(data), **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield psutil.Process(process.pid), port
    finally:
        process.terminate()
        process.wait(PATIENCE)
        process.stdout.close()


def wait_for(port):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status
        except OSError:
            time.sleep(0.05)
        finally:
            connection.close()
    raise AssertionError("the server did not come up")


def files(data):
    return [path.name for path in (data / "compiled").glob("*")]


def test_the_content_is_compiled_into_one_file_that_is_named(content, data):
    result = compile_(content, data)
    assert result.exit_code == 0, result.output
    (name,) = files(data)
    assert re.fullmatch(rf"{data}/compiled/{name}: 2 modules, \d+ kB\n", result.output)


def test_compiling_needs_no_key_and_no_database(content, tmp_path):
    result = compile_(content, tmp_path / "new")
    assert result.exit_code == 0, result.output
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["compiled"]


def test_broken_content_is_told_with_every_problem_and_not_compiled(content, data):
    break_it(content)
    result = compile_(content, data)
    assert result.exit_code == 1
    assert "lessons/filmpje/nl.md:" in result.stderr
    assert not (data / "compiled").exists()


def test_a_folder_that_cannot_be_written_is_told_in_a_line(content, tmp_path):
    result = compile_(content, tmp_path, DEELWIJS_COMPILED="/proc/none")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: The compiled content can't be kept in /proc/none: ")
    assert "DEELWIJS_COMPILED" in result.stderr


def test_the_first_start_compiles_and_the_next_one_loads(content, data):
    with served(content, data) as (_, port):
        assert wait_for(port) == 200
    (name,) = files(data)
    made = (data / "compiled" / name).stat()
    with served(content, data) as (_, port):
        assert wait_for(port) == 200
    again = (data / "compiled" / name).stat()
    assert (again.st_ino, again.st_mtime_ns) == (made.st_ino, made.st_mtime_ns)


def test_a_start_needs_no_folder_to_compile_in(content, data):
    with served(content, data, DEELWIJS_COMPILED="/proc/none") as (process, port):
        assert wait_for(port) == 200
        process.terminate()
        process.wait(PATIENCE)
    assert files(data) == []


def test_content_that_was_broken_since_it_was_compiled_does_not_start(content, data):
    assert compile_(content, data).exit_code == 0
    break_it(content)
    with served(content, data) as (process, _):
        assert process.wait(PATIENCE) == 1


def test_a_worker_that_is_replaced_comes_back_though_the_content_was_broken_meanwhile(content, data):
    with served(content, data) as (process, port):
        assert wait_for(port) == 200
        before = {one.pid for one in process.children(recursive=True)}
        break_it(content)
        for pid in before:
            psutil.Process(pid).kill()
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            workers = {
                one.pid for one in process.children(recursive=True) if one.status() != psutil.STATUS_ZOMBIE
            }
            if len(workers - before) >= len(before) and not workers & before:
                break
            time.sleep(0.1)
        assert wait_for(port) == 200
        assert process.is_running()


def test_a_worker_that_loads_the_content_has_no_reader_of_it(content, data):
    """What few processes need takes memory and time in all of them."""
    made = compile_(content, data)
    program = (
        "import sys; from web.serving.worker import make; make();"
        "unused = {'markdown_it', 'mdit_py_plugins', 'yaml', 'alembic', 'lxml', 'docx', 'pypdf'};"
        "print(sorted(unused & sys.modules.keys()))"
    )
    environment = {"DEELWIJS_DATA": str(data), "DEELWIJS_CONTENT": str(content)}
    environment["DEELWIJS_FINGERPRINT"] = Path(made.output.partition(":")[0]).stem
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
