from __future__ import annotations

from course.learning.lesson.trying import LONGEST_WAY, walk
from course.norms.model import Audience
from tests.builders import NOW
from tests.rulebooks.rules import library

LESSON, FIRST = "mag-deze-foto", "in-de-bus"


def tried(*way, protocol="kom-leren"):
    return walk(library(), LESSON, protocol, Audience.PUPIL, way, NOW)


def test_a_lesson_is_walked_without_an_account():
    assert tried().way == ()
    assert not tried().play.trail
    found = tried(FIRST)
    assert (found.way, len(found.play.trail)) == ((FIRST,), 1)


def test_a_way_that_the_lesson_does_not_have_is_cut_off_there():
    assert tried(FIRST, "none", FIRST).way == (FIRST,)
    assert tried(*["none"] * (LONGEST_WAY + 9)).way == ()
