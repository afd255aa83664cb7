"""An administrator reads the journal of the own place, and takes it along harmless."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from course.administration.beginning import add_school
from course.administration.journal_page import ON_A_PAGE, Wanted, export_journal, journal_page
from course.administration.staff import add_member
from course.journal import journal
from course.journal.journal import Entry, Event, Origin
from course.naming import Parts
from course.people.roles import Role
from tests import builders
from tests.administration.test_beginning import KNOWN, an_administrator
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store


def test_lines_of_the_own_place_come_newest_first_with_names(store: Store) -> None:
    board = an_administrator(store)
    origin = Origin(NOW, board.person_id)
    school = add_school(store, board, "De Kade", "kom-leren", KNOWN, origin)
    add_school(store, board, "De Wal", "kom-leren", KNOWN, origin)
    add_member(store, board, Parts("Bram", "", ""), "b@k.example", Role.TEACHER, school, origin)
    first = journal_page(store, board, Wanted()).lines[0]
    assert (first.event, first.person, first.about, first.place) == (
        Event.ROLE_GIVEN,
        "Anna de Vries",
        "Bram",
        "De Kade",
    )
    kade = builders.School(school, board.board_id, "", "", NOW.date())
    own = builders.signed_in(store, builders.an_administrator(store, kade))
    seen = journal_page(store, own, Wanted()).lines
    assert seen
    assert all("De Wal" not in one.place for one in seen)


def test_filters_and_pages_go_on_where_the_last_one_ended(store: Store) -> None:
    board = an_administrator(store)
    days = [NOW + timedelta(days=number % 3) for number in range(ON_A_PAGE + 20)]
    with store.write() as conn:
        journal.write(conn, *(Entry(at, Event.REFUSED, board_id=board.board_id) for at in days))
    page = journal_page(store, board, Wanted(event=Event.REFUSED))
    rest = journal_page(store, board, Wanted(event=Event.REFUSED), page.next_before)
    assert (len(page.lines), len(rest.lines), rest.next_before) == (ON_A_PAGE, 20, None)
    one_day = Wanted(Event.REFUSED, NOW.date(), NOW.date())
    assert {one.at.date() for one in journal_page(store, board, one_day).lines} == {NOW.date()}
    assert journal_page(store, board, Wanted(person_id=999_999)).lines == ()


def test_an_export_is_told_and_holds_no_formula(store: Store) -> None:
    board = an_administrator(store)
    add_school(store, board, "=1+1", "kom-leren", KNOWN, Origin(NOW))
    text = export_journal(store, board, Wanted(), Origin(NOW, board.person_id)).decode("utf-8-sig")
    assert text.startswith("moment;event;")
    assert ";'=1+1;" in text
    assert journal_page(store, board, Wanted()).lines[0].event == Event.EXPORTED
