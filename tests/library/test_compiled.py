"""Compiled content is loaded where it can be trusted, read anew where it can't, and never served where it is broken."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from course.errors import ContentBroken, Unavailable
from course.library import compile_library, compiled, is_compiled, open_library
from tests.library.content_root import write_content


@pytest.fixture
def root(tmp_path):
    return write_content(tmp_path / "content")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "compiled"


@pytest.fixture
def reads(monkeypatch):
    """Count how often content is read and audited."""
    counted = []

    def load(root, really=compiled.load_library):
        counted.append(root)
        return really(root)

    monkeypatch.setattr(compiled, "load_library", load)
    return counted


def change(root: Path, old: str = "Sem lacht.", new: str = "Sem schatert.") -> None:
    file = root / "lessons/filmpje/nl.md"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def words(library) -> str:
    return library.lesson("filmpje").scenes["sem-zegt-ja"].pieces[0].html


def test_content_is_read_and_audited_once(root, folder, reads):
    made = compile_library(root, folder)
    assert [path.name for path in folder.iterdir()] == [made.file.name]
    for _ in range(3):
        assert open_library(root, folder).lessons == made.library.lessons
    assert len(reads) == 1


def test_without_a_compiled_file_or_a_folder_the_content_is_read(root, folder, reads):
    assert words(open_library(root, folder)) == words(open_library(root, None)) == "<p>Sem lacht.</p>"
    assert len(reads) == 2
    assert not folder.exists(), "only who compiles writes"


def test_a_change_is_noticed_at_the_next_start(root, folder):
    compile_library(root, folder)
    assert is_compiled(root, folder)
    change(root)
    assert not is_compiled(root, folder)
    assert words(open_library(root, folder)) == "<p>Sem schatert.</p>"


def test_a_worker_of_a_running_service_loads_what_the_others_have_whatever_was_saved_since(
    root, folder, reads
):
    made = compile_library(root, folder)
    change(root)
    assert words(open_library(root, folder, made.fingerprint)) == "<p>Sem lacht.</p>"
    change(root, "(#sem-zegt-ja)", "(#nergens)")
    assert words(open_library(root, folder, made.fingerprint)) == "<p>Sem lacht.</p>"
    made.file.unlink()
    with pytest.raises(ContentBroken):
        open_library(root, folder, made.fingerprint)


def test_broken_content_is_never_compiled_and_an_older_file_does_not_hide_it(root, folder):
    compile_library(root, folder)
    change(root, "(#sem-zegt-ja)", "(#nergens)")
    with pytest.raises(ContentBroken):
        compile_library(root, folder)
    with pytest.raises(ContentBroken):
        open_library(root, folder)
    assert not is_compiled(root, folder)


def test_the_same_content_at_another_place_is_served_from_there(root, folder, tmp_path, reads):
    compile_library(root, folder)
    other = write_content(tmp_path / "other")
    assert open_library(other, folder).root == other
    assert len(reads) == 1


def _cut(file):
    file.write_bytes(file.read_bytes()[:-1])


def _flip(file):
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)


def _empty(file):
    file.write_bytes(b"")


def _gone(file):
    file.unlink()


def _folder(file):
    file.unlink()
    file.mkdir()


def _link(file):
    file.rename(file.with_suffix(".elsewhere"))
    file.symlink_to(file.with_suffix(".elsewhere"))


def _pipe(file):
    file.unlink()
    os.mkfifo(file)


def _group_writes(file):
    file.chmod(0o664)


def _all_write(file):
    file.chmod(0o646)


def _all_write_beside_it(file):
    file.parent.chmod(0o777)


@pytest.mark.parametrize(
    "spoil",
    [_cut, _flip, _empty, _gone, _folder, _link, _pipe, _group_writes, _all_write, _all_write_beside_it],
)
def test_a_file_that_is_damaged_or_that_others_may_have_written_is_as_good_as_none(
    root, folder, spoil, reads
):
    made = compile_library(root, folder)
    spoil(made.file)
    assert not is_compiled(root, folder)
    assert words(open_library(root, folder, made.fingerprint)) == "<p>Sem lacht.</p>"
    assert len(reads) == 2


def test_a_file_of_other_content_under_this_name_is_refused(root, folder, reads):
    made = compile_library(root, folder)
    change(root)
    other = compile_library(root, folder)
    made.file.replace(other.file)
    assert words(open_library(root, folder)) == "<p>Sem schatert.</p>"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_or_folder_of_another_account_is_refused(root, folder, reads):
    made = compile_library(root, folder)
    for path in (made.file, folder):
        os.chown(path, 12345, -1)
        assert not is_compiled(root, folder)
        os.chown(path, 0, -1)
    assert is_compiled(root, folder)


def test_compiling_again_mends_what_was_spoiled(root, folder):
    made = compile_library(root, folder)
    for spoil in (_flip, _link, _all_write, _all_write_beside_it):
        spoil(made.file)
        compile_library(root, folder)
        assert is_compiled(root, folder), spoil.__name__
    assert made.file.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("mask", [0o000, 0o002, 0o077])
def test_whatever_the_mask_of_the_account_nobody_else_may_write_there(root, folder, mask):
    before = os.umask(mask)
    try:
        made = compile_library(root, folder)
    finally:
        os.umask(before)
    assert is_compiled(root, folder)
    assert not (made.file.stat().st_mode | folder.stat().st_mode) & 0o022


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing_behind(root, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OSError, match="Not a directory"):
        compile_library(root, tmp_path / "file" / "compiled")
    with pytest.raises(OSError, match="No such file"):
        compile_library(root, Path("/proc/compiled"))


def test_a_disk_that_is_full_leaves_nothing_half_behind(root, folder, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        compile_library(root, folder)
    assert list(folder.iterdir()) == []


def test_content_that_is_saved_while_it_is_read_is_read_again(root, folder, monkeypatch):
    saves = ["Sem giert.", "Sem schatert."]

    def load(root, really=compiled.load_library):
        library = really(root)
        if saves:
            change(root, *(("Sem lacht.", saves.pop(0)) if len(saves) == 2 else ("Sem giert.", saves.pop(0))))
        return library

    monkeypatch.setattr(compiled, "load_library", load)
    made = compile_library(root, folder)
    monkeypatch.undo()
    assert words(made.library) == words(open_library(root, folder)) == "<p>Sem schatert.</p>"
    assert [path.name for path in folder.iterdir()] == [made.file.name]


def test_content_that_never_stands_still_is_not_compiled(root, folder, monkeypatch):
    names = iter(range(1000))
    monkeypatch.setattr(compiled, "fingerprint_of", lambda _: str(next(names)))
    with pytest.raises(Unavailable):
        compile_library(root, folder)


def test_only_the_newest_files_are_kept(root, folder):
    made = []
    for number in range(compiled.MOST_KEPT + 3):
        change(root, "Sem lacht.", f"Sem lacht. Ha {number}.")
        made.append(compile_library(root, folder).file)
        os.utime(made[-1], (number, number))
    left = set(folder.iterdir())
    assert len(left) == compiled.MOST_KEPT
    assert made[-1] in left
    assert is_compiled(root, folder)


def test_two_that_compile_at_once_do_not_harm_each_other(root, folder):
    program = (
        "import sys; from pathlib import Path; from course.library import compile_library, open_library\n"
        "root, folder = map(Path, sys.argv[1:])\n"
        "for _ in range(5): print(open_library(root, folder, compile_library(root, folder).fingerprint).quiz('team').title)"
    )
    project = Path(__file__).parents[2]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(root), str(folder)],
            cwd=project,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    said = [process.communicate(timeout=60)[0] for process in running]
    assert said == ["Het filmpje\n" * 5] * 3
    assert len(list(folder.iterdir())) == 1


def test_whoever_loads_meanwhile_sees_a_whole_file_or_none(root, folder, reads):
    compile_library(root, folder)
    stop, seen = threading.Event(), []

    def load():
        while not stop.is_set():
            seen.append(words(open_library(root, folder)))

    reader = threading.Thread(target=load)
    reader.start()
    for _ in range(20):
        compile_library(root, folder)
    stop.set()
    reader.join()
    assert set(seen) == {"<p>Sem lacht.</p>"}
    assert len(reads) == 21, "the file was there all the time"
