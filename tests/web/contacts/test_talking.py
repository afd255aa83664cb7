"""Whom the page for whoever wants to talk names: for this reader, at this school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.contacts.tables import school_contacts
from course.norms.help_lines import help_for
from course.norms.model import Audience
from tests.builders import NOW
from tests.web.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.library import Library
    from course.store.store import Store
    from tests.web.conftest import Visitor

    Statements = Callable[[], AbstractContextManager[list[str]]]


def say(store: Store, school_id: int, name: str, **for_whom: bool) -> None:
    groups = dict.fromkeys(("for_pupils", "for_parents", "for_staff"), False) | for_whom
    row = {"school_id": school_id, "place": 0, "name": name, "phone": "010-1234567", "changed_at": NOW}
    with store.write() as conn:
        conn.execute(insert(school_contacts), row | groups)


def test_a_pupil_sees_the_own_schools_contacts_and_the_help_lines_with_their_hours(
    visitor: Visitor, store: Store, library: Library
) -> None:
    say(store, visitor.town.ours.id, "Juf Sam", for_pupils=True)
    say(store, visitor.town.theirs.id, "Meester Tom", for_pupils=True)
    page = visitor.as_pupil().page("/talk")
    assert "Juf Sam" in page.words
    assert "tel:0101234567" in page.addresses
    assert "Meester Tom" not in page.words
    for line in help_for(library.norms, Audience.PUPIL):
        assert line.name in page.words
        assert line.hours is None or line.hours.nl in page.words


def test_where_the_school_says_nothing_for_a_reader_the_protocol_does(
    visitor: Visitor, store: Store, library: Library
) -> None:
    named = library.norms.protocols["kom-leren"].contacts
    say(store, visitor.town.ours.id, "Juf Sam", for_pupils=True)
    staff = visitor.as_teacher().page("/talk").words
    assert "Juf Sam" not in staff
    assert all(one.role.nl in staff for one in named if Audience.TEACHER in one.audience)
    rules = visitor.leave().as_pupil().page("/rules/protocol").words
    assert "Juf Sam" in rules, "the page of rules names the same people"


def test_a_visitor_says_who_reads_and_a_class_code_tells_of_which_school(
    visitor: Visitor, store: Store
) -> None:
    say(store, visitor.town.ours.id, "Juf Sam", for_pupils=True)
    assert "De Kindertelefoon" in visitor.page("/talk").words
    assert "De Kindertelefoon" not in visitor.page("/talk?for=parent").words
    assert "Ouders & Onderwijs" in visitor.page("/talk?for=parent").words
    assert "Juf Sam" not in visitor.page("/talk").words
    code = visitor.town.open_session().code
    assert "Juf Sam" in visitor.behind(code).page("/talk").words


def test_nothing_is_written_of_who_reads_and_who_leaves_is_led_elsewhere(
    visitor: Visitor, statements: Statements
) -> None:
    visitor.as_pupil().page("/learn/")
    with statements() as seen:
        answer = visitor.get("/talk")
    assert all(one.lstrip().upper().startswith("SELECT") for one in seen)
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store, private"
    leave = next(attrs for tag, attrs in Page(answer.text).tags if tag == "a" and "data-leave" in attrs)
    assert leave["href"] == "https://www.knmi.nl/"
    assert leave["rel"] == "noreferrer"


def test_every_page_of_a_lesson_and_the_front_page_lead_there(visitor: Visitor) -> None:
    assert "/talk" in visitor.page("/").addresses
    assert "/talk" in visitor.as_pupil().page("/learn/lessons/mag-deze-foto").addresses
