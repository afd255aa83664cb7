"""The year that a demo school has behind it, lived through the functions of a real one: talks, plans, work, a look back.

Schools differ: the first does all that is asked, the last little of it, so that every page has something to show and ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from course.calendar import FIRST_MONTH, school_year
from course.classroom.assignments import assign
from course.classroom.reminders import remind
from course.demo.year_words import (
    ANSWERS,
    ASKED,
    AUTUMN,
    DRAFT,
    LOOKED,
    OPENING,
    OWN_POINT,
    PLANS,
    SHARED_POINTS,
    TALKS,
)
from course.evaluation.writing import Said, draft_of, freeze, save_draft
from course.goals.entries import read_log
from course.goals.reviews import ask_back, confirm_entry, reply_to
from course.goals.talks import Talk, tell_of_talk
from course.journal.journal import Origin
from course.learning.points import own_points, plan, share, take_up
from course.people.actor import Actor
from course.people.roles import Role
from course.profile.plans import Plan, save_plan
from course.rulebooks.attesting import asked_of, sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from course.curriculum.model import Module
    from course.demo.several import Built
    from course.library import Library
    from course.store.store import Store

OPENED, TALKED, PLANNED, SIGNED, LOOKED_BACK = 72, 68, 30, 47, 1
"""So many days ago."""
WORK = ((0, 12, 4), (1, 6, 11), (2, 1, 25))
"""What a group is given: the module's place, how many days ago, and in how many days it is to be done."""
LATE_WORK = (0, 24, -4)
"""What another group was to have done already."""
UNSIGNED = {0: 1, 3: 2, 4: 4}
"""Of how many of a school's staff the signature is missing."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A school of the demo, and the store in which it is being built."""

    store: Store
    library: Library
    school: Built
    protocol: str
    number: int
    """Its place on the board."""
    today: date

    def at(self, days: int) -> datetime | None:
        """Give the afternoon of a school day so many days ago; None before the school year had well begun."""
        day = self.today - timedelta(days=days)
        day -= timedelta(days=max(0, day.weekday() - 4))
        begin = date(school_year(self.today), FIRST_MONTH, 24)
        return datetime.combine(day, time(14, 20), UTC) if day >= begin else None

    def as_director(self) -> Actor:
        """The director."""
        return self._actor(Role.DIRECTOR, self.school.director, ())

    def as_teacher(self, place: int) -> Actor:
        """The teacher of the group at this place."""
        own = (
            self.school.groups[place : place + 1]
            if place < len(self.school.groups)
            else self.school.groups[-1:]
        )
        return self._actor(Role.TEACHER, self.school.teachers[place], tuple(own))

    def _actor(self, role: Role, person_id: int, group_ids: tuple[int, ...]) -> Actor:
        moment = datetime.combine(self.today, time(8), UTC)
        return Actor(
            person_id=person_id,
            role_id=0,
            role=role,
            name="",
            board_id=self.school.board_id,
            board_name="",
            school_id=self.school.id,
            school_name="",
            protocol=self.protocol,
            group_ids=group_ids,
            year_group=None,
            locale="nl",
            sign_in="",
            expires_at=moment,
            seen_at=moment,
            today=self.today,
        )


def begin_year(stage: Stage) -> None:
    """What was before anybody had learned anything: where some schools looked how they stood."""
    if stage.number < len(OPENING) and (moment := stage.at(OPENED)):
        _look_back(stage, (), *OPENING[stage.number], moment)


def live_year(stage: Stage, conn: Connection, modules: Sequence[Module]) -> None:
    """What happened since, up to yesterday."""
    _talk(stage)
    _plan(stage)
    _sign(stage)
    _give_work(stage, modules)
    _learn_from_it(stage)
    _ask_back(stage, conn)
    moment = stage.at(LOOKED_BACK)
    if moment and stage.number in AUTUMN:
        _look_back(stage, ANSWERS, *AUTUMN[stage.number], moment)
    elif moment and stage.number == 1:
        save_draft(stage.store, stage.library, stage.as_director(), _said(stage, (), *DRAFT, moment), moment)


