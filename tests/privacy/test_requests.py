"""Who asks something about the own data is answered within a month, and only who asked is exported or erased."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from course.calendar import school_day
from course.enrolment.recount import differences
from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Event, Origin
from course.privacy.requests import (
    Kind,
    Outcome,
    close,
    erase,
    export,
    month_after,
    register,
    requests_in_sight,
)
from tests import builders
from tests.builders import NOW

if TYPE_CHECKING:
    from course.people.actor import Actor
    from course.store.store import Store

TODAY = school_day(NOW)
AT = Origin(NOW)


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2026, 11, 20), date(2026, 12, 20)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
    ],
)
def test_a_month_ends_on_the_same_day_or_the_last_one(asked: date, due: date) -> None:
    assert month_after(asked) == due


def asked(store: Store, kind: Kind) -> tuple[Actor, int, int]:
    """An administrator, a pupil who asked, and the number of the request."""
    group = builders.a_group(store)
    pupil = builders.a_pupil(store, group, "Aya")
    school = builders.School(group.school_id, group.board_id, "", "", date(2026, 8, 1))
    actor = builders.signed_in(store, builders.an_administrator(store, school))
    register(store, actor, pupil, kind, TODAY, AT)
    (request,) = requests_in_sight(store, actor)
    assert (request.kind, request.name, request.due_on) == (kind, "Aya", month_after(TODAY))
    return actor, pupil, request.id


def test_an_export_is_given_while_it_is_asked_for_and_the_journal_tells(store: Store) -> None:
    actor, pupil, request = asked(store, Kind.ACCESS)
    assert export(store, actor, request, AT).person_id == pupil
    with pytest.raises(NotFound):
        erase(store, actor, request, AT)
    close(store, actor, request, Outcome.DONE, AT)
    with pytest.raises(NotFound):
        export(store, actor, request, AT)
    told = [(one.event, one.about_id, one.detail) for one in journal.read(store, person_id=pupil)][-3:]
    assert told == [
        (Event.ASKED, pupil, "access asked"),
        (Event.EXPORTED, pupil, "person"),
        (Event.ASKED, pupil, "access done"),
    ]


def test_an_erasure_is_done_once_it_is_asked_for_and_figures_stay_right(store: Store) -> None:
    actor, pupil, request = asked(store, Kind.ERASURE)
    with pytest.raises(NotFound):
        export(store, actor, request, AT)
    erase(store, actor, request, AT)
    (kept,) = requests_in_sight(store, actor)
    assert (kept.person_id, kept.name, kept.done_on, kept.outcome) == (pupil, "", TODAY, Outcome.DONE)
    assert Event.ERASED in [one.event for one in journal.read(store, person_id=pupil)]
    with store.read() as conn:
        assert actor.school_id is not None
        assert list(differences(conn, actor.school_id)) == []


def test_a_request_that_nobody_answered_is_late_after_its_month(store: Store) -> None:
    actor, *_ = asked(store, Kind.CORRECTION)
    (request,) = requests_in_sight(store, actor)
    assert not request.is_late(request.due_on)
    assert request.is_late(request.due_on + timedelta(days=1))


def test_a_neighbours_request_does_not_exist(store: Store) -> None:
    _, pupil, request = asked(store, Kind.ACCESS)
    other = builders.signed_in(store, builders.an_administrator(store, builders.a_school(store)))
    assert requests_in_sight(store, other) == ()
    for tried in (
        lambda: register(store, other, pupil, Kind.ACCESS, TODAY, AT),
        lambda: export(store, other, request, AT),
        lambda: close(store, other, request, Outcome.DONE, AT),
    ):
        with pytest.raises(NotFound):
            tried()


@pytest.mark.parametrize("day", [TODAY + timedelta(days=1), TODAY - timedelta(days=400)])
def test_a_request_was_asked_today_or_before(store: Store, day: date) -> None:
    actor, pupil, _ = asked(store, Kind.ACCESS)
    with pytest.raises(Invalid):
        register(store, actor, pupil, Kind.ACCESS, day, AT)


def test_nobody_erases_oneself(store: Store) -> None:
    school = builders.a_school(store)
    actor = builders.signed_in(store, builders.an_administrator(store, school))
    register(store, actor, actor.person_id, Kind.ERASURE, TODAY, AT)
    (request,) = requests_in_sight(store, actor)
    with pytest.raises(Invalid):
        erase(store, actor, request.id, AT)
