"""How well pupils decide on each rule of their school, out of what groups chose first: never of one child.

Counted is what `learning.first_choices` has let out, in steps of five children a scene; a share is told in words, and of
fewer than five nothing. So no two looks differ by fewer than five first choices, see docs/decisions/0008.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, and_, bindparam, func, select

from course.calendar import school_year
from course.errors import NotFound
from course.figures.counts import Share, share
from course.learning.lesson.script import script_under
from course.learning.tables import first_choices
from course.norms.model import Audience
from course.people.access import school_in_sight
from course.people.tables import groups
from course.people.years import is_present
from course.scenario.walk import Step, reachable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from sqlalchemy import Connection

    from course.learning.lesson.script import Script
    from course.library import Library
    from course.norms.model import Article
    from course.people.actor import Actor
    from course.store.store import Store

_RELEASED = (
    select(
        first_choices.c.lesson,
        first_choices.c.scene,
        first_choices.c.choice,
        func.sum(first_choices.c.told),
    )
    .join_from(first_choices, groups)
    .where(
        and_(groups.c.school_id == bindparam("in_school", type_=Integer), is_present()),
        first_choices.c.told > 0,
    )
    .group_by(first_choices.c.lesson, first_choices.c.scene, first_choices.c.choice)
)
Chosen = dict[tuple[str, str, str], int]
"""How often a choice of a scene of a lesson was a first choice."""


@dataclass(frozen=True, slots=True)
class RuleShare:
    """How many of the pupils who stood before a decision on a rule did at once what is fine by it."""

    article: Article
    share: Share
    scenes: int
    """In how many scenes of lessons that was asked."""


def rule_shares(store: Store, library: Library, actor: Actor, today: date) -> tuple[RuleShare, ...]:
    """Tell it of the own school in the school year of `today`, where it goes worst first.

    A rule on which too few decided is left out. Judged by the rules that hold today.
    """
    if actor.school_id is None:
        raise NotFound("school", "")
    with store.read() as conn:
        school = school_in_sight(conn, actor, actor.school_id)
        return read_shares(conn, library, school.id, actor.protocol or "", today)


def read_shares(
    conn: Connection, library: Library, school_id: int, protocol_id: str, today: date
) -> tuple[RuleShare, ...]:
    """Tell it of a school whoever asks."""
    values = {"in_school": school_id, "in_year": school_year(today)}
    chosen: Chosen = {(row[0], row[1], row[2]): int(row[3]) for row in conn.execute(_RELEASED, values)}
    return shares_among(library, protocol_id, chosen)


def shares_among(library: Library, protocol_id: str, chosen: Chosen) -> tuple[RuleShare, ...]:
    """Tell it of these first choices, as far as they were let out; nothing where the rules are missing."""
    protocol = library.norms.protocols.get(protocol_id)
    if protocol is None or not chosen:
        return ()
    well, deciders, scenes = _counted(library, protocol.id, chosen)
    found = [
        RuleShare(one, told, scenes[one.id])
        for one in protocol.articles.values()
        if (told := share(well[one.id], deciders[one.id])) is not None
    ]
    order = list(Share)
    return tuple(sorted(found, key=lambda one: order.index(one.share)))


def _counted(
    library: Library, protocol: str, chosen: Mapping[tuple[str, str, str], int]
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Count by article who chose well, who decided, and in how many scenes."""
    well, deciders, scenes = Counter[str](), Counter[str](), Counter[str]()
    for script in _scripts(library, protocol, {lesson for lesson, _, _ in chosen}):
        for scene_id in reachable(script.lesson):
            choices = script.lesson.scenes[scene_id].choices
            counts = {one.id: chosen.get((script.lesson.id, scene_id, one.id), 0) for one in choices}
            if len(choices) < 2 or not any(counts.values()):  # noqa: PLR2004 - one way on is no decision
                continue
            for article in _articles_in(script, scene_id):
                scenes[article] += 1
                deciders[article] += sum(counts.values())
                well[article] += sum(
                    number for one, number in counts.items() if Step(scene_id, one) not in script.hindering
                )
    return well, deciders, scenes


def _scripts(library: Library, protocol: str, lessons: set[str]) -> Iterator[Script]:
    for module in library.modules_for(Audience.PUPIL):
        for lesson in module.lessons:
            if lesson in lessons:
                yield script_under(library, lesson, protocol, Audience.PUPIL, band=module.bands[0])


def _articles_in(script: Script, scene: str) -> set[str]:
    """Name the school's own articles of which some choice of a scene tells."""
    joint = (
        script.judgements[step]
        for choice in script.lesson.scenes[scene].choices
        if (step := Step(scene, choice.id)) in script.judgements
    )
    return {article.id for one in joint for judged in one.each for article in judged.articles}
