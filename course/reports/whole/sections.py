"""What is in a file about a whole school: what its pages show to who asked, and nothing that they don't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.people.access import may_see_school
from course.people.roles import Ability
from course.reports.whole import figures, goals, people

if TYPE_CHECKING:
    from course.library import Library
    from course.people.access import School
    from course.people.actor import Actor
    from course.reports.whole.section import Section
    from course.store.store import Store


def sections_of(
    store: Store, library: Library, actor: Actor, school: School, locale: str
) -> tuple[Section, ...]:
    """List the sections by what somebody may see of a school; rows are read only when they are asked for."""
    found: list[Section] = []
    if may_see_school(actor, school):
        by_name = may_see_school(actor, school, Ability.STAFF_NAMES)
        found += figures.sections(store, library, school, actor.today, locale, by_name=by_name)
        found += goals.sections(store, library, school, actor.today, locale, by_name=by_name)
    if may_see_school(actor, school, Ability.KEEP_PEOPLE):
        found += people.sections(store, school, actor.today)
    return tuple(found)
