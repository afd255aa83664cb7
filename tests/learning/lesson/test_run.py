"""What a choice makes of a run, without any store, and what it costs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from course.learning.lesson.run import Run, begun_again, chosen, decode_found, encode_found, gone_back, under
from course.learning.lesson.script import read_as
from course.norms.model import Audience
from course.scenario.walk import Step, reachable
from tests.learning.world import FOTO, NOW, a_library, lesson_of

if TYPE_CHECKING:
    from course.learning.lesson.script import Script

LIBRARY = a_library()


def script(protocol: str = "streng") -> Script:
    lesson = LIBRARY.lesson("foto")
    return read_as(lesson, LIBRARY.module("foto"), lambda act: LIBRARY.judge(protocol, act, Audience.PUPIL))


def test_a_script_knows_what_is_not_fine_here_and_which_endings_there_are() -> None:
    assert script().hindering == {
        Step("begin", "gedeeld"),
        Step("gedeeld", "ruzie"),
        Step("drie-weken-later", "jammer"),
    }
    assert script("mild").hindering == {Step("gedeeld", "ruzie")}
    assert script().endings == {"weg", "ruzie", "samen"}
    assert "drie-weken-later" not in reachable(LIBRARY.lesson("foto"))


def test_the_same_way_completes_a_lesson_at_one_school_and_not_at_another() -> None:
    for protocol, completed in (("streng", False), ("mild", True)):
        here = script(protocol)
        turn = chosen(Run(), here, "gedeeld", NOW)
        turn = chosen(turn.run, here, "weg", NOW)
        assert turn.completed is completed


@given(st.lists(st.sampled_from(["gedeeld", "gevraagd", "weg", "ruzie", "samen", "<", "!"]), max_size=30))
def test_every_move_grows_the_step_and_never_loses_an_ending(moves: list[str]) -> None:
    here = script()
    now = Run()
    for move in moves:
        before = now
        if move == "<":
            now = gone_back(now, len(now.path) // 2, NOW)
        elif move == "!":
            now = begun_again(now, NOW)
        elif now.scene(here.lesson).choice(move):
            now = chosen(now, here, move, NOW).run
        else:
            continue
        assert now.step == before.step + 1
        assert list(now.found or {})[: len(before.found or {})] == list(before.found or {})
        assert set(before.decided) <= set(now.decided) or not now.counts_first_choices
        assert under(here.lesson, now) == now
        assert decode_found(encode_found(now.found)) == (now.found or {})


def test_endings_kept_as_a_plain_list_are_read_as_found_long_ago() -> None:
    assert decode_found(json.dumps(["weg", "samen"])) == {"weg": 0, "samen": 0}


def test_an_edition_that_keeps_the_way_keeps_the_round() -> None:
    here = script()
    walked = chosen(Run(), here, "gedeeld", NOW).run
    mended = lesson_of("foto", "foto", FOTO.replace("Boos.", "Kwaad."))
    assert mended.edition != here.lesson.edition
    assert under(mended, walked) == walked
    changed = lesson_of(
        "foto", "foto", FOTO.replace("(#gedeeld)", "(#gedeeld2)").replace("## Gedeeld", "## Gedeeld2")
    )
    cut = under(changed, walked)
    assert (cut.path, cut.was_cut, cut.step) == ((), True, 1)
