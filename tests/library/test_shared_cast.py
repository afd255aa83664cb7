"""Readers meet the same people again: each has a file and faces, and a lesson names whom it meets."""

from __future__ import annotations

import pytest

from course.library.load import read_content
from course.library.shared_cast import read_shared_cast
from course.reading.findings import without_hints
from tests.library.many_modules import write_modules

LESSON = "mag-deze-foto"
NOOR = 'name = "Noor"\nface = "noor.svg"\nfaces = {blij = "noor-blij.svg"}\nabout = "Heeft altijd haast."\n'


@pytest.fixture
def root(tmp_path):
    root = write_modules(tmp_path, 1)
    cast = root / "lessons" / "cast"
    for name in ("noor.svg", "noor-blij.svg"):
        (cast / name).write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (cast / "noor.toml").write_text(NOOR, encoding="utf-8")
    return root


def lesson_with(root, member):
    file = root / "lessons" / LESSON / "nl.md"
    text = file.read_text(encoding="utf-8").replace("noor: {shared: true}", member)
    file.write_text(text, encoding="utf-8")
    library, problems = read_content(root)
    told = [(one.code, one.line) for one in without_hints(problems) if LESSON in one.file]
    return library.lessons[LESSON]["nl"].cast["noor"], told


@pytest.mark.parametrize(
    ("member", "picture"),
    [("noor: {shared: true}", "noor.svg"), ("noor: {shared: true, face: blij}", "noor-blij.svg")],
)
def test_a_lesson_meets_somebody_of_the_shared_cast_with_a_face(root, member, picture):
    noor, told = lesson_with(root, member)
    assert (noor.name, noor.picture, noor.folder) == ("Noor", picture, "cast")
    assert told == []


@pytest.mark.parametrize(
    ("member", "code"),
    [
        ("noor: {shared: true, face: boos}", "unknown-face"),
        ("noor: {shared: true, name: Nora}", "unknown-key"),
    ],
)
def test_a_slip_in_whom_a_lesson_meets_is_told(root, member, code):
    assert [one for one, _ in lesson_with(root, member)[1]] == [code]


def test_who_is_not_in_the_shared_cast_is_told(root):
    (root / "lessons" / "cast" / "noor.toml").unlink()
    assert lesson_with(root, "noor: {shared: true}")[1] == [("unknown-member", 8)]


def test_a_file_of_the_cast_is_checked_like_every_other(root):
    text = NOOR.replace("noor-blij.svg", "weg.svg").replace("about", "abuot")
    (root / "lessons" / "cast" / "noor.toml").write_text(text, encoding="utf-8")
    members, problems = read_shared_cast(root)
    assert members["noor"].name == "Noor"
    assert [(one.code, one.line) for one in problems] == [("missing-picture", 3), ("unknown-key", 4)]


def test_the_folder_of_the_cast_is_no_lesson(root):
    library, _ = read_content(root)
    assert "cast" not in library.lessons
