"""Walking a lesson: choosing, going back in time, and what is left of a path in another edition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.errors import Invalid, NotFound, Stale
from course.scenario.conditions import Chose
from course.scenario.model import Narration, When
from course.scenario.walk import (
    Step,
    back,
    choose,
    decode,
    encode,
    memory_of,
    replay,
    scene_at,
    shown,
)
from tests.scenario.lessons import lesson_of

TEXT = """## start

- [Delen](#online){act=share}
  > Zo.
- [Vragen](#gevraagd){act=ask}
  > Zo.

## online

- [Terug naar af](#start){id=opnieuw}
  > Zo.
- [Klaar](#einde)
  > Zo.

## gevraagd

- [Klaar](#einde)
  > Zo.

## einde

{.later}
## later

- [Klaar](#einde)
  > Zo.
"""
LESSON = lesson_of(TEXT)


def walk(*choices):
    path = ()
    for choice in choices:
        path = choose(LESSON, path, choice)
    return path


def test_an_empty_path_stands_at_the_start():
    assert scene_at(LESSON, ()).id == "start"


def test_choices_lead_from_scene_to_scene():
    path = walk("online", "einde")
    assert path == (Step("start", "online"), Step("online", "einde"))
    assert scene_at(LESSON, path).is_ending


def test_a_path_may_go_round():
    assert [step.scene for step in walk("online", "opnieuw", "online", "opnieuw", "gevraagd")] == [
        "start", "online", "start", "online", "start",
    ]  # fmt: skip


def test_an_unknown_choice_is_refused_with_the_nearest_name():
    with pytest.raises(NotFound) as caught:
        choose(LESSON, (), "onlin")
    assert (caught.value.kind, caught.value.name, caught.value.nearest) == ("choice", "onlin", "online")


def test_an_ending_has_nothing_to_choose():
    with pytest.raises(NotFound):
        choose(LESSON, walk("gevraagd", "einde"), "einde")


def test_a_path_to_a_scene_that_is_gone_is_refused():
    with pytest.raises(NotFound) as caught:
        scene_at(LESSON, (Step("onlin", "einde"),))
    assert (caught.value.kind, caught.value.nearest) == ("scene", "online")


def test_going_back_keeps_the_first_steps():
    path = walk("online", "opnieuw", "gevraagd")
    assert back(path, 1) == path[:1]
    assert back(path, 0) == ()
    assert back(path, 3) == path


def test_going_back_to_what_never_was_is_refused():
    with pytest.raises(Stale):
        back(walk("online"), 2)
    with pytest.raises(NotFound):
        back(walk("online"), -1)


@pytest.mark.parametrize(
    ("steps", "kept"),
    [
        ([("start", "online"), ("online", "einde")], 2),
        ([("start", "online"), ("gevraagd", "einde")], 1),
        ([("start", "weg"), ("online", "einde")], 0),
        ([("online", "einde")], 0),
        ([("later", "einde")], 0),
        ([("start", "online"), ("online", "weg"), ("start", "online")], 1),
        ([("start", "gevraagd"), ("gevraagd", "einde"), ("einde", "start")], 2),
    ],
)
def test_a_replayed_path_keeps_what_still_holds(steps, kept):
    path = tuple(Step(*step) for step in steps)
    assert replay(LESSON, path) == path[:kept]


@given(
    st.lists(
        st.tuples(st.sampled_from(["start", "online", "weg"]), st.sampled_from(["online", "opnieuw", "x"]))
    )
)
def test_whatever_is_replayed_can_be_walked(steps):
    path = replay(LESSON, tuple(Step(*step) for step in steps))
    assert walk(*(step.choice for step in path)) == path


@given(st.lists(st.tuples(st.text(), st.text())))
def test_a_path_survives_being_written_and_read(steps):
    path = tuple(Step(*step) for step in steps)
    assert decode(encode(path)) == path


def test_a_written_path_is_compact():
    assert encode((Step("start", "één"),)) == '[["start","één"]]'


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '["ab"]', '[["a"]]', '[["a", 1]]', "[[", "null", "[" * 100_000]
)
def test_a_text_that_is_no_path_is_refused(text):
    with pytest.raises(Invalid) as caught:
        decode(text)
    assert caught.value.fields == {"path": "path-malformed"}


def test_a_part_is_shown_only_to_who_chose_what_it_asks():
    inner = When((Chose(("b",), negated=True),), (Narration("drie", 3),), 3)
    pieces = (
        Narration("een", 1),
        When((Chose(("a", "start/c")),), (Narration("twee", 2), inner), 2),
    )

    def seen(*choices):
        return [piece.html for piece in shown(pieces, memory_of(Step("start", one) for one in choices))]

    assert seen() == ["een"]
    assert seen("a") == ["een", "twee", "drie"]
    assert seen("c", "b") == ["een", "twee"]
    assert seen("start/c") == ["een", "twee", "drie"]
