"""The log of what progress can't show."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from course.errors import Invalid, NotFound, Refused
from course.goals.evidence import find_withdrawn, note_evidence, restore_evidence, withdraw_evidence
from course.goals.states import goal_states
from course.goals.tables import evidence
from course.people.roles import Role
from tests.figures.scene import term
from tests.learning.lesson.test_playing import rows
from tests.learning.world import NOW, at_once
from tests.races import meeting_before

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.goals.pages import GoalState
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store
    from tests.figures.scene import Term
    from tests.learning.world import World

    Statements = Callable[[], AbstractContextManager[list[str]]]

TODAY = NOW.date()


def test_a_withdrawn_entry_counts_no_more_until_it_is_restored(
    store: Store, library: Library, here: Term, states: Callable[[], tuple[GoalState, ...]]
) -> None:
    noted = note_evidence(store, here.director, "streng:profiel", None, TODAY, "Open dag", NOW)
    gone = withdraw_evidence(store, here.director, noted.id, NOW)
    assert withdraw_evidence(store, here.director, noted.id, NOW + timedelta(hours=1)) == gone
    assert gone.withdrawn_at == NOW
    assert (states()[0].count, len(rows(store, evidence))) == (0, 1)
    assert restore_evidence(store, here.director, noted.id) == noted
    assert restore_evidence(store, here.director, noted.id) == noted
    assert states()[0].count == 1


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("words", {"words": "  \n"}),
        ("words", {"words": "x" * 2001}),
        ("happened_on", {"happened_on": None}),
        ("happened_on", {"happened_on": TODAY + timedelta(days=2)}),
        ("happened_on", {"happened_on": date(2026, 7, 31)}),
        ("group_id", {"goal_id": "streng:ouders"}),
    ],
)
def test_a_slip_in_the_form_is_told_by_its_field_and_nothing_is_noted(
    store: Store, library: Library, here: Term, field: str, changes: dict[str, object]
) -> None:
    given = {"goal_id": "streng:profiel", "group_id": None, "happened_on": TODAY, "words": "Ja", "now": NOW}
    with pytest.raises(Invalid) as slip:
        note_evidence(store, here.director, **{**given, **changes})
    assert set(slip.value.fields) == {field}
    assert rows(store, evidence) == []


def test_the_end_of_a_line_counts_once_as_the_writer_counts_it(
    store: Store, library: Library, here: Term
) -> None:
    words = "\r\n".join(["x" * 9] * 200)
    noted = note_evidence(store, here.director, "streng:profiel", None, TODAY, words, NOW)
    assert len(noted.words) == 1999
    with pytest.raises(Invalid):
        note_evidence(store, here.director, "streng:profiel", None, TODAY, f"{words}xx", NOW)


def test_only_who_may_put_an_entry_back_finds_it(
    store: Store, library: Library, here: Term, world: World
) -> None:
    there = term(world, library, 1, "De Beuk")
    noted = note_evidence(store, here.director, "streng:profiel", None, TODAY, "Open dag", NOW)
    assert find_withdrawn(store, here.director, noted.id) is None
    gone = withdraw_evidence(store, here.director, noted.id, NOW)
    assert find_withdrawn(store, here.director, noted.id) == gone
    for who, entry in ((here.teacher, noted.id), (there.director, noted.id), (here.director, 99999)):
        assert find_withdrawn(store, who, entry) is None


def test_a_school_year_begins_at_midnight_at_school(store: Store, library: Library, here: Term) -> None:
    note = partial(note_evidence, store, here.director, "streng:profiel", None)
    with pytest.raises(Invalid):
        note(date(2026, 8, 1), "Een minuut te vroeg", datetime(2026, 7, 31, 21, 59, tzinfo=UTC))
    note(date(2026, 8, 1), "Nieuwjaar", datetime(2026, 7, 31, 22, 1, tzinfo=UTC))
    assert [row["school_year"] for row in rows(store, evidence)] == [2026]


def test_every_slip_is_told_at_once(store: Store, library: Library, here: Term) -> None:
    with pytest.raises(Invalid) as slips:
        note_evidence(store, here.teacher, "streng:profiel", None, None, "", NOW)
    assert set(slips.value.fields) == {"words", "happened_on", "group_id"}
    assert slips.value.fields["words"] == "Tell what happened."


def test_sent_twice_an_entry_is_noted_once(store: Store, library: Library, here: Term) -> None:
    send = partial(note_evidence, store, here.director, "streng:profiel", None, TODAY, "Ja", NOW)
    with meeting_before(store, "INSERT INTO evidence"):
        first, *others = at_once(send, send, send)
    assert others == [first, first]
    assert len(rows(store, evidence)) == 1


def test_nothing_is_noted_for_a_group_of_another_year(
    store: Store, library: Library, here: Term, world: World
) -> None:
    for year in (2025, 2027):
        group = world.group(here.school, "8A", year=year)
        with pytest.raises(NotFound):
            note_evidence(store, here.director, "streng:ouders", group, TODAY, "Ja", NOW)
    assert rows(store, evidence) == []


def test_a_teacher_notes_for_the_own_group_only_and_withdraws_the_own_entries_only(
    store: Store, library: Library, here: Term, world: World
) -> None:
    other = world.group(here.school, "8A")
    with pytest.raises(NotFound):
        note_evidence(store, here.teacher, "streng:ouders", other, TODAY, "Ja", NOW)
    of_director = note_evidence(store, here.director, "streng:ouders", other, TODAY, "Ja", NOW)
    with pytest.raises(NotFound):
        withdraw_evidence(store, here.teacher, of_director.id, NOW)
    own = note_evidence(store, here.teacher, "streng:ouders", here.group, TODAY, "Ja", NOW)
    assert withdraw_evidence(store, here.teacher, own.id, NOW).withdrawn_at == NOW
    assert restore_evidence(store, here.director, own.id).withdrawn_at is None


def test_a_neighbours_log_does_not_exist(store: Store, library: Library, here: Term, world: World) -> None:
    there = term(world, library, 1, "De Beuk")
    noted = note_evidence(store, here.director, "streng:profiel", None, TODAY, "Ja", NOW)

    def note(who: Actor, group: int | None = None, goal: str = "streng:profiel") -> None:
        note_evidence(store, who, goal, group, TODAY, "Ja", NOW)

    for refused in (
        lambda: goal_states(store, library, there.director, TODAY, here.school),
        lambda: goal_states(store, library, here.pupils[0], TODAY),
        lambda: goal_states(store, library, world.person(Role.OFFICER, None), TODAY),
        lambda: withdraw_evidence(store, there.director, noted.id, NOW),
        lambda: restore_evidence(store, there.teacher, noted.id),
        lambda: withdraw_evidence(store, there.director, 999, NOW),
        lambda: note(there.director, here.group),
        lambda: note(here.director, goal="streng:profil"),
    ):
        with pytest.raises(NotFound):
            refused()
    for who in (here.pupils[0], world.person(Role.OFFICER, None)):
        with pytest.raises(Refused):
            note(who)
    assert len(rows(store, evidence)) == 1