def _talk(stage: Stage) -> None:
    moment = stage.at(TALKED)
    if moment and stage.number < len(TALKS):
        number, outcomes = TALKS[stage.number]
        tell_of_talk(stage.store, stage.as_director(), Talk(moment.date(), number, outcomes), moment)


def _plan(stage: Stage) -> None:
    answers, moment = PLANS.get(stage.number), stage.at(PLANNED)
    if answers and moment:
        until = date(school_year(stage.today) + 1, 6, 15)
        asked, wanted = stage.library.curriculum.profile, Plan(answers, until, stage.school.teachers[-1])
        save_plan(stage.store, stage.as_director(), asked, wanted, 0, moment)


def _sign(stage: Stage) -> None:
    """Let all but a few confirm the rules."""
    moment = stage.at(SIGNED)
    staff = [stage.as_director(), *map(stage.as_teacher, range(len(stage.school.teachers)))]
    if moment is None:
        return
    for one in staff[: len(staff) - UNSIGNED.get(stage.number, 0)]:
        asked = asked_of(stage.store, stage.library, one)
        if asked is not None:
            sign(stage.store, stage.library, one, asked.version.id, moment)


def _give_work(stage: Stage, modules: Sequence[Module]) -> None:
    """Give the first groups modules by a day; the second is late with one, of which it was reminded."""
    for place, group in enumerate(stage.school.groups[:3]):
        teacher, known = stage.as_teacher(place), [one.id for one in modules]
        for module, ago, days in (LATE_WORK, *WORK[1:]) if place == 1 else WORK:
            moment = stage.at(ago)
            if moment and module < len(known):
                due = _school_day(stage.today + timedelta(days=days))
                assign(stage.store, teacher, group, known[module], due, known, moment)
        if place == 1 and known and stage.at(LATE_WORK[1]) and (moment := stage.at(2)):
            remind(stage.store, teacher, group, known[0], moment)


def _learn_from_it(stage: Stage) -> None:
    """Let teachers take up what they missed: the first point is shared with the director, the next is not."""
    moment = stage.at(1)
    for place in range(len(stage.school.teachers)):
        teacher = stage.as_teacher(place)
        missed = own_points(stage.store, stage.library, teacher).missed[:2]
        if moment is None or not missed:
            continue
        for one in missed:
            take_up(stage.store, stage.library, teacher, one.article.id, moment)
        for number, point in enumerate(own_points(stage.store, stage.library, teacher).points):
            words = OWN_POINT if number else SHARED_POINTS[place % len(SHARED_POINTS)]
            plan(stage.store, teacher, point.id, words)
            share(stage.store, teacher, point.id, None if number else moment)


def _ask_back(stage: Stage, conn: Connection) -> None:
    """Let the director ask about two entries of the first group: one is answered and confirmed, one waits."""
    entries = [
        one
        for one in read_log(conn, stage.school.id, school_year(stage.today))
        if one.noted_by_id == stage.school.teachers[0] and one.purpose and one.group_id
    ]
    moment, director = stage.at(1), stage.as_director()
    if stage.number or moment is None:
        return
    for one, (question, reply) in zip(entries, ASKED, strict=False):
        ask_back(stage.store, director, one.id, question, moment)
        if reply:
            reply_to(stage.store, stage.as_teacher(0), one.id, reply)
            confirm_entry(stage.store, director, one.id, moment)


def _look_back(
    stage: Stage, answers: Sequence[str], decisions: str, new_goals: str, moment: datetime
) -> None:
    director = stage.as_director()
    said = _said(stage, answers, decisions, new_goals, moment)
    origin = Origin(moment, director.person_id)
    freeze(stage.store, stage.library, director, said, origin, noted_as=LOOKED)


def _said(stage: Stage, answers: Sequence[str], decisions: str, new_goals: str, moment: datetime) -> Said:
    draft = draft_of(stage.store, stage.library, stage.as_director(), moment)
    asked = (one.goal_id for one in draft.answers)
    return Said(dict(zip(asked, answers, strict=False)), decisions, new_goals, draft.revision)


def _school_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))
