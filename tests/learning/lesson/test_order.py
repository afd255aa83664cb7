"""Choices stand in another order for everybody, and in the same for one run."""

from __future__ import annotations

from collections import Counter

from course.learning.lesson.order import in_order
from tests.scenario.lessons import lesson_of

TEXT = (
    "## start\n\n" + "".join(f"- [{one}](#einde){{id={one}}}\n  > Zo.\n" for one in "abcd") + "\n## einde\n"
)
SCENE = lesson_of(TEXT).start
FIXED = lesson_of("{order=fixed}\n" + TEXT).start


def names(scene, seed, without=""):
    return [one.id for one in in_order(scene, tuple(c for c in scene.choices if c.id != without), seed)]


def test_the_same_seed_gives_the_same_order_and_every_choice():
    assert names(SCENE, "7/les/1") == names(SCENE, "7/les/1")
    assert sorted(names(SCENE, "7/les/1")) == list("abcd")


def test_no_place_is_a_choices_own():
    first = Counter(names(SCENE, f"{person}/les/1")[0] for person in range(400))
    assert set(first) == set("abcd")
    assert max(first.values()) < 150


def test_a_choice_that_goes_leaves_the_others_where_they_were():
    for person in range(20):
        seed = f"{person}/les/1"
        assert names(SCENE, seed, without="b") == [one for one in names(SCENE, seed) if one != "b"]


def test_an_order_that_says_something_and_a_page_of_nobody_stand_as_in_the_text():
    assert names(FIXED, "7/les/1") == list("abcd")
    assert names(SCENE, "") == list("abcd")
