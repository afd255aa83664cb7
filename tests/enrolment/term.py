"""Two schools of a board that live through a year by the real functions, and what the raw rows say of them in plain SQL."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Date, bindparam, insert, text

from course.curriculum.bands import band_of
from course.curriculum.model import Curriculum
from course.enrolment.memberships import join
from course.enrolment.people import Staff, add_pupils, add_staff
from course.journal.journal import Origin
from course.learning.pages import QuestionPage, ResultPage
from course.norms.model import Audience
from course.people import secrets
from course.people.access import Group
from course.people.actor import hash_of, identify
from course.people.roles import InGroup, Role
from course.people.roster import add_board, add_group, add_role, add_school
from course.people.tables import schools, sign_ins
from tests.builders import goals_for
from tests.learning.lesson.test_playing import Player
from tests.learning.quiz.test_answering import Sitting
from tests.learning.world import GELUID, GOALS, a_library, lesson_of, module, quiz_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from course.curriculum.model import Module
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

FIRST_DAY, YEAR = date(2026, 11, 20), 2026
YEARS = ("6", "7", "8", "11")
"""Of two bands that have a module, and one that has none."""


def a_library_of_two_bands() -> Library:
    """The small library with a module for groep 5-6 too, `klein`."""
    library = a_library()
    small = replace(module("klein", Audience.PUPIL, "klein"), bands=("po-5-6",))
    return replace(
        library,
        lessons={**library.lessons, "klein": {"nl": lesson_of("klein", "klein", GELUID)}},
        quizzes={**library.quizzes, "klein": quiz_of("klein", ["een"], draw=1)},
        curriculum=Curriculum(
            {**library.curriculum.modules, "klein": small}, library.curriculum.goal_sets, {}
        ),
    )


def with_module(library: Library, edited: Module) -> Library:
    """The library after an author changed a module."""
    modules = {**library.curriculum.modules, edited.id: edited}
    return replace(library, curriculum=Curriculum(modules, library.curriculum.goal_sets, {}))


@dataclass(frozen=True, slots=True)
class Pupil:
    """Today's pupil of a group, as the rows have it."""

    id: int
    band: str | None
    begun: frozenset[str]
    done: frozenset[str]


