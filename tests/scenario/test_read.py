"""The reader of lessons: what it makes of a text, and that no text makes it fall."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.library.shared_cast import read_shared_cast
from course.reading.findings import Severity
from course.scenario.read import read_lesson
from tests.scenario.fixture_files import CLOSE, PRELUDE, fixtures, outcome_in_scene, outcome_of_file

LESSONS = sorted((Path(__file__).parents[2] / "lessons").glob("*/nl.md"))
IN_SCENE = [
    one for name in ("pieces.md", "choices.md", "problems.md", "conditions.md") for one in fixtures(name)
]
WHOLE = fixtures("files.md")
SCRAPS = (
    "::: chat App", "::: when act=a stance=silent", ":::: post noor likes=4", ":::", "::::", "noor: hoi",
    "ik:", "- [x](#start){act=a}", "- [x](#a){", "  > ja", "> ja", "![](a.svg)", "![a](b.svg){.c}",
    "## start", "# Les", "{.later}", "---", "===", "{", "}", "[", "](", "***", "*a", "`", "```", "<b>",
    "&amp;", "\\", "\t", "1. [x](#y)", "[a]: b", "   ", "",
)  # fmt: skip


@pytest.mark.parametrize(
    ("given_text", "expected"), [one[1:] for one in IN_SCENE], ids=[one[0] for one in IN_SCENE]
)
def test_a_scene_is_read_as_its_fixture_says(given_text, expected):
    assert outcome_in_scene(given_text) == expected


@pytest.mark.parametrize(
    ("given_text", "expected"), [one[1:] for one in WHOLE], ids=[one[0] for one in WHOLE]
)
def test_a_file_is_read_as_its_fixture_says(given_text, expected):
    assert outcome_of_file(given_text) == expected


def test_the_front_matter_and_the_introduction_are_kept():
    text = PRELUDE.replace("cast:", "frameworks: [slo:po:24A]\narticles: [kom-leren:waarom.2]\ncast:")
    text = text.replace("# Les\n", "# Les\n\nEr *was* eens.\n\n![Een kaft](kaft.svg)\n") + CLOSE
    lesson, problems = read_lesson(text, "lessons/les/nl.md", "les")
    assert problems == ()
    assert lesson is not None
    assert (lesson.id, lesson.title, lesson.module, lesson.bands) == ("les", "Les", "m", ("po-7-8",))
    assert (lesson.minutes, lesson.frameworks, lesson.articles) == (
        5,
        ("slo:po:24A",),
        ("kom-leren:waarom.2",),
    )
    assert lesson.introduction == "<p>Er <em>was</em> eens.</p>"
    assert lesson.cover is not None
    assert (lesson.cover.src, lesson.cover.line) == ("kaft.svg", 16)
    assert lesson.cast["ik"].me
    assert (lesson.cast["noor"].name, lesson.cast["noor"].picture) == ("Noor", "noor.svg")
    assert lesson.key_lines["articles"] == 7
    assert (lesson.start.id, list(lesson.scenes)) == ("start", ["start", "einde"])


def test_line_ends_trailing_space_and_a_byte_order_mark_change_nothing():
    plain, _ = read_lesson(PRELUDE + "Hoi\n" + CLOSE, "f", "les")
    other = "\ufeff" + (PRELUDE + "Hoi  \n" + CLOSE).replace("\n", "\r\n")
    read, problems = read_lesson(other, "f", "les")
    assert problems == ()
    assert plain is not None
    assert read is not None
    assert read.edition == plain.edition
    assert read.scenes == plain.scenes


def test_another_word_makes_another_edition():
    one, _ = read_lesson(PRELUDE + "Hoi\n", "f", "les")
    two, _ = read_lesson(PRELUDE + "Hoi!\n", "f", "les")
    assert one is not None
    assert two is not None
    assert one.edition != two.edition
    assert re.fullmatch(r"[0-9a-f]{12}", one.edition)


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.parent.name)
def test_every_real_lesson_is_read_without_an_error(file):
    shared, _ = read_shared_cast(file.parents[2])
    lesson, problems = read_lesson(file.read_text(encoding="utf-8"), file.name, file.parent.name, shared)
    assert lesson is not None
    assert [one for one in problems if one.severity is Severity.ERROR] == []


def _check(text: str) -> None:
    lesson, problems = read_lesson(text, "f", "les")
    last = text.count("\n") + text.count("\r") + 1
    assert all(1 <= one.line <= last and one.message and one.remedy and one.code for one in problems)
    if lesson is None:
        assert any(one.severity is Severity.ERROR for one in problems)
        return
    html = repr(lesson.scenes) + lesson.introduction
    assert not re.search(r"<(?:a|img|script|style|iframe)\b| on\w+=\\?\"| style=|href=", html)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_no_text_makes_the_reader_fall(text):
    _check(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS) | st.text(max_size=12), max_size=25))
def test_no_jumble_of_lesson_text_makes_the_reader_fall(lines):
    _check("\n".join(lines))
    _check(PRELUDE + "\n".join(lines))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="{}[]:,-&*!|>'\"%@`# \nab1\t<", max_size=80))
def test_no_front_matter_makes_the_reader_fall(front):
    _check(f"---\n{front}\n---\n# Les\n\n## start\n")


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.parent.name)
def test_no_damage_to_a_real_lesson_makes_the_reader_fall(file, seed):
    chance = random.Random(seed)
    lines = file.read_text(encoding="utf-8").split("\n")
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(lines))
        lines[at : at + chance.randint(0, 2)] = [
            chance.choice(
                (chance.choice(SCRAPS), lines[at][: chance.randint(0, 40)], lines[at] + chance.choice(SCRAPS))
            )
        ]
    _check("\n".join(lines))


def test_a_note_for_preparing_and_help_lines_come_along_and_the_note_is_no_introduction():
    text = "---\ntitle: Les\nmodule: m\nbands: [po-7-8]\nminutes: 5\nhelp: [helpwanted, politie]\n---\n"
    text += "# Les\n\nHoi.\n\n::: prepare\nSpeel hem *eerst*.\n:::\n\n## Begin\n\nDag.\n"
    lesson, problems = read_lesson(text, "les.md", "les")
    assert problems == ()
    assert lesson.help == ("helpwanted", "politie")
    assert [one.html for one in lesson.prepare] == ["<p>Speel hem <em>eerst</em>.</p>"]
    assert (lesson.introduction, lesson.talk) == ("<p>Hoi.</p>", ())
