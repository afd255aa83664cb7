"""A board chooses how long it keeps its journal and reports, and lets them go so; a school chooses neither."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert

from course.errors import Invalid, NotFound
from course.feedback.tables import reports
from course.journal import journal
from course.journal.journal import Event, Origin
from course.journal.terms import BoardKept
from course.privacy.board_terms import board_days, set_board_days
from course.privacy.tidying import tidy
from tests.builders import NOW, a_school, an_administrator, an_administrator_of, signed_in

if TYPE_CHECKING:
    from course.store.store import Store

YEAR = timedelta(days=365)


def test_a_board_chooses_within_bounds_and_a_school_does_not(store: Store) -> None:
    school = a_school(store)
    keeper = signed_in(store, an_administrator_of(store, school.board_id))
    chosen = {BoardKept.JOURNAL: 730, BoardKept.REPORTS: 60}
    set_board_days(store, keeper, chosen, YEAR, Origin(NOW, keeper.person_id))
    with store.read() as conn:
        assert board_days(conn, school.board_id, YEAR) == chosen
        assert board_days(conn, 4711, YEAR) == {BoardKept.JOURNAL: 365, BoardKept.REPORTS: 365}
    (told,) = journal.read(store, events=[Event.BOARD_CHANGED])
    assert told.detail == "retention"
    for days in (29, 2000):
        with pytest.raises(Invalid) as wrong:
            set_board_days(store, keeper, {BoardKept.JOURNAL: days}, YEAR, Origin(NOW))
        assert set(wrong.value.fields) == {"journal"}
    with pytest.raises(NotFound):
        set_board_days(store, signed_in(store, an_administrator(store, school)), chosen, YEAR, Origin(NOW))


def test_old_reports_are_counted_and_go_as_their_board_chose(store: Store) -> None:
    ours, theirs = a_school(store), a_school(store)
    keeper = signed_in(store, an_administrator_of(store, ours.board_id))
    days = {BoardKept.JOURNAL: 365, BoardKept.REPORTS: 60}
    set_board_days(store, keeper, days, YEAR, Origin(NOW))
    row = {"about": "", "words": "Een foutje.", "name": "", "reported_at": NOW}
    with store.write() as conn:
        conn.execute(insert(reports), [row | {"board_id": one.board_id} for one in (ours, theirs)])
    later = NOW + timedelta(days=61)
    for dry in (True, True, False):
        assert tidy(store, later, YEAR, dry=dry)[0].counts["reports"] == 1
    assert tidy(store, later, YEAR, dry=True)[0].counts["reports"] == 0
