import shutil
from pathlib import Path

import pytest

from course.errors import ContentBroken
from course.library import default_content_root, load_library, read_content
from course.reading.findings import Severity, without_hints
from tests.library.content_root import LESSON, write_content


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_content(tmp_path)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def found(root: Path) -> list[tuple[str, int, str]]:
    problems = read_content(root)[1]
    assert list(problems) == sorted(problems)
    return [(one.file, one.line, one.code) for one in problems if one.severity is not Severity.HINT]


def test_a_sound_root_is_read_whole(root):
    library = load_library(root)
    assert found(root) == []
    assert library.root == root
    assert list(library.lessons) == ["filmpje", "team"]
    assert list(library.quizzes) == ["filmpje", "team"]
    assert {one.severity for one in read_content(root)[1]} == {Severity.HINT}


def test_one_error_anywhere_stops_the_start_and_all_problems_come_along(root):
    change(root / "norms/acts.toml", 'theme = "images-consent"', "")
    change(root / "lessons/filmpje/nl.md", "act=ask-the-person-first", "act=ask-the-persn-first")
    change(root / "quizzes/filmpje.md", "- [x] Sem", "- [ ] Sem\n  > Nee.")
    change(root / "curriculum/modules.toml", '["po-7-8"]', '["po-78"]')
    with pytest.raises(ContentBroken) as caught:
        load_library(root)
    files = {one.file for one in caught.value.problems if one.severity is Severity.ERROR}
    assert files == {
        "norms/acts.toml",
        "lessons/filmpje/nl.md",
        "quizzes/filmpje.md",
        "curriculum/modules.toml",
    }


def test_a_warning_stops_nothing(root):
    change(root / "quizzes/filmpje.md", "draw: 1", "draw: 2")
    assert found(root) == [("quizzes/filmpje.md", 1, "few-questions")]
    assert load_library(root).quiz("filmpje").draw == 2


def test_a_translation_is_read_beside_the_dutch_lesson(root):
    (root / "lessons/filmpje/en.md").write_text(
        LESSON.replace("Over een filmpje", "About a clip"), encoding="utf-8"
    )
    library = load_library(root)
    assert "About a clip" in library.lesson("filmpje", "en").introduction


def test_a_translation_that_performs_another_act_is_told_of(root):
    text = LESSON.replace("{act=ask-the-person-first}", "{act=post-photo-without-asking}", 1)
    (root / "lessons/filmpje/en.md").write_text(text, encoding="utf-8")
    assert "other-act" in [code for file, _, code in found(root) if file == "lessons/filmpje/en.md"]


def test_a_lesson_without_dutch_text_is_told_of(root):
    (root / "lessons/filmpje/nl.md").rename(root / "lessons/filmpje/en.md")
    assert ("lessons/filmpje/nl.md", 1, "no-dutch-lesson") in found(root)


def test_a_file_that_is_not_utf8_is_told_of_with_its_line(root):
    (root / "lessons/filmpje/nl.md").write_bytes(
        LESSON.replace("Sem lacht", "S\xe9m lacht").encode("latin-1")
    )
    line = LESSON.splitlines().index("Sem lacht.") + 1
    assert ("lessons/filmpje/nl.md", line, "not-utf-8") in found(root)


@pytest.mark.parametrize("raw", [LESSON.encode("utf-16"), b"\x89PNG\x00"])
def test_a_lesson_or_quiz_that_is_no_text_is_one_problem(root, raw):
    for file in ("lessons/filmpje/nl.md", "quizzes/filmpje.md"):
        before = (root / file).read_bytes()
        (root / file).write_bytes(raw)
        assert found(root) == [(file, 1, "not-text")]
        assert "untaught-article" not in [one.code for one in read_content(root)[1]]
        (root / file).write_bytes(before)


def test_a_lesson_without_a_scene_is_not_told_of_again_where_it_is_named(root):
    (root / "lessons/filmpje/nl.md").write_text(LESSON.partition("\n## ")[0], encoding="utf-8")
    assert {one.file for one in without_hints(read_content(root)[1])} == {"lessons/filmpje/nl.md"}


def test_a_missing_list_of_modules_is_one_problem(root):
    (root / "curriculum/modules.toml").unlink()
    assert found(root) == [("curriculum/modules.toml", 1, "unreadable-file")]


SORT = """
{#sorteer kind=sort}
## Sorteer

- vragen {act=ask-the-person-first}
- plaatsen {act=post-photo-without-asking}
- weer vragen {act=ask-the-person-first}

> Zo ligt het.
"""


