"""Put the planned board into a store, with half a term of progress."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select

from course.calendar import FIRST_MONTH, school_day, school_year
from course.demo.contacts import fill_contacts
from course.demo.copies import Copies
from course.demo.courses import LEADERS, PUPILS, TEACHERS, modules_of
from course.demo.doors import administrator_of, beside_of, is_of_before, open_doors
from course.demo.examples import Borrowed, walk_examples
from course.demo.history import fill_history
from course.demo.logbook import fill_logbook, note_evidence
from course.demo.plan import SEED, plan_board
from course.demo.profile import fill_profile
from course.demo.several import Built, add_beside, add_combination, add_plus_group
from course.demo.walks import Plan
from course.demo.words import GOAL_SET
from course.demo.year import Stage, begin_year, live_year
from course.enrolment.people import Staff, add_pupils, add_staff
from course.enrolment.recount import mend
from course.goals.goal_rows import add_rows
from course.people import roster
from course.people.access import Group
from course.people.public_password import PASSWORD
from course.people.secrets import hash_password, hash_pictures
from course.people.tables import boards, class_sessions
from course.rulebooks.carrying_over import carry_over

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from course.curriculum.model import Goal, Module
    from course.demo.courses import Learners
    from course.demo.examples import Examples
    from course.demo.plan import PlannedBeside, PlannedBoard, PlannedSchool, PlannedStaff, Size
    from course.library import Library
    from course.store.store import Store

DOOR_STAYS = timedelta(days=30)
"""How long the demo's class codes let pupils in."""

ADDED = 80
"""So many days ago everybody came: before the talk of the team with which the year begins."""

PACES: Sequence[tuple[int, Mapping[Plan | None, int]]] = (
    (16, {Plan.LATER: 40, Plan.DONE: 28, Plan.QUIZ: 12, Plan.STUCK: 8, Plan.LESSON: 6, None: 6}),
    (8, {Plan.DONE: 38, Plan.QUIZ: 26, Plan.LESSON: 14, Plan.STUCK: 10, None: 12}),
    (1, {Plan.DONE: 8, Plan.QUIZ: 18, Plan.LESSON: 38, Plan.STUCK: 4, None: 32}),
)
"""How groups differ: days since their lesson, and out of a hundred pupils how many are how far (None: not
begun)."""

STAFF_PACE: Mapping[Plan | None, int] = {Plan.DONE: 40, Plan.QUIZ: 15, Plan.LESSON: 20, None: 25}

_EXISTS = select(boards.c.id).where(boards.c.name == bindparam("with_name"))


def build_board(
    store: Store, library: Library, seed: int = SEED, today: date | None = None, size: Size | None = None
) -> PlannedBoard:
    """Build the demo board, unless it is there, and open its doors for thirty days; gives who is in it.

    The same seed, day and size give the same board, but for the salts of the hashes.
    """
    today = today or school_day(datetime.now(UTC))
    plan = plan_board(seed, size)
    with store.read() as conn:
        exists = conn.execute(_EXISTS, {"with_name": plan.name}).first() is not None
        was_before = exists and is_of_before(conn, plan_board(seed, size, of_before=True))
    if was_before:
        plan = plan_board(seed, size, of_before=True)
    if exists:
        plan = replace(plan, beside=beside_of(store, plan), administrator=administrator_of(store, plan))
    else:
        builder = _prepare(library, plan, seed, today)
        plan = builder.plan
        with store.write() as conn:
            builder.build(conn)
        fill_history(store, library, today, builder.chance)
    open_doors(store, plan, _at(today, days=0) + DOOR_STAYS)
    return plan


