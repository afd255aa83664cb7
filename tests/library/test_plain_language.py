import pytest

from course.library import read_content
from course.library.plain_language import check_plain_language, readings, table
from tests.library.content_root import write_content
from tests.library.test_coverage import spoil

LONG = "Sem zei dat hij " + "heel " * 20 + "boos was."


@pytest.fixture
def root(tmp_path):
    return write_content(tmp_path)


def hints(root):
    return check_plain_language(read_content(root)[0])


def test_rare_words_are_a_hint_for_the_youngest_readers_and_names_are_none(root):
    spoil(
        root,
        "lessons/filmpje/nl.md",
        ("Een filmpje van Sem.", "Een beteuterd filmpje van Kluit. Kluit lacht."),
    )
    (hint,) = (one for one in hints(root) if one.file == "lessons/filmpje/nl.md")
    assert (hint.code, hint.severity) == ("rare-words", "hint")
    assert hint.message.endswith("rare for po-7-8: beteuterd.")


def test_a_long_sentence_of_a_quiz_is_a_hint_at_its_line(root):
    spoil(root, "quizzes/filmpje.md", ("Dan weet Sem van niets.", LONG))
    (hint,) = (one for one in hints(root) if one.code == "long-sentence")
    lines = (root / hint.file).read_text(encoding="utf-8").splitlines()
    assert lines[hint.line - 1] == "- [ ] Niemand"


def test_sentences_and_words_are_counted_for_every_lesson_and_quiz(root):
    found = {one.name: one for one in readings(read_content(root)[0])}
    assert list(found) == ["filmpje", "filmpje (quiz)", "team", "team (quiz)"]
    assert found["filmpje"].band == "po-7-8"
    assert 0 < found["filmpje"].mean <= found["filmpje"].most
    assert len(table(read_content(root)[0]).splitlines()) == 6
