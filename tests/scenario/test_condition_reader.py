"""A line of attributes as a condition; what comes of slips stands in `fixtures/conditions.md`."""

from __future__ import annotations

from course.norms.model import Stance, Verdict
from course.scenario.condition_reader import pairs_in, read_attribute, read_condition
from course.scenario.conditions import Chose, InBand, Ruled
from course.scenario.draft import Draft


def read(text):
    draft = Draft("les.md", "les", "")
    return read_condition(draft, pairs_in(text), 1), [one.code for one in draft.found]


def test_values_may_be_bare_or_quoted_and_stay_in_order():
    assert pairs_in('when chose=a chose!="b, c" band=staff') == (
        ("chose", "a"),
        ("chose!", "b, c"),
        ("band", "staff"),
    )


def test_all_that_can_be_asked_is_read():
    asked, problems = read('chose=a,b chose!="c" band=staff,po-7-8 verdict=may act=x act=y stance=silent')
    assert problems == []
    assert asked == (
        Chose(("a", "b")),
        Chose(("c",), negated=True),
        InBand(("staff", "po-7-8")),
        Ruled("x", (), (Verdict.MAY,)),
        Ruled("y", (Stance.SILENT,)),
    )


def test_nothing_written_is_no_condition_and_a_condition_of_nothing_is_a_slip():
    draft = Draft("les.md", "les", "")
    assert read_attribute(draft, None, 1) == ()
    assert draft.found == []
    assert read_attribute(draft, "", 1) == ()
    assert [one.code for one in draft.found] == ["missing-attribute"]
