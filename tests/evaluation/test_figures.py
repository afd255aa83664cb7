"""The figures of an evaluation are those of the pages, kept as they stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.evaluation.figures import compare, figures_now, read, written
from course.evaluation.pages import Compared, Figure, Kind
from course.evaluation.reading import read_evaluation
from course.evaluation.writing import freeze
from course.figures.schools import school_page
from course.goals.evidence import note_evidence
from course.goals.states import goal_states
from course.journal.journal import Origin
from course.reading.words import Words
from tests.evaluation.conftest import SAID
from tests.learning.world import GOALS, NOW

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term

TODAY = NOW.date()
PROFILE = next(iter(GOALS.goals))


def a_figure(key: str, count: int | None, kind: Kind = Kind.MODULE) -> Figure:
    return Figure(kind, key, Words(key, key), count, 9)


def test_they_are_what_the_pages_show(store: Store, library: Library, here: Term) -> None:
    here.finish(0)
    note_evidence(store, here.director, PROFILE, None, TODAY, "Het staat.", NOW)
    found = {(one.kind, one.key): one for one in figures_now(store, library, here.director, TODAY)}
    page = school_page(store, library, here.director, TODAY)
    for one in page.totals:
        figure = found[Kind.MODULE, one.module.id]
        assert (figure.count, figure.total) == (one.completed.value, one.learners)
    assert found[Kind.MODULE, "kort"].count == 1
    states = goal_states(store, library, here.director, TODAY)
    assert [one.count for one in states if one.goal.id == PROFILE] == [1]
    for state in states:
        figure = found[Kind.GOAL, state.goal.id]
        assert (figure.count, figure.total, figure.progress) == (state.count, state.target, state.progress)


def test_a_team_of_fewer_than_five_is_not_counted_for_who_reads_it(
    store: Store, library: Library, here: Term
) -> None:
    found = figures_now(store, library, here.director, TODAY)
    assert {one.count for one in found if one.kind in {Kind.STAFF, Kind.STAFF_MODULE}} == {None}


def test_what_is_kept_is_read_again_and_another_format_is_not_guessed_at(
    store: Store, library: Library, here: Term
) -> None:
    found = figures_now(store, library, here.director, TODAY)
    assert read(written(found)) == found
    assert read("") == ()
    with pytest.raises(ValueError, match="not known: 9"):
        read('{"format": 9, "figures": []}')


def test_what_happens_later_leaves_a_frozen_figure_as_it_stood(
    store: Store, library: Library, here: Term
) -> None:
    then = figures_now(store, library, here.director, TODAY)
    frozen = freeze(store, library, here.director, SAID, Origin(NOW), noted_as="Vast.")
    here.finish(0)
    assert read_evaluation(store, here.director, frozen).evaluation.figures == then
    assert figures_now(store, library, here.director, TODAY) != then


def test_figures_are_laid_side_by_side_with_what_is_no_more_behind() -> None:
    gone, less, hidden = a_figure("gone", 3), a_figure("less", 5), a_figure("hidden", None)
    goal = a_figure("goal", 1, Kind.GOAL)
    now = (a_figure("less", 2), a_figure("hidden", 4), a_figure("new", 1), goal)
    found = compare((gone, less, hidden, goal), now)
    assert [(one.either.key, one.difference) for one in found] == [
        ("less", -3),
        ("hidden", None),
        ("new", None),
        ("gone", None),
        ("goal", 0),
    ]
    assert found[3] == Compared(gone, None)
