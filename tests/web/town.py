"""People for the tests of the web: two schools of one board whose protocols differ, and neighbours on every side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.classroom.class_sessions import open_class_session
from course.people import secrets
from course.people.actor import hash_of, identify
from course.people.coming_in import STAFF_STAY
from course.people.tables import sign_ins
from tests import builders

if TYPE_CHECKING:
    from datetime import datetime

    from course.classroom.class_sessions import ClassSession
    from course.people.access import Group, School
    from course.store.store import Store
    from tests.builders import StaffMember


@dataclass(frozen=True, slots=True)
class Town:
    """Who lives there. Ours is a school with the protocol kom-leren, theirs one with verkruisen."""

    store: Store
    board_id: int
    ours: School
    theirs: School
    our_group: Group
    next_group: Group
    """Of our school, with another teacher."""
    their_group: Group
    pupil: int
    classmate: int
    next_pupil: int
    their_pupil: int
    teacher: StaffMember
    next_teacher: StaffMember
    their_teacher: StaffMember
    director: StaffMember
    their_director: StaffMember
    officer: StaffMember

    def teacher_of(self, group: Group) -> StaffMember:
        return {
            self.our_group.id: self.teacher,
            self.next_group.id: self.next_teacher,
            self.their_group.id: self.their_teacher,
        }[group.id]

    def group_of(self, pupil: int) -> Group:
        return {
            self.pupil: self.our_group,
            self.classmate: self.our_group,
            self.next_pupil: self.next_group,
            self.their_pupil: self.their_group,
        }[pupil]

    def open_session(self, group: Group | None = None, now: datetime = builders.NOW) -> ClassSession:
        """The open class session of a group, ours unless another is named; opened now when none is."""
        group = group or self.our_group
        token = self.token(self.teacher_of(group).id, now)
        with self.store.read() as conn:
            teacher = identify(conn, token, now)
        assert teacher is not None
        return open_class_session(self.store, teacher, group.id, now)

    def token(self, person_id: int, now: datetime = builders.NOW, session: ClassSession | None = None) -> str:
        """A fresh sign-in without the check of a secret, which takes as long as everything else in a test."""
        token = secrets.new_token()
        row = {
            "token_hash": hash_of(token),
            "person_id": person_id,
            "class_session_id": session.id if session else None,
            "created_at": now,
            "seen_at": now,
            "confirmed_at": None if session else now,
            "expires_at": session.expires_at if session else now + STAFF_STAY,
        }
        with self.store.write() as conn:
            conn.execute(insert(sign_ins), row)
        return token


def a_town(store: Store) -> Town:
    """Build it; everybody's password is builders.PASSWORD, every pupil's pictures are builders.PICTURES."""
    board = builders.a_board(store)
    builders.goals_for(store, board, builders.the_five())
    ours = builders.a_school(store, board, "kom-leren", "De Eik")
    theirs = builders.a_school(store, board, "verkruisen", "De Beuk")
    our_group = builders.a_group(store, ours, "7B")
    next_group = builders.a_group(store, ours, "8A")
    their_group = builders.a_group(store, theirs, "7C")
    return Town(
        store,
        board,
        ours,
        theirs,
        our_group,
        next_group,
        their_group,
        builders.a_pupil(store, our_group, "Aya"),
        builders.a_pupil(store, our_group, "Bram"),
        builders.a_pupil(store, next_group, "Cato"),
        builders.a_pupil(store, their_group, "Daan"),
        builders.a_teacher(store, our_group),
        builders.a_teacher(store, next_group),
        builders.a_teacher(store, their_group),
        builders.a_director(store, ours),
        builders.a_director(store, theirs),
        builders.an_officer(store, board),
    )
