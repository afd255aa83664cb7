"""A lesson as Mermaid text: whole, harmless, and with no meaning by colour alone. In a browser: tests/e2e/test_graph.py."""

from __future__ import annotations

import re
from html import unescape
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.norms.model import Stance, Verdict
from course.scenario.graph import mermaid
from course.scenario.graph.marks import MARKS, NEUTRAL
from course.scenario.read import read_lesson
from course.scenario.settle import settle
from tests.scenario.lessons import FRONT, lesson_of

LESSONS = sorted((Path(__file__).parents[3] / "lessons").glob("*/nl.md"))
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
VERDICTS = {"share": Verdict.NOT, "ask": Verdict.MAY, "wait": Verdict.ASK_FIRST, "odd": Verdict.OPEN}
HOSTILE = 'x"]; click s0 call a() <script>`_*~#quot;-->|{([%%1. fa:fa-x $$'


def words_of(text: str) -> str:
    """Everything in the labels, as a reader sees it."""
    labels = " ".join(re.findall(r'"([^"]*)"', text))
    return unescape(re.sub(r"#(\d+);", r"&#\1;", labels)).replace("<br/>", " ").replace("\u200b", "")


@st.composite
def lessons(draw):
    """A lesson with any ways between its scenes, to nowhere included, and any words."""
    count = draw(st.integers(1, 9))
    words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=60)
    text = ""
    for number in range(count):
        later = "{.later}\n" if draw(st.booleans()) and number else ""
        text += f"{later}## s{number}\n\n"
        for index, target in enumerate(draw(st.lists(st.integers(0, count), max_size=4))):
            said = re.sub(r"[\[\]\\<>`]", "", draw(words)) or "Ja"
            text += f"- [Ja {said}](#s{target}){{id=c{index}}}\n"
        text += "\n"
    lesson, _ = read_lesson(text, "lessons/les/nl.md", "les")
    assert lesson is not None
    return lesson


def test_the_text_has_every_scene_and_its_kind():
    text = mermaid(LESSON)
    assert text.startswith("flowchart LR\n  accTitle: Les\n  accDescr: 6 scènes, 6 keuzes, 3 eindes\n")
    assert 's0[["start<br/>(begin)"]]:::start' in text
    assert 's1["online"]:::scene' in text
    assert 's2(["einde<br/>(einde)"]):::ending' in text
    assert 's3{{"later<br/>(later-kaart)"}}:::later' in text


def test_the_text_has_every_choice_between_its_scenes():
    text = mermaid(LESSON)
    assert 's0 --> s0c1("Vraag het<br/>ask"):::neutral --> s2' in text
    assert text.count("-->") == 12
    assert "legend" not in text


def test_a_scene_that_no_way_leads_to_and_a_choice_that_leads_nowhere_say_so():
    assert 's5(["vergeten<br/>(einde)<br/>(geen weg hierheen)"]):::ending' in mermaid(LESSON)
    lesson, _ = read_lesson("## a\n\n- [Weg](#b)\n", "lessons/les/nl.md", "les")
    assert lesson is not None
    assert '  s0 --> s0c0("Weg<br/>(gaat nergens heen)"):::neutral\n' in mermaid(lesson)


def test_hostile_words_are_harmless():
    text = mermaid(LESSON)
    assert "Zet #34;hem#34; #60; hier #62; #38; lach" in text
    hostile = lesson_of("## a\n\n- [Ja](#b){act=x}\n  > Zo.\n\n## b\n")
    object.__setattr__(hostile.scenes["a"].choices[0], "text", HOSTILE)
    object.__setattr__(hostile.scenes["b"], "title", HOSTILE)
    object.__setattr__(hostile, "title", f"{HOSTILE}\nend")
    told = mermaid(hostile, lambda _: Verdict.OPEN, HOSTILE)
    assert not re.search(r"^\s*(click|end\b.)", told, re.MULTILINE)
    assert all(re.fullmatch(r'[^"]*(?:"[^"]*"[^"]*)?', line) for line in told.splitlines())
    assert words_of(told).count("<script>") == 3
    assert "<script" not in told


@pytest.mark.parametrize("letter", [*'"`_*~#;<>&{}[]|\\/^$%@:=.+-', "🙂"])
def test_a_letter_that_could_mean_anything_is_told_by_its_number(letter):
    lesson = lesson_of("## a\n\n- [Ja](#b)\n  > Zo.\n\n## b\n")
    object.__setattr__(lesson.scenes["b"], "title", f"1{letter} b")
    assert f'"1#{ord(letter)}; b<br/>' in mermaid(lesson)


