"""Which core goals and competences the lessons that groups did really trained, and which nothing did yet.

A group did a module once most of its pupils completed it; of fewer than five pupils that would tell what their counts don't.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, func, select

from course.calendar import school_year
from course.curriculum.bands import band_of
from course.enrolment.tables import group_sizes
from course.errors import NotFound
from course.learning.tables import group_progress
from course.norms.model import Audience
from course.people.access import FEWEST
from course.people.roles import Ability
from course.people.tables import groups
from course.teaching.trained import trained

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from course.curriculum.model import FrameworkItem
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store


@dataclass(frozen=True, slots=True)
class Aim:
    """A core goal or competence, with the groups whose lessons trained it."""

    item: FrameworkItem
    groups: tuple[str, ...]
    """By name."""


@dataclass(frozen=True, slots=True)
class Aims:
    """What a school's groups trained this year, of what is for their years."""

    trained: tuple[Aim, ...]
    untouched: tuple[FrameworkItem, ...]
    groups: int
    """With pupils."""
    counted: int
    """Of them, those of five pupils or more."""


_HERE = (
    groups.c.school_id == bindparam("in_school", type_=Integer),
    groups.c.school_year == bindparam("in_year", type_=Integer),
)
_SIZES = (
    select(groups.c.id, groups.c.name, group_sizes.c.year_group, group_sizes.c.pupils)
    .join_from(groups, group_sizes)
    .where(*_HERE, group_sizes.c.pupils > 0)
    .order_by(groups.c.name, groups.c.id)
)
_DONE = (
    select(groups.c.id, group_progress.c.module, func.sum(group_progress.c.completed).label("completed"))
    .join_from(groups, group_progress)
    .where(*_HERE)
    .group_by(groups.c.id, group_progress.c.module)
)


def aims_of(store: Store, library: Library, actor: Actor, today: date) -> Aims:
    """Tell it of the own school in this school year, in two statements; NotFound for who has no part in its goals."""
    if actor.school_id is None or not actor.may(Ability.NOTE_EVIDENCE):
        raise NotFound("school", str(actor.school_id or ""))
    values = {"in_school": actor.school_id, "in_year": school_year(today)}
    with store.read() as conn:
        sizes = conn.execute(_SIZES, values).all()
        done = conn.execute(_DONE, values).all()
    pupils: dict[int, int] = {}
    for row in sizes:
        pupils[row.id] = pupils.get(row.id, 0) + row.pupils
    modules: dict[int, list[str]] = {}
    for one in done:
        size = pupils.get(one.id, 0)
        if size >= FEWEST and one.completed * 2 > size:
            modules.setdefault(one.id, []).append(one.module)
    names = {row.id: row.name for row in sizes}
    by_item = _by_item(library, actor.protocol or "", modules, names)
    shown = tuple(_shown(library, {band_of(row.year_group) or "" for row in sizes}))
    return Aims(
        trained=tuple(Aim(one, by_item[one.ref]) for one in shown if one.ref in by_item),
        untouched=tuple(one for one in shown if one.ref not in by_item),
        groups=len(pupils),
        counted=sum(size >= FEWEST for size in pupils.values()),
    )


def _by_item(
    library: Library, protocol: str, modules: Mapping[int, Iterable[str]], names: Mapping[int, str]
) -> dict[str, tuple[str, ...]]:
    """Name the groups that trained each item, in their order; modules of former content train nothing we could tell."""
    found: dict[str, list[str]] = {}
    ours = {one.id: one for one in library.modules_for(Audience.PUPIL)}
    for group, name in names.items():
        practised = {
            goal.item.ref
            for module in modules.get(group, ())
            if module in ours and protocol in library.norms.protocols
            for goal in trained(library, ours[module], protocol, Audience.PUPIL).goals
        }
        for ref in practised:
            found.setdefault(ref, []).append(name)
    return {ref: tuple(groups) for ref, groups in found.items()}


def _shown(library: Library, bands: Iterable[str]) -> Iterable[FrameworkItem]:
    """Give the core goals of the sectors that a school has, and then all competences; no parts of a goal, no areas."""
    sectors = {band.partition("-")[0] for band in bands}
    items = library.curriculum.frameworks.values()
    for one in items:
        framework, _, rest = one.ref.partition(":")
        sector, _, code = rest.partition(":")
        if framework == "slo" and sector in sectors and "." not in code:
            yield one
    yield from (one for one in items if one.ref.startswith("digcomp:") and "." in one.ref)
