"""The name of compiled content changes with all that goes into it, and with nothing else."""

from __future__ import annotations

import pytest

from course.library import fingerprint
from course.library.fingerprint import fingerprint_of
from tests.library.content_root import write_content


@pytest.fixture
def root(tmp_path):
    return write_content(tmp_path / "content")


def test_the_same_content_has_the_same_fingerprint_wherever_it_lies(root, tmp_path):
    assert fingerprint_of(root) == fingerprint_of(write_content(tmp_path / "elsewhere"))


@pytest.mark.parametrize(
    "file",
    [
        "norms/acts.toml",
        "norms/law.toml",
        "norms/protocols/our-school.toml",
        "lessons/team/nl.md",
        "quizzes/team.md",
        "curriculum/modules.toml",
        "curriculum/frameworks/slo.csv",
    ],
)
def test_one_other_letter_in_any_file_that_is_read_is_another_fingerprint(root, file):
    before = fingerprint_of(root)
    raw = (root / file).read_bytes()
    (root / file).write_bytes(raw[:-2] + b"#" + raw[-1:])
    assert fingerprint_of(root) != before


def test_a_file_more_or_less_or_renamed_is_another_fingerprint(root):
    seen = {fingerprint_of(root)}
    (root / "lessons/filmpje/en.md").write_text("", encoding="utf-8")
    seen.add(fingerprint_of(root))
    (root / "lessons/filmpje/en.md").rename(root / "lessons/team/en.md")
    seen.add(fingerprint_of(root))
    (root / "lessons/filmpje/kaart.svg").unlink()
    seen.add(fingerprint_of(root))
    assert len(seen) == 4


@pytest.mark.parametrize(
    "file", ["lessons/content/nl.md", "lessons/__pycache__/nl.md", "norms/new.json", "quizzes/LICENSE"]
)
def test_whatever_a_folder_or_a_new_kind_of_file_is_called_its_words_count(root, file):
    (root / file).parent.mkdir(exist_ok=True)
    seen = {fingerprint_of(root)}
    for words in ("one", "other"):
        (root / file).write_text(words, encoding="utf-8")
        seen.add(fingerprint_of(root))
    assert len(seen) == 3


def test_what_is_drawn_in_a_picture_is_not_compiled(root):
    before = fingerprint_of(root)
    (root / "lessons/filmpje/kaart.svg").write_text("<svg><path/></svg>", encoding="utf-8")
    assert fingerprint_of(root) == before


def test_words_that_move_from_one_file_to_the_next_are_other_content(root):
    before = fingerprint_of(root)
    quizzes = root / "quizzes"
    first, second = ((quizzes / name).read_bytes() for name in ("filmpje.md", "team.md"))
    (quizzes / "filmpje.md").write_bytes(first + second[:1])
    (quizzes / "team.md").write_bytes(second[1:])
    assert fingerprint_of(root) != before


def test_another_program_or_library_is_another_fingerprint(root, monkeypatch, tmp_path):
    before = fingerprint_of(root)
    monkeypatch.setattr(fingerprint, "LIBRARIES", ("markdown_it", "mdit_py_plugins"))
    other_library = fingerprint_of(root)
    monkeypatch.undo()
    monkeypatch.setattr(fingerprint, "__file__", str(tmp_path / "course" / "library" / "fingerprint.py"))
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "newer.py").write_text("", encoding="utf-8")
    assert len({before, other_library, fingerprint_of(root)}) == 3


def test_a_root_without_any_content_has_a_fingerprint_too(tmp_path):
    assert len(fingerprint_of(tmp_path)) == 32


@pytest.mark.parametrize("library", fingerprint.LIBRARIES)
def test_every_library_tells_its_version_in_the_file_that_is_read(library):
    words = dict(fingerprint._parts(fingerprint.Path("/nowhere")))[library]
    assert b"__version__" in words
