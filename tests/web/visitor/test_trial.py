"""A way in an address is walked by the real engine, as far as it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.learning.lesson.trying import LONGEST_WAY
from tests import builders
from web.visitor.trial import first_lesson, trial

if TYPE_CHECKING:
    from course.library import Library

WAY = ("in-de-bus", "de-volgende-ochtend", "stiekem")


def test_an_empty_way_stands_at_the_start_of_the_first_lesson_for_pupils(library: Library) -> None:
    seen = trial(library, "compass", (), builders.NOW)
    assert seen.walk.play.lesson.id == first_lesson(library) == "mag-deze-foto"
    assert seen.walk.play.scene is seen.walk.play.lesson.start
    assert seen.protocol.id == "compass"
    assert len(seen.protocols) == len(library.norms.protocols)


def test_a_way_is_walked_with_what_the_protocol_says_of_it(library: Library) -> None:
    seen = trial(library, "kom-leren", WAY[:2], builders.NOW)
    assert [one.scene_id for one in seen.walk.play.trail] == ["plons", "in-de-bus"]
    assert seen.walk.play.feedback.judgement.leading.protocol.id == "kom-leren"
    assert trial(library, "kom-leren", WAY, builders.NOW).walk.play.ending is not None


def test_a_way_is_cut_where_the_lesson_does_not_know_it(library: Library) -> None:
    assert trial(library, "compass", ("in-de-bus", "none", "stiekem"), builders.NOW).walk.way == (
        "in-de-bus",
    )
    assert trial(library, "none", (), builders.NOW).protocol.id in library.norms.protocols
    assert len(trial(library, "compass", WAY * LONGEST_WAY, builders.NOW).walk.way) == len(WAY)
