"""Nobody who writes rows of a person waits in a ring with who erases that person: one goes first, and both end well."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from course.enrolment.people import erase_person
from course.enrolment.recount import all_schools, differences
from course.errors import Invalid
from course.journal.journal import Origin
from course.learning.home import home
from course.learning.lesson.trails import forget_trails
from course.people.passwords import change_password, draw_password
from course.people.pictures import renew_pictures
from course.people.sign_in import sign_in_staff
from course.people.tables import persons
from tests import builders
from tests.enrolment.term import Term, a_library_of_two_bands
from tests.learning.quiz.test_answering import Sitting
from tests.races import coming_between

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.people.actor import Actor
    from course.store.store import Store

LIBRARY = a_library_of_two_bands()
STATEMENTS = (
    "INSERT INTO progress",
    "UPDATE progress",
    "INSERT INTO marks",
    "UPDATE attempts",
    "INSERT INTO group_progress",
)
"""Before which of an answer's the erasure comes."""


@pytest.fixture
def term(store: Store) -> Term:
    return Term(store, LIBRARY)


@pytest.fixture
def pupil(term: Term) -> Actor:
    return term.reader(term.pupils(term.groups[0].id)[-1].id)


def erased(store: Store, person: int) -> None:
    with store.write() as conn:
        erase_person(conn, person, Origin(builders.NOW))


def is_gone(store: Store, person: int) -> bool:
    with store.read() as conn:
        rows = select(func.count()).select_from(persons).where(persons.c.id == person)
        right = all(differences(conn, school) == () for school in all_schools(conn))
        return right and conn.execute(rows).scalar() == 0


def begin(term: Term, pupil: Actor) -> Callable[[], object]:
    return partial(term.play, pupil, "kort", "stil")


def complete_by_a_lesson(term: Term, pupil: Actor) -> Callable[[], object]:
    term.play(pupil, "kort", "opname")
    term.sit(pupil, "kort", "a")
    return partial(term.play, pupil, "kort", "stil")


def complete_by_a_quiz(term: Term, pupil: Actor) -> Callable[[], object]:
    for lesson, choice in (("geluid", "stil"), ("foto", "gevraagd"), ("foto", "samen")):
        term.play(pupil, lesson, choice)
    sitting = Sitting(term.store, LIBRARY, pupil, "foto")
    sitting.answer("a")
    sitting.answer("a")
    return partial(sitting.answer, "a")


def complete_at_home(term: Term, pupil: Actor) -> Callable[[], object]:
    term.play(pupil, "kort", "stil")
    term.sit(pupil, "kort", "a")
    with term.store.write() as conn:
        conn.exec_driver_sql("UPDATE group_progress SET completed = 0")
        conn.exec_driver_sql("UPDATE progress SET completed_at = NULL")
    return partial(home, term.store, LIBRARY, pupil, term.now)


@pytest.mark.parametrize("statement", STATEMENTS)
@pytest.mark.parametrize("prepare", [begin, complete_by_a_lesson, complete_by_a_quiz, complete_at_home])
def test_who_is_erased_amid_an_answer_is_gone_and_the_answer_is_no_fault(
    term: Term, pupil: Actor, prepare: Callable[[Term, Actor], Callable[[], object]], statement: str
) -> None:
    answers = prepare(term, pupil)
    with coming_between(term.store, statement, partial(erased, term.store, pupil.person_id)) as came:
        answers()
    assert came in ([None], []), "unless the answer has no such statement"
    erased(term.store, pupil.person_id)
    assert is_gone(term.store, pupil.person_id)


@pytest.mark.parametrize("statement", ["DELETE FROM sign_ins", "UPDATE runs", "UPDATE marks"])
def test_who_is_erased_while_the_teacher_draws_pictures_is_gone(
    term: Term, pupil: Actor, statement: str
) -> None:
    teacher = term.reader(term.teachers[0])
    complete_by_a_quiz(term, pupil)
    with coming_between(term.store, statement, partial(erased, term.store, pupil.person_id)) as came:
        renew_pictures(term.store, teacher, term.groups[0].id, term.now, forget=forget_trails)
    assert came == [None]
    assert is_gone(term.store, pupil.person_id)


@pytest.mark.parametrize("statement", ["DELETE FROM sign_ins", "INSERT INTO credentials"])
@pytest.mark.parametrize("what", ["changes", "is drawn", "signs in"])
def test_who_is_erased_while_the_password_is_used_or_changed_is_gone(
    store: Store, what: str, statement: str
) -> None:
    teacher = builders.a_teacher(store)
    actor = builders.signed_in(store, teacher)
    wanted = "groene-kikkers-in-bad"
    uses = {
        "changes": partial(change_password, store, actor, builders.PASSWORD, wanted, builders.NOW),
        "is drawn": partial(draw_password, store, teacher.email, builders.NOW),
        "signs in": partial(sign_in_staff, store, teacher.email, builders.PASSWORD, builders.NOW),
    }
    too_late = suppress(Invalid)
    with coming_between(store, statement, partial(erased, store, teacher.id)) as came, too_late:
        uses[what]()
    assert came in ([None], [])
    erased(store, teacher.id)
    assert is_gone(store, teacher.id)
