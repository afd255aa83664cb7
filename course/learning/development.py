"""Professional development of who asks: what is done of the modules for staff, and a certificate of each.

Nothing of it is kept anew: progress holds when a module was completed and under which rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.calendar import school_day, school_year
from course.errors import NotFound, Refused
from course.learning.home import modules_of
from course.learning.missed import FOR_STAFF
from course.learning.pages import State
from course.learning.progress.module_progress import PROGRESS, progress_of, state_of
from course.learning.tables import progress
from course.people.roles import Ability
from course.reading.told import told
from course.rulebooks.references import rules_named

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy import Connection

    from course.curriculum.model import Module
    from course.learning.progress.module_progress import ModuleProgress
    from course.library import Library
    from course.people.actor import Actor
    from course.rulebooks.references import NamedRules
    from course.store.store import Store

_MINE = select(progress.c.module, progress.c.completed_rulebook, *PROGRESS).where(
    progress.c.person_id == bindparam("person")
)


@dataclass(frozen=True, slots=True)
class DevelopmentLine:
    """How far somebody is with one module for staff."""

    module: Module
    state: State
    minutes: int
    """What its lessons are made for today; nobody is timed."""
    completed_on: date | None


@dataclass(frozen=True, slots=True)
class Development:
    """What somebody did of the modules for staff."""

    lines: tuple[DevelopmentLine, ...]
    """In the order of the curriculum; what was completed in another role is among them."""
    today: date

    @property
    def done(self) -> tuple[DevelopmentLine, ...]:
        """What was completed, the newest first."""
        found = [(one.completed_on, one) for one in self.lines if one.completed_on]
        return tuple(one for _, one in sorted(found, key=lambda pair: pair[0], reverse=True))

    @property
    def open(self) -> tuple[DevelopmentLine, ...]:
        """What is still to be done: what was begun first."""
        return tuple(
            sorted(
                (one for one in self.lines if not one.completed_on),
                key=lambda one: one.state is State.NOT_BEGUN,
            )
        )

    @property
    def minutes(self) -> int:
        """Of all that was completed."""
        return sum(one.minutes for one in self.done)

    @property
    def minutes_this_year(self) -> int:
        """Of what was completed in the present school year."""
        year = school_year(self.today)
        return sum(
            one.minutes for one in self.done if one.completed_on and school_year(one.completed_on) == year
        )


@dataclass(frozen=True, slots=True)
class Certificate:
    """That somebody completed a module."""

    name: str
    school: str
    board: str
    module: Module
    minutes: int
    completed_on: date
    rules: NamedRules | None
    """By which it was completed; None for what is from before references were kept."""


def development_of(store: Store, library: Library, actor: Actor) -> Development:
    """Tell how far somebody is with the modules for staff; Refused for who isn't staff of a school."""
    _refuse_others(actor)
    with store.read() as conn:
        found = {module: one for module, (one, _) in _progress(conn, actor).items()}
    mine = {one.id for one in modules_of(library, actor)}
    lines = tuple(
        _line(library, module, found.get(module.id))
        for module in library.curriculum.modules.values()
        if module.id in mine or (module.audience in FOR_STAFF and _is_done(found.get(module.id)))
    )
    return Development(lines, actor.today)


def certificate_of(store: Store, library: Library, actor: Actor, module_id: str) -> Certificate:
    """Give the certificate of an own completed module; NotFound for every other."""
    _refuse_others(actor)
    module = library.module(module_id)
    with store.read() as conn:
        found, reference = _progress(conn, actor).get(module_id, (None, ""))
        line = _line(library, module, found)
        if line.completed_on is None or module.audience not in FOR_STAFF:
            raise NotFound("certificate", module_id)
        rules = rules_named(conn, library, actor, reference)
    return Certificate(
        actor.name, actor.school_name, actor.board_name, module, line.minutes, line.completed_on, rules
    )


def _refuse_others(actor: Actor) -> None:
    if not actor.protocol or not actor.may(Ability.OWN_DEVELOPMENT):
        raise Refused(told("professional development is of a school's staff"))


def _progress(conn: Connection, actor: Actor) -> Mapping[str, tuple[ModuleProgress | None, str]]:
    rows = conn.execute(_MINE, {"person": actor.person_id})
    return {row.module: (progress_of(row), row.completed_rulebook) for row in rows}


def _line(library: Library, module: Module, found: ModuleProgress | None) -> DevelopmentLine:
    minutes = sum(library.lesson(one).minutes for one in module.lessons)
    completed = found.completed_at if found else None
    return DevelopmentLine(module, state_of(found), minutes, school_day(completed) if completed else None)


def _is_done(found: ModuleProgress | None) -> bool:
    return found is not None and found.completed_at is not None
