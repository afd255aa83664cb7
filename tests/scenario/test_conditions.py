"""What a condition asks, of a way, of a school and of a band."""

from __future__ import annotations

import pytest

from course.norms.model import Stance, Verdict
from course.scenario.conditions import (
    Chose,
    InBand,
    Ruled,
    asked_of,
    holds,
    just_chosen,
    remembered,
    settled,
)

ASKED = remembered(frozenset(), "plons", "vragen")


@pytest.mark.parametrize(
    ("condition", "held"),
    [
        ((), True),
        ((Chose(("vragen",)),), True),
        ((Chose(("plons/vragen",)),), True),
        ((Chose(("bus/vragen",)),), False),
        ((Chose(("delen", "vragen")),), True),
        ((Chose(("delen",)),), False),
        ((Chose(("vragen",), negated=True),), False),
        ((Chose(("delen",), negated=True), Chose(("vragen",))), True),
        ((Chose(("delen", "vragen"), negated=True),), False),
    ],
)
def test_a_choice_is_remembered_by_its_id_and_by_its_scene(condition, held):
    assert holds(condition, ASKED) is held


@pytest.mark.parametrize(
    ("test", "held"),
    [
        (Ruled("share", (Stance.FORBIDDEN, Stance.DISCOURAGED)), True),
        (Ruled("share", (Stance.ALLOWED,)), False),
        (Ruled("share", verdicts=(Verdict.NOT,)), True),
        (Ruled("share", (Stance.FORBIDDEN,), (Verdict.MAY,)), False),
        (Ruled("ask", verdicts=(Verdict.OPEN,)), True),
        (InBand(("po-7-8", "vo-1-2")), True),
        (InBand(("staff",)), False),
    ],
)
def test_rules_and_band_are_settled_and_what_was_chosen_is_left_to_ask(test, held):
    stances = {"share": Stance.FORBIDDEN, "ask": Stance.SILENT}
    asks = Chose(("vragen",))
    assert settled((asks, test), stances.__getitem__, "po-7-8") == ((asks,) if held else None)


def test_a_choice_that_is_made_next_answers_what_is_asked_of_it_where_it_leads():
    asks, other = Chose(("vragen",)), Chose(("delen",))
    assert just_chosen((asks, other), "plons", "vragen") == (other,)
    assert just_chosen((Chose(("plons/vragen",), negated=True),), "plons", "vragen") is None
    assert just_chosen((other,), "plons", "vragen") == (other,)


def test_only_choices_are_asked_of_a_way():
    assert asked_of((Chose(("a", "b")), InBand(("staff",)), Ruled("x"))) == {"a", "b"}