@pytest.mark.parametrize("file", ["norms/acts.toml", "norms/protocols/our-school.toml"])
def test_norms_that_cannot_be_read_are_one_problem_however_much_names_them(root, file):
    change(root / "lessons/filmpje/nl.md", "minutes: 5", "minutes: 5\narticles: [our-school:A.1]")
    change(root / "quizzes/filmpje.md", "{#wie ", '{#wie articles="our-school:A.1" ')
    with (root / "quizzes/filmpje.md").open("a", encoding="utf-8") as quiz:
        quiz.write(SORT)
    (root / file).write_bytes(b"\0")
    assert found(root) == [(file, 1, "not-text")]


def test_where_no_protocol_is_at_all_none_is_called_unknown(root):
    change(root / "lessons/filmpje/nl.md", "minutes: 5", "minutes: 5\narticles: [our-school:A.1]")
    change(root / "quizzes/filmpje.md", "{#wie ", '{#wie articles="our-school:A.1" ')
    (root / "norms/protocols/our-school.toml").unlink()
    assert found(root) == [("norms/protocols", 1, "no-protocol")]


@pytest.mark.parametrize("file", ["lessons/filmpje/nl.md", "quizzes/filmpje.md"])
def test_an_empty_lesson_or_quiz_is_one_problem(root, file):
    (root / file).write_text("\n", encoding="utf-8")
    assert found(root) == [(file, 1, "empty-file")]


def test_a_lesson_that_is_gone_is_not_told_of_again_for_its_picture(root):
    shutil.rmtree(root / "lessons/filmpje")
    change(
        root / "curriculum/modules.toml",
        'lessons = ["team"]\nquiz = "team"\npicture = "filmpje/kaart.svg"',
        'lessons = ["team"]\nquiz = "team"\npicture = "team/kaart.svg"',
    )
    (root / "lessons/team/kaart.svg").write_text("<svg/>", encoding="utf-8")
    assert found(root) == [("curriculum/modules.toml", 1, "unknown-lesson")]


def test_what_a_system_leaves_behind_is_no_content(root):
    for folder, name in (
        ("quizzes", "._filmpje.md"),
        ("curriculum/frameworks", "._slo.csv"),
        ("curriculum/goals", "._p.toml"),
    ):
        (root / folder).mkdir(exist_ok=True)
        (root / folder / name).write_bytes(b"\x00\x05\x16")
    (root / "lessons/.trash").mkdir()
    assert found(root) == []


def test_notes_for_authors_are_no_content(root):
    (root / "quizzes/README.md").write_text("# Hoe schrijf je een vraag?\n", encoding="utf-8")
    (root / "lessons/README.md").write_text("# Hoe schrijf je een les?\n", encoding="utf-8")
    assert found(root) == []


def test_an_empty_root_is_broken_in_words(tmp_path):
    with pytest.raises(ContentBroken) as caught:
        load_library(tmp_path)
    assert len(caught.value.problems) > 2
    assert all(one.remedy for one in caught.value.problems)


def test_a_lesson_that_the_modules_name_but_nobody_wrote_is_told_of(root):
    shutil.rmtree(root / "lessons/team")
    assert found(root) == [("curriculum/modules.toml", 11, "unknown-lesson")]


def test_the_project_has_its_own_content():
    assert (default_content_root() / "norms" / "acts.toml").is_file()


def test_a_bank_stands_in_a_folder_with_its_pictures_beside_it(root):
    flat, folder = root / "quizzes/filmpje.md", root / "quizzes/filmpje"
    folder.mkdir()
    (folder / "fiets.svg").write_text("<svg/>", encoding="utf-8")
    text = flat.read_text(encoding="utf-8")
    (folder / "nl.md").write_text(text.rstrip() + "\n>\n> ![Een fiets](fiets.svg)\n", encoding="utf-8")
    flat.unlink()
    assert found(root) == []
    pictures = [
        one for asked in load_library(root).quiz("filmpje").questions.values() for one in asked.pictures
    ]
    assert pictures == ["filmpje/fiets.svg"]
    (folder / "fiets.svg").unlink()
    assert [(file, code) for file, _, code in found(root)] == [("quizzes/filmpje/nl.md", "missing-picture")]


def test_where_a_bank_has_a_folder_its_file_beside_the_others_is_not_read(root):
    flat, folder = root / "quizzes/filmpje.md", root / "quizzes/filmpje"
    folder.mkdir()
    (folder / "nl.md").write_text(flat.read_text(encoding="utf-8"), encoding="utf-8")
    flat.write_text("Van vroeger.", encoding="utf-8")
    assert found(root) == []
    assert load_library(root).quiz("filmpje").file == "quizzes/filmpje/nl.md"