class Term:
    """What happens, at `now`; readers are the two directors, two teachers with every group of theirs, and the officer."""

    def __init__(self, store: Store, library: Library) -> None:
        """Begin with a combination group and a group of one year at the first school, and one group at the other."""
        self.store, self.library, self.day = store, library, FIRST_DAY
        self._clock, self._names = itertools.count(), itertools.count(1)
        with store.write() as conn:
            self.board = add_board(conn, "Bestuur")
            self.schools = [add_school(conn, self.board, one, "streng", FIRST_DAY) for one in ("Eik", "Beuk")]
            self.officer = self._staff(conn, Role.OFFICER, None)
            self.directors = [self._staff(conn, Role.DIRECTOR, school) for school in self.schools]
            self.teachers = [self._staff(conn, Role.TEACHER, school) for school in self.schools]
        goals_for(store, self.board, GOALS, YEAR)
        self.groups: list[Group] = []
        for place, years in ((0, "666677777"), (0, "8888888"), (1, "67888")):
            self.new_group(place, [*years])

    @property
    def now(self) -> datetime:
        """A moment of the day, later each time."""
        return datetime.combine(self.day, time(8), UTC) + timedelta(seconds=next(self._clock))

    @property
    def school_year(self) -> int:
        return self.day.year if self.day.month >= 8 else self.day.year - 1

    def new_group(self, place: int, years: Sequence[str] = ()) -> Group:
        """Add a group of this school year with its teacher, and pupils of these years."""
        school = self.schools[place]
        with self.store.write() as conn:
            name = f"Groep {next(self._names)}"
            group_id = add_group(conn, school, name, self.school_year)
            group = Group(group_id, school, self.board, name, self.school_year)
            join(conn, group_id, [self.teachers[place]], InGroup.TEACHER, self.day)
            rows = [(f"Kind {next(self._names)}", "") for _ in years]
            add_pupils(conn, group, rows, self.now, years)
        self.groups.append(group)
        return group

    def adopt(self, place: int, protocol: str) -> None:
        """Let a school go by other rules from now on."""
        with self.store.write() as conn:
            conn.execute(
                schools.update().where(schools.c.id == self.schools[place]).values(protocol=protocol)
            )

    def new_staff(self, place: int, role: Role) -> int:
        with self.store.write() as conn:
            return self._staff(conn, role, self.schools[place])

    def new_role(self, person: int, place: int, role: Role) -> None:
        with self.store.write() as conn:
            add_role(conn, person, role, self.board, self.schools[place], self.day, Origin(self.now))

    def _staff(self, conn: Connection, role: Role, school: int | None) -> int:
        name = f"Staf {next(self._names)}"
        return add_staff(conn, Staff(role, name, f"{name}@x.example", "x", self.board, school), self.now)

    def actor(self, person: int) -> Actor | None:
        """Who somebody is at this moment, having just come in; None for who has no role any more."""
        token = secrets.new_token()
        row = {"token_hash": hash_of(token), "person_id": person, "created_at": self.now, "seen_at": self.now}
        with self.store.write() as conn:
            conn.execute(insert(sign_ins), row | {"expires_at": self.now + timedelta(days=1)})
            return identify(conn, token, self.now)

    def reader(self, person: int) -> Actor:
        actor = self.actor(person)
        assert actor
        return actor

    def play(self, actor: Actor, lesson: str, choice: str) -> None:
        """Make one choice at the beginning of a lesson."""
        player = Player(self.store, self.library, actor, lesson)
        player.now = self.now
        if not player.page.choices:
            player.again()
        player.choose(choice)

    def sit(self, actor: Actor, quiz: str, key: str) -> None:
        """Answer a whole attempt with one key: "a" is right."""
        sitting = Sitting(self.store, self.library, actor, quiz)
        sitting.now = self.now
        page = sitting.page
        if isinstance(page, ResultPage):
            sitting.retake()
        while isinstance(sitting.page, QuestionPage):
            sitting.answer(key)

    def rows(self, sql: str, **values: object) -> list[tuple[object, ...]]:
        statement = text(sql)
        if ":today" in sql:
            statement = statement.bindparams(bindparam("today", type_=Date))
            values["today"] = self.day
        with self.store.read() as conn:
            return [tuple(row) for row in conn.execute(statement, values)]

    def pupils(self, group: int) -> list[Pupil]:
        """Today's pupils of a group, from raw rows."""
        found = self.rows(
            "SELECT p.id, p.year_group FROM memberships m JOIN persons p ON p.id = m.person_id"
            " WHERE m.group_id = :g AND m.role = 'pupil' AND m.from_on <= :today"
            " AND (m.until_on IS NULL OR m.until_on > :today) ORDER BY p.id",
            g=group,
        )
        return [
            Pupil(int(str(one)), band_of(year and str(year)), *self.learned(int(str(one))))
            for one, year in found
        ]

    def learned(self, person: int) -> tuple[frozenset[str], frozenset[str]]:
        """Modules that somebody began, and those completed."""
        rows = self.rows("SELECT module, completed_at FROM progress WHERE person_id = :p", p=person)
        return (
            frozenset(str(module) for module, _ in rows),
            frozenset(str(module) for module, done in rows if done is not None),
        )

    def staff(self, place: int) -> list[int]:
        """Those who learn as staff of a school today, from raw rows."""
        found = self.rows(
            "SELECT DISTINCT person_id FROM roles WHERE school_id = :s AND role IN ('teacher', 'coach', 'director')"
            " AND from_on <= :today AND (until_on IS NULL OR until_on > :today)",
            s=self.schools[place],
        )
        return [int(str(one)) for (one,) in found]

    def groups_of(self, place: int) -> list[Group]:
        """The groups of the present school year, by name."""
        here = [one for one in self.groups if one.school_id == self.schools[place]]
        return sorted(
            (one for one in here if one.school_year == self.school_year), key=lambda one: (one.name, one.id)
        )


def counted(pupils: Iterable[Pupil], one: Module) -> tuple[int, int, int]:
    """For how many a module is meant, how many of them began it, and how many completed it."""
    mine = [pupil for pupil in pupils if pupil.band in one.bands]
    return (
        len(mine),
        sum(one.id in pupil.begun for pupil in mine),
        sum(one.id in pupil.done for pupil in mine),
    )