def test_the_verdicts_of_a_school_stand_there_in_words_and_in_classes():
    text = mermaid(LESSON, VERDICTS.__getitem__, "kom <Leren>")
    assert '("Zet #34;hem#34; #60; hier #62; #38; lach<br/>share<br/>✕ mag niet"):::not --> s1' in text
    assert "classDef not fill:#ffffff,stroke:#a63a24,stroke-width:2px,stroke-dasharray:3 4" in text
    assert 'subgraph legend["Legenda#58; kom #60;Leren#62;"]' in text
    counts = {mark.name: text.count(f":::{mark.name} ") for mark in (*MARKS.values(), NEUTRAL)}
    once = {"must": 0, "rather": 0}
    assert counts == {"may": 1, "ask": 1, "not": 1, "open": 1, "neutral": 2} | once
    assert all(f"{mark.sign} {mark.words['nl']}" in words_of(text) for mark in (*MARKS.values(), NEUTRAL))


def test_no_two_verdicts_share_a_colour_a_line_a_sign_or_a_word():
    for one, other in combinations(MARKS.values(), 2):
        assert one.name != other.name
        assert one.colour != other.colour
        assert one.dashes != other.dashes
        assert one.sign != other.sign
        assert one.words["nl"] != other.words["nl"]


def test_an_english_lesson_is_told_in_english():
    lesson, _ = read_lesson(FRONT.format(band="po-7-8") + TEXT, "lessons/les/en.md", "les")
    assert lesson is not None
    text = mermaid(lesson, VERDICTS.__getitem__)
    assert "(start)" in text
    assert "6 scenes, 6 choices, 3 endings" in text
    assert 'subgraph legend["Legend"]' in text


@settings(max_examples=100, deadline=None)
@given(lessons())
def test_whatever_the_words_every_line_is_one_that_was_meant(lesson):
    meant = re.compile(
        r'flowchart LR|  acc(Title|Descr): [^"]*|  s\d+(\[\[?|\(\[|\{\{)"[^"]*"(\]?\]|\]\)|\}\}):::\w+'
        r'|  s\d+ --> s\d+c\d+\("[^"]*"\):::\w+( --> s\d+)?|  classDef \w+ [\w:#,\- ]+'
    )
    text = mermaid(lesson)
    assert [line for line in text.splitlines() if not meant.fullmatch(line)] == []
    choices = [choice for scene in lesson.scenes.values() for choice in scene.choices]
    led = sum(choice.target in lesson.scenes for choice in choices)
    assert text.count(" --> ") == len(choices) + led


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.parent.name)
def test_every_real_lesson_is_told_whole(file):
    lesson, _ = read_lesson(
        file.read_text(encoding="utf-8"), f"lessons/{file.parent.name}/nl.md", file.parent.name
    )
    assert lesson is not None
    shown = words_of(mermaid(lesson, lambda _: Verdict.OPEN))
    for scene in lesson.scenes.values():
        assert all(word in shown for word in scene.title.split())
        for choice in scene.choices:
            assert all(word in shown for word in choice.text.split())
            assert all(act in shown.replace(" ", "") for act in choice.acts)


CONDITIONS = """## Begin

- [Vragen](#einde){id=vragen}
  > Zo.
- [Delen](#midden){id=delen}
  > Zo.

{when="chose=delen"}
## Midden

- [Nog eens](#einde){id=nog when="chose!=vragen act=share stance=forbidden,discouraged band=po-7-8"}
  > Zo.
- [Weg](#einde){id=weg}
  > Zo.

## Einde
"""


def test_what_a_scene_and_a_choice_hang_on_is_told():
    shown = words_of(mermaid(lesson_of(CONDITIONS)))
    assert "als gekozen: delen" in shown
    assert "als niet gekozen: vragen en groep: po-7-8 en share: forbidden of discouraged" in shown


def test_under_one_rulebook_only_what_is_left_to_ask_there_is_told():
    def under(stance):
        return words_of(mermaid(settle(lesson_of(CONDITIONS), lambda _: stance)))

    assert "Nog eens" not in under(Stance.ALLOWED)
    assert "Nog eens als niet gekozen: vragen" in under(Stance.FORBIDDEN)
