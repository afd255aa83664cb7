"""Reading and saving the profile plan of a school. A plan is never changed: what is saved is its next version."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, insert, select

from course.calendar import school_day, school_year
from course.errors import Clash, Invalid, NotFound, Refused
from course.goals.channels import team_of
from course.people.access import school_in_sight
from course.people.roles import Ability
from course.people.tables import persons, schools
from course.profile.tables import profile_plans
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from typing import Any

    from sqlalchemy import Connection

    from course.curriculum.model import ProfileQuestions
    from course.people.actor import Actor
    from course.store.store import Store

LONGEST = 2000
"""Characters of one answer."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a school plans, as somebody fills it in."""

    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By the id of a question; only those that were answered."""
    until_on: date | None = None
    kept_by_id: int | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A plan as it was saved."""

    school_year: int
    number: int
    plan: Plan
    kept_by: str
    """Name; empty where nobody keeps it, or that person left."""
    saved_by: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The plan of one school, with everything that was saved before."""

    school_id: int
    school_name: str
    school_year: int
    """The present one."""
    versions: tuple[Version, ...]
    """The newest first, of all school years."""
    team: tuple[tuple[int, str], ...]
    """Who may keep the plan, by name."""

    @property
    def newest(self) -> Version | None:
        """The last one saved, in this school year or before."""
        return self.versions[0] if self.versions else None

    @property
    def number(self) -> int:
        """Of the newest of the present school year; 0 where none was saved yet, so that last year's is begun from."""
        newest = self.newest
        return newest.number if newest and newest.school_year == self.school_year else 0

    def version(self, year: int, number: int) -> Version:
        """Find one version; NotFound for any that isn't there."""
        for one in self.versions:
            if (one.school_year, one.number) == (year, number):
                return one
        raise NotFound("version", f"{year}-{number}")


_keeper, _saver = persons.alias(), persons.alias()
_in_school = bindparam("in_school", type_=Integer)
_OF_SCHOOL = (
    select(profile_plans, _keeper.c.name.label("keeper"), _saver.c.name.label("saver"))
    .select_from(
        profile_plans.outerjoin(_keeper, _keeper.c.id == profile_plans.c.kept_by).outerjoin(
            _saver, _saver.c.id == profile_plans.c.saved_by
        )
    )
    .where(profile_plans.c.school_id == _in_school)
    .order_by(profile_plans.c.school_year.desc(), profile_plans.c.number.desc())
)
_SCHOOL = select(schools.c.name).where(schools.c.id == _in_school)
_LOCK = select(schools.c.id).where(schools.c.id == _in_school).with_for_update()
_ADD = insert(profile_plans)


def plan_page(store: Store, actor: Actor, school_id: int | None = None) -> PlanPage:
    """Give the plan of the own school to its teachers and director, of a school of the board to an officer.

    NotFound for anybody else.
    """
    with store.read() as conn:
        return _page(conn, actor, _school_in_sight(conn, actor, school_id))


def save_plan(
    store: Store, actor: Actor, questions: ProfileQuestions, plan: Plan, based_on: int, now: datetime
) -> int:
    """Save a plan as the next version of this school year, and give its number; sent twice, it is saved once.

    `based_on` is the number that its writer saw: Clash where somebody saved another one since, for that would be lost.
    Invalid with every slip by the id of its question, or under `until_on`.
    """
    if actor.school_id is None or not actor.may(Ability.LEAD_SCHOOL):
        raise Refused(told("only a school's director writes its profile plan"))
    year = school_year(school_day(now))
    said = {one.id: text for one in questions.all if (text := _plain(plan.answers.get(one.id, "")))}
    plan = Plan(MappingProxyType(said), plan.until_on, plan.kept_by_id)
    _refuse_slips(plan, year)
    with store.write() as conn:
        conn.execute(_LOCK, {"in_school": actor.school_id}).one()
        page = _page(conn, actor, actor.school_id)
        if page.number and page.newest and page.newest.plan == plan:
            return page.number
        if page.number != based_on:
            raise Clash(told("somebody saved another version of this plan"))
        if plan.kept_by_id and plan.kept_by_id not in dict(page.team):
            raise NotFound("person", str(plan.kept_by_id))
        row = {
            "school_id": actor.school_id,
            "school_year": year,
            "number": page.number + 1,
            "answers": json.dumps(said, ensure_ascii=False),
            "until_on": plan.until_on,
            "kept_by": plan.kept_by_id,
            "saved_by": actor.person_id,
            "saved_at": now,
        }
        conn.execute(_ADD, row)
    return page.number + 1


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _refuse_slips(plan: Plan, year: int) -> None:
    slips = {
        name: "This is too long; keep it under 2000 characters."
        for name, text in plan.answers.items()
        if len(text) > LONGEST
    }
    if not plan.answers:
        slips["until_on"] = "Answer at least one question."
    elif plan.until_on is not None and not year <= school_year(plan.until_on) <= year + 4:
        slips["until_on"] = "Choose a day in this school year or one of the four after it."
    if slips:
        raise Invalid(**slips)


def _page(conn: Connection, actor: Actor, school_id: int) -> PlanPage:
    values = {"in_school": school_id}
    return PlanPage(
        school_id=school_id,
        school_name=conn.execute(_SCHOOL, values).scalar_one(),
        school_year=school_year(actor.today),
        versions=tuple(version_of(row) for row in conn.execute(_OF_SCHOOL, values)),
        team=team_of(conn, school_id, actor.today),
    )


def _school_in_sight(conn: Connection, actor: Actor, school_id: int | None) -> int:
    wanted = actor.school_id if school_id is None else school_id
    if wanted is None:
        raise NotFound("school", "")
    if wanted == actor.school_id and actor.may(Ability.NOTE_EVIDENCE):
        return wanted
    return school_in_sight(conn, actor, wanted).id


def version_of(row: Any) -> Version:
    """Read a row of the table; who keeps it and who saved it are named only where the row tells."""
    return Version(
        school_year=row.school_year,
        number=row.number,
        plan=Plan(MappingProxyType(json.loads(row.answers)), row.until_on, row.kept_by),
        kept_by=getattr(row, "keeper", None) or "",
        saved_by=getattr(row, "saver", None) or "",
        saved_at=row.saved_at,
    )