@dataclass(frozen=True, slots=True)
class _Builder:
    """Everything that is worked out before the transaction begins."""

    plan: PlannedBoard
    library: Library
    today: date
    modules: Mapping[Learners, Sequence[Module]]
    examples: Examples
    pictures: Mapping[tuple[str, ...], str]
    """Hashes, by the pictures."""
    password: str
    chance: random.Random
    copies: Copies = field(default_factory=Copies)

    def build(self, conn: Connection) -> None:
        board_id = roster.add_board(conn, self.plan.name)
        goals = [(goal, GOAL_SET) for goal in self._goals()]
        add_rows(conn, board_id, school_year(self.today), goals)
        self._staff(conn, self.plan.officer, board_id, None, ())
        if self.plan.administrator:
            self._staff(conn, self.plan.administrator, board_id, None, ())
        built = [
            self._school(conn, board_id, school, number) for number, school in enumerate(self.plan.schools)
        ]
        if len(built) > 1:
            self._combination(conn, built[-1])
        for one in self.plan.beside:
            self._beside(conn, one, built[one.school])
        self.copies.write(conn)
        for school in built:
            mend(conn, school.id)
        carry_over(Borrowed(conn), self.library, self.today, _at(self.today, days=ADDED))
        for number, school in enumerate(built):
            live_year(self._stage(conn, school, number), conn, self.modules[PUPILS])
        if len(built) > 1:
            year, added = school_year(self.today), _at(self.today, days=ADDED)
            add_plus_group(conn, built[-1], built[0].teachers[-1], year, added)

    def _combination(self, conn: Connection, school: Built) -> None:
        """Add a combination group to the last school, of which groep 7 has begun."""
        year, pictures = school_year(self.today), next(iter(self.pictures.values()))
        group_id, learners = add_combination(conn, school, year, pictures, _at(self.today, days=ADDED))
        days, shares = PACES[1]
        for person in learners:
            self._learn(person, self.plan.schools[-1].protocol, PUPILS, group_id, shares, days)

    def _beside(self, conn: Connection, planned: PlannedBeside, school: Built) -> None:
        """Add a group of another age, of which all but the first pupil have begun."""
        pictures = [self.pictures[one.pictures] for one in planned.group.pupils]
        year, added = school_year(self.today), _at(self.today, days=ADDED)
        group_id, learners = add_beside(conn, school, planned, pictures, year, added)
        days, shares = PACES[1]
        for person in learners[1:]:
            protocol = self.plan.schools[planned.school].protocol
            self._learn(person, protocol, planned.learners, group_id, shares, days)
        conn.execute(insert(class_sessions), self._door(planned.code, group_id, school.teachers[-1]))

    def _school(self, conn: Connection, board_id: int, school: PlannedSchool, number: int) -> Built:
        adopted = date(school_year(self.today) - 1, FIRST_MONTH, 20)
        school_id = roster.add_school(conn, board_id, school.name, school.protocol, adopted)
        groups = [
            self._group(conn, board_id, school_id, school, place, PACES[(number + place) % len(PACES)])
            for place in range(len(school.groups))
        ]
        teachers = [
            self._staff(conn, one, board_id, school_id, tuple(groups[place] for place in one.groups))
            for one in school.teachers
        ]
        director = self._staff(conn, school.director, board_id, school_id, ())
        for person in (*teachers, director):
            learners = LEADERS if person == director else TEACHERS
            self._learn(person, school.protocol, learners, None, STAFF_PACE, self.chance.randint(1, 25))
        conn.execute(insert(class_sessions), self._door(school.code, groups[0], teachers[0]))
        built = Built(school_id, board_id, groups, teachers, director)
        begin_year(self._stage(conn, built, number))
        note_evidence(conn, built, self._goals(), self.chance, self.today)
        fill_logbook(conn, school_id, groups, (*teachers, director), self.today)
        if number < len(self.plan.schools) - 1 or not number:
            fill_contacts(conn, school_id, school, _at(self.today, days=ADDED))
        if not number:
            fill_profile(conn, school_id, teachers[-1], director, self.today)
        return built

    def _stage(self, conn: Connection, school: Built, number: int) -> Stage:
        planned = self.plan.schools[number]
        return Stage(Borrowed(conn), self.library, school, planned.protocol, number, self.today)

    def _group(
        self,
        conn: Connection,
        board_id: int,
        school_id: int,
        school: PlannedSchool,
        place: int,
        pace: tuple[int, Mapping[Plan | None, int]],
    ) -> int:
        """Add a group with its pupils; a school's very first pupil hasn't begun, for whoever tries the demo."""
        planned, year = school.groups[place], school_year(self.today)
        group_id = roster.add_group(conn, school_id, planned.name, year)
        group = Group(group_id, school_id, board_id, planned.name, year)
        rows = [(pupil.name, self.pictures[pupil.pictures]) for pupil in planned.pupils]
        years = [pupil.year_group for pupil in planned.pupils]
        ids = add_pupils(conn, group, rows, _at(self.today, days=ADDED), years)
        days, shares = pace
        for person in ids if place else ids[1:]:
            self._learn(person, school.protocol, PUPILS, group_id, shares, days)
        return group_id

    def _staff(
        self,
        conn: Connection,
        planned: PlannedStaff,
        board_id: int,
        school_id: int | None,
        group_ids: tuple[int, ...],
    ) -> int:
        staff = Staff(
            planned.role,
            planned.name,
            planned.email,
            self.password,
            board_id,
            school_id,
            group_ids,
        )
        return add_staff(conn, staff, _at(self.today, days=ADDED))

    def _learn(
        self,
        person_id: int,
        protocol: str,
        learners: Learners,
        group_id: int | None,
        shares: Mapping[Plan | None, int],
        days: int,
    ) -> None:
        """Copy for a learner, per module, the example of a plan drawn by its share."""
        for module in self.modules[learners]:
            (plan,) = self.chance.choices(list(shares), list(shares.values()))
            if plan is not None:
                began = _at(self.today, days) + timedelta(seconds=self.chance.randint(0, 600))
                example = self.chance.choice(self.examples[protocol, module.id, plan])
                self.copies.add(example, person_id, group_id, began)

    def _door(self, code: str, group_id: int, teacher: int) -> dict[str, object]:
        opened = _at(self.today, days=0)
        return {
            "group_id": group_id,
            "opened_by": teacher,
            "code": code,
            "opened_at": opened,
            "expires_at": opened + DOOR_STAYS,
        }

    def _goals(self) -> Sequence[Goal]:
        """The goals that the board adopted; none from content without that set."""
        adopted = self.library.curriculum.goal_sets.get(GOAL_SET)
        return tuple(adopted.goals.values()) if adopted else ()


def _prepare(library: Library, plan: PlannedBoard, seed: int, today: date) -> _Builder:
    modules = modules_of(library)
    plan = replace(plan, beside=tuple(one for one in plan.beside if modules[one.learners]))
    protocols = sorted({school.protocol for school in plan.schools})
    groups = [
        *(group for school in plan.schools for group in school.groups),
        *(one.group for one in plan.beside),
    ]
    sets = {pupil.pictures for group in groups for pupil in group.pupils}
    return _Builder(
        plan=plan,
        library=library,
        today=today,
        modules=modules,
        examples=walk_examples(library, modules, protocols, seed),
        pictures={one: hash_pictures(one) for one in sorted(sets)},
        password=hash_password(PASSWORD),
        chance=random.Random(f"{seed} progress"),  # noqa: S311 - a demo that can be told again, no secret
    )


def _at(day: date, days: int) -> datetime:
    """Give 8 o'clock UTC so many days back, moved from a weekend to its Friday."""
    back = day - timedelta(days=days)
    if days:
        back -= timedelta(days=max(0, back.weekday() - 4))
    return datetime.combine(back, time(8), UTC)
