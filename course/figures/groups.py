"""A teacher's own groups, by name; everybody else's groups don't exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, func, select, tuple_

from course.classroom.class_sessions import IS_OPEN, SESSION, ClassSession, current_class_session
from course.enrolment.tables import group_sizes
from course.figures.counts import share
from course.figures.pages import Decision, Figure, GroupCard, GroupPage
from course.figures.rows import (
    COUNTER,
    PERSON,
    SIZE,
    Pupils,
    counts_of,
    meant_years,
    modules_of,
    people_of,
    plain_completion,
    pupils_of,
)
from course.learning.lesson.first_choices import released_choices
from course.learning.lesson.script import script_under
from course.learning.progress.module_progress import IS_STUCK
from course.learning.tables import group_progress, progress
from course.norms.model import Audience, Verdict
from course.people.access import GROUP, Group, group_in_sight
from course.people.roles import Ability, InGroup
from course.people.tables import class_sessions, groups, memberships, persons, schools
from course.people.years import holds
from course.scenario.walk import Step, reachable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from course.curriculum.model import Module
    from course.figures.rows import Counts
    from course.learning.lesson.script import Script
    from course.library import Library
    from course.people.actor import Actor
    from course.scenario.model import Scene
    from course.store.store import Store

_own = bindparam("own", expanding=True, type_=Integer)
_group = bindparam("in_group", type_=Integer)
_is_pupil = (memberships.c.role == InGroup.PUPIL.value) & holds(memberships)
_members = memberships.join(persons, persons.c.id == memberships.c.person_id)
_stuck = (
    select(func.count(progress.c.person_id.distinct()))
    .select_from(_members.join(progress, progress.c.person_id == persons.c.id))
    .where(
        memberships.c.group_id == groups.c.id,
        _is_pupil,
        IS_STUCK,
        tuple_(progress.c.module, persons.c.year_group).in_(bindparam("meant", expanding=True)),
    )
    .correlate(groups)
    .scalar_subquery()
)
_MY_GROUPS = (
    select(
        *GROUP,
        _stuck.label("stuck"),
        group_sizes.c.year_group,
        func.coalesce(group_sizes.c.pupils, 0).label("pupils"),
    )
    .select_from(groups.join(schools, schools.c.id == groups.c.school_id).outerjoin(group_sizes))
    .where(groups.c.id.in_(_own))
    .order_by(groups.c.name, groups.c.id)
)
_MY_COUNTS = select(*COUNTER).where(group_progress.c.group_id.in_(_own))
_MY_SESSIONS = (
    select(*SESSION)
    .join_from(class_sessions, groups)
    .where(class_sessions.c.group_id.in_(_own), IS_OPEN)
    .order_by(class_sessions.c.id)
)
_PUPILS = (
    select(*PERSON)
    .select_from(_members.outerjoin(progress, progress.c.person_id == persons.c.id))
    .where(memberships.c.group_id == _group, _is_pupil)
    .order_by(persons.c.sort_key, persons.c.id)
)
_YEARS = select(*SIZE).where(group_sizes.c.group_id == _group)


def my_groups(store: Store, library: Library, actor: Actor, now: datetime) -> tuple[GroupCard, ...]:
    """Show a teacher the own groups by name, with the open class session and how far they are."""
    if not actor.group_ids or not actor.may(Ability.GROUP_NAMES):
        return ()
    own, modules = {"own": actor.group_ids}, library.modules_for(Audience.PUPIL)
    stuck = {"today": actor.today, "meant": sorted(meant_years(modules))}
    with store.read() as conn:
        rows = conn.execute(_MY_GROUPS, own | stuck).all()
        counts = counts_of(conn.execute(_MY_COUNTS, own), modules)
        sessions = {
            row.group_id: ClassSession(*row) for row in conn.execute(_MY_SESSIONS, own | {"now": now})
        }
    pupils = pupils_of((row.id, row.year_group, row.pupils) for row in rows)
    cards = {row.id: row for row in rows}
    return tuple(
        _card(library, Group(*row[: len(GROUP)]), pupils[group], counts, sessions, row.stuck)
        for group, row in cards.items()
    )


def _card(
    library: Library,
    group: Group,
    members: Pupils,
    counts: Counts,
    sessions: Mapping[int, ClassSession],
    stuck: int,
) -> GroupCard:
    return GroupCard(
        group=group,
        pupils=members.all,
        session=sessions.get(group.id),
        modules=tuple(
            plain_completion(module, members.meant(module), *counts.get((group.id, module.id), (0, 0)))
            for module in modules_of(library, [members])
        ),
        stuck=stuck,
    )


def group_page(store: Store, library: Library, actor: Actor, group_id: int, now: datetime) -> GroupPage:
    """Show an own group by name; NotFound for every other group."""
    with store.read() as conn:
        group = group_in_sight(conn, actor, group_id, Ability.GROUP_NAMES)
        rows = conn.execute(_PUPILS, {"in_group": group_id, "today": actor.today}).all()
        session = current_class_session(conn, group_id, now)
    modules = modules_of(library, pupils_of((group_id, row.year_group, 1) for row in rows).values())
    return GroupPage(
        group=group,
        session=session,
        modules=modules,
        pupils=people_of(rows, modules),
    )


def group_figures(store: Store, library: Library, actor: Actor, group_id: int) -> tuple[Decision, ...]:
    """Show what an own group chose first, decision by decision; NotFound for every other group.

    Looking releases what is due: see `learning.first_choices`.
    """
    with store.read() as conn:
        group_in_sight(conn, actor, group_id, Ability.GROUP_NAMES)
        years = conn.execute(_YEARS, {"in_group": group_id}).all()
    chosen = released_choices(store, library, group_id)
    modules = modules_of(library, pupils_of(years).values())
    return tuple(_decisions(library, actor, modules, chosen))


def _decisions(
    library: Library,
    actor: Actor,
    modules: Iterable[Module],
    chosen: Mapping[tuple[str, str, str], int],
) -> Iterable[Decision]:
    """List the scenes with something to decide, in the order of the text; later-cards aren't counted."""
    for module in modules:
        for lesson_id in module.lessons:
            script = script_under(
                library, lesson_id, actor.protocol or "", Audience.PUPIL, actor.locale, module.bands[0]
            )
            within = reachable(script.lesson)
            for scene in script.lesson.scenes.values():
                if scene.id in within and len(scene.choices) > 1:
                    yield _decision(script, scene, chosen)


def _decision(script: Script, scene: Scene, chosen: Mapping[tuple[str, str, str], int]) -> Decision:
    counts = [chosen.get((script.lesson.id, scene.id, choice.id), 0) for choice in scene.choices]
    judged = [script.judgements.get(Step(scene.id, choice.id)) for choice in scene.choices]
    verdicts = [one.verdict if one else None for one in judged]
    learners = 0 if _is_harmful(counts, verdicts) else sum(counts)
    return Decision(
        lesson=script.lesson,
        scene=scene,
        figures=tuple(
            Figure(choice, verdict, share(count, learners))
            for choice, verdict, count in zip(scene.choices, verdicts, counts, strict=True)
        ),
    )


def _is_harmful(counts: Sequence[int], verdicts: Sequence[Verdict | None]) -> bool:
    """Whether more children than made any other choice did what is not fine here: shown, it would become the norm."""
    return any(
        verdict is not None and verdict.hinders and count == max(counts)
        for verdict, count in zip(verdicts, counts, strict=True)
    )
