"""The pictures of a lesson: whole, well-formed, with nothing on top of another, and no meaning by colour alone."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.norms.model import Verdict
from course.scenario.graph import mermaid, svg
from course.scenario.graph.layout import GAP_Y, crossings, plan
from course.scenario.graph.marks import MARKS, NEUTRAL
from course.scenario.graph.ways import ways
from course.scenario.read import read_lesson
from tests.scenario.lessons import FRONT, lesson_of

LESSONS = sorted((Path(__file__).parents[3] / "lessons").glob("*/nl.md"))
NAMESPACE = "{http://www.w3.org/2000/svg}"
TEXT = """## start

- [Zet "hem" < hier > & lach](#online){act=share}
  > Zo.
- [Vraag het](#einde){act=ask}
  > Zo.

## online

- [Terug](#start)
  > Zo.
- [Nog eens](#online)
  > Zo.
- [Klaar](#einde){act=wait}
  > Zo.

## einde

{.later}
## later

- [Klaar](#slot){act=odd}
  > Zo.

## slot

## vergeten
"""
LESSON = lesson_of(TEXT)
VERDICTS = {"share": Verdict.NOT_FINE, "ask": Verdict.FINE, "wait": Verdict.ASK_FIRST, "odd": Verdict.OPEN}


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.parent.name)
def test_the_whole_id_of_an_act_stands_in_its_box(file):
    lesson = read_lesson(file.read_text(encoding="utf-8"), "nl.md", "les")[0]
    rows = [row for box in plan(lesson).boxes.values() for row in box.rows]
    assert all("".join(row.act) == (row.choice.act or "") for row in rows)
    assert max(len(line) for row in rows for line in row.act) <= 38
    assert all(line in words_in(svg(lesson)) for row in rows for line in row.act)


def test_a_picture_fits_the_window_that_shows_it():
    assert ET.fromstring(svg(LESSON)).get("style") == "max-width:100%;height:auto"


def words_in(picture):
    root = ET.fromstring(picture)
    return [element.text for element in root.iter(f"{NAMESPACE}text")]


@st.composite
def lessons(draw):
    """A lesson with any ways between its scenes, to nowhere included."""
    count = draw(st.integers(1, 9))
    text = ""
    for number in range(count):
        later = "{.later}\n" if draw(st.booleans()) and number else ""
        text += f"{later}## s{number}\n\n"
        for index, target in enumerate(draw(st.lists(st.integers(0, count), max_size=4))):
            text += f"- [{draw(st.sampled_from(['Ja', 'Een keuze ' * 9]))}](#s{target}){{id=c{index}}}\n"
        text += "\n"
    lesson, _ = read_lesson(text, "lessons/les/nl.md", "les")
    assert lesson is not None
    return lesson


def test_the_mermaid_text_has_every_scene_choice_and_kind():
    text = mermaid(LESSON)
    assert text.startswith("flowchart LR\n")
    assert 's0[["start<br/>(begin)"]]:::start' in text
    assert 's2(["einde<br/>(einde)"]):::ending' in text
    assert 's3{{"later<br/>(later-kaart)"}}:::later' in text
    assert 's0 -->|"Vraag het<br/>ask"| s2' in text
    assert text.count("-->") == 6
    assert "linkStyle" not in text


def test_the_mermaid_text_keeps_hostile_words_harmless():
    text = mermaid(LESSON)
    assert "Zet #34;hem#34; #60; hier #62; #38; lach" in text
    assert all(re.fullmatch(r'[^"]*(?:"[^"]*"[^"]*)?', line) for line in text.splitlines())


def test_the_mermaid_text_says_verdicts_in_words_and_lines():
    text = mermaid(LESSON, VERDICTS.__getitem__)
    assert 's0 -->|"Zet #34;hem#34; #60; hier #62; #38; lach<br/>share<br/>#10005; mag niet"| s1' in text
    assert "linkStyle 0 stroke:#a63a24,stroke-width:2px,stroke-dasharray:3 4" in text
    assert "eerst vragen" in text


def test_the_picture_is_well_formed_and_says_everything_in_words():
    picture = svg(LESSON, VERDICTS.__getitem__, "kom <Leren>")
    root = ET.fromstring(picture)
    assert root.get("role") == "img"
    title, description = root.find(f"{NAMESPACE}title"), root.find(f"{NAMESPACE}desc")
    assert title is not None
    assert description is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text == "Les – kom <Leren>"
    assert "6 scènes, 6 keuzes, 3 eindes." in (description.text or "")
    assert "“Vraag het” (mag) gaat naar einde." in (description.text or "")


def test_the_picture_shows_scenes_choices_acts_and_bands():
    shown = words_in(svg(LESSON))
    assert {"start", "online", "einde", "later", "slot", "vergeten"} <= set(shown)
    assert {'Zet "hem" < hier > & lach', "share", "BEGIN", "EINDE", "LATER-KAART"} <= set(shown)
    assert {"Het verhaal", "Komt later terug", "Geen weg hierheen"} <= set(shown)


def test_a_picture_with_verdicts_has_a_key_and_a_sign_on_every_way():
    shown = words_in(svg(LESSON, VERDICTS.__getitem__))
    assert {mark.words["nl"] for mark in (*MARKS.values(), NEUTRAL)} <= set(shown)
    assert [shown.count(MARKS[verdict].sign) for verdict in Verdict] == [2, 2, 2, 2]
    assert shown.count(NEUTRAL.sign) == 3


def test_no_two_verdicts_share_a_colour_a_line_a_sign_or_a_word():
    for one, other in combinations(MARKS.values(), 2):
        assert one.colour != other.colour
        assert one.dashes != other.dashes
        assert one.sign != other.sign
        assert one.words["nl"] != other.words["nl"]


def test_an_english_lesson_has_an_english_picture():
    lesson, _ = read_lesson(FRONT.format(band="po-7-8") + TEXT, "lessons/les/en.md", "les")
    assert lesson is not None
    assert "The story" in words_in(svg(lesson))
    assert "(start)" in mermaid(lesson)


def test_layers_are_ordered_without_needless_crossings():
    lesson = lesson_of(
        "## a\n\n- [x](#b)\n- [x](#c)\n\n## b\n\n- [x](#e)\n\n## c\n\n- [x](#d)\n\n## d\n\n## e\n"
    )
    boxes = plan(lesson).boxes
    assert (boxes["b"].top < boxes["c"].top) == (boxes["e"].top < boxes["d"].top)
    assert crossings(lesson, [["a"], ["b", "c"], ["d", "e"]]) == 1
    assert crossings(lesson, [["a"], ["b", "c"], ["e", "d"]]) == 0


@settings(max_examples=60, deadline=None)
@given(lessons())
def test_no_two_scenes_stand_on_each_other(lesson):
    drawn = plan(lesson)
    assert set(drawn.boxes) == set(lesson.scenes)
    for one, other in combinations(drawn.boxes.values(), 2):
        if one.left == other.left:
            above, below = sorted((one, other), key=lambda box: box.top)
            assert above.top + above.height + GAP_Y <= below.top + 0.01
    assert all(box.top >= 0 and box.top + box.height <= drawn.height for box in drawn.boxes.values())
    assert all(box.right <= drawn.width for box in drawn.boxes.values())


@settings(max_examples=60, deadline=None)
@given(lessons())
def test_every_choice_that_leads_somewhere_has_a_way_inside_the_picture(lesson):
    drawn = plan(lesson)
    found = list(ways(drawn))
    choices = [choice for scene in lesson.scenes.values() for choice in scene.choices]
    assert len(found) == sum(choice.target in lesson.scenes for choice in choices)
    for way in found:
        path = re.sub(r"h[\d.-]+", "", way.path)
        numbers = [float(number) for number in re.findall(r"-?\d+", path)]
        assert all(0 <= x <= drawn.width for x in numbers[::2])
        assert all(0 <= y <= drawn.height for y in numbers[1::2])
    ET.fromstring(svg(lesson))
    assert mermaid(lesson).count("-->") == len(found)


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.parent.name)
def test_every_real_lesson_is_drawn_whole(file):
    lesson, _ = read_lesson(
        file.read_text(encoding="utf-8"), f"lessons/{file.parent.name}/nl.md", file.parent.name
    )
    assert lesson is not None
    shown = " ".join(word or "" for word in words_in(svg(lesson, lambda _: Verdict.OPEN)))
    for scene in lesson.scenes.values():
        assert all(word in shown for word in scene.title.split())
        for choice in scene.choices:
            assert all(word in shown for word in choice.text.split())
