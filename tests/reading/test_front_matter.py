"""Front matter is read the same way above a lesson and above a question bank."""

from __future__ import annotations

import pytest

from course.quiz.read import read_quiz
from course.reading.findings import Findings
from course.reading.front_matter import FrontMatter, read_front_matter
from course.reading.markdown import Dialect, make_parser
from course.scenario.read import read_lesson

DIALECT = Dialect(make_parser())
QUESTION = "\n{#een}\n## Een?\n\n- [x] Ja\n- [ ] Nee\n  > Nee.\n\n> Zo is het.\n"
SCENE = "\n# Proef\n\n## Begin\n\nEen zin.\n"


def read(text: str) -> tuple[FrontMatter | None, Findings]:
    findings = Findings("f.md")
    tokens = DIALECT.tokens(f"---\n{text}\n---\n")
    return read_front_matter(tokens, findings, ("title",), is_open=True), findings


def found(findings: Findings) -> list[tuple[int, str]]:
    return [(one.line, one.code) for one in findings.in_order()]


@pytest.mark.parametrize("value", ["no", "08:30", "2024-09-01", "24", "null", "1e3"])
def test_a_value_is_the_text_that_stands_there(value):
    keys, findings = read(f"title: {value}")
    assert keys.text("title") == value
    assert found(findings) == []


def test_every_key_is_known_by_its_line_and_so_is_what_it_holds():
    keys, _ = read("title: x\ncast:\n  noor: {name: Noor}\n  daan: {name: Daan}")
    assert keys.lines == {"title": 2, "cast": 3, "cast.noor": 4, "cast.daan": 5}


@pytest.mark.parametrize(("text", "number"), [("draw: 12", 12), ("title: x", 7)])
def test_a_number_is_read_or_taken_otherwise(text, number):
    keys, findings = read(text)
    assert keys.number("draw", 7, "…") == number
    assert found(findings) == []


@pytest.mark.parametrize("value", ["0", "-1", "1000", "veel", "1.5", "[1]", "", "٣"])
def test_what_is_no_number_is_told_with_its_line(value):
    keys, findings = read(f"title: x\ndraw: {value}")
    assert keys.number("draw", 7, "Write one.") == 7
    assert found(findings) == [(3, "bad-value")]


def test_a_key_that_holds_no_keys_is_told_and_so_is_one_of_its_own_that_can_not_be_read():
    keys, findings = read("cast: noor")
    assert list(keys.tables("cast", "…")) == []
    assert found(findings) == [(2, "bad-value")]
    keys, _ = read("cast:\n  noor: {name: Noor}\n  daan: [x]")
    assert list(keys.tables("cast", "…")) == [("noor", {"name": "Noor"}), ("daan", None)]


@pytest.mark.parametrize("text", ["title: [a", "a: 'b", "a: b: c", "\t- x", "? [", "a: &x *y"])
def test_what_is_no_yaml_is_told_once(text):
    keys, findings = read(text)
    assert keys is None
    assert [code for _line, code in found(findings)] == ["front-matter-syntax"]


@pytest.mark.parametrize("text", ["- a\n- b", "een zin"])
def test_what_is_no_list_of_keys_is_told(text):
    assert found(read(text)[1]) == [(2, "front-matter-syntax")]


@pytest.mark.parametrize(
    "front", ["titel: Proef", "title: [x]", "title: Proef\ntitle2: y", "title: [a", "frameworks: slo"]
)
def test_a_slip_has_the_same_code_and_severity_in_a_lesson_and_in_a_quiz(front):
    lesson = read_lesson(f"---\n{front}\n---\n{SCENE}", "f", "x")[1]
    quiz = read_quiz(f"---\n{front}\n---\n{QUESTION}", "f", "x")[1]
    told = [
        {(one.line, one.code, one.severity, one.message) for one in problems} for problems in (lesson, quiz)
    ]
    common = [{one for one in each if one[0] > 1 or "title" in one[3]} for each in told]
    assert common[0] == common[1]
    assert common[0]


def test_both_say_that_there_is_none_and_that_it_is_not_closed():
    for text, message in (
        ("", "The file has no front matter."),
        ("---\ntitle: x\n", "The front matter is not closed."),
    ):
        for problems in (read_lesson(text, "f", "x")[1], read_quiz(text, "f", "x")[1]):
            assert message in {one.message for one in problems}
