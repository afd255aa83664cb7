"""A few learners who walk by each plan under each protocol, in a store that is thrown away."""

from __future__ import annotations

import itertools
import random
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from course.demo.copies import EPOCH, Example
from course.demo.walks import Plan, Walker
from course.enrolment.people import Staff, add_pupils, add_staff
from course.learning.tables import (
    attempts,
    first_choices,
    later_answers,
    marks,
    progress,
    runs,
)
from course.people import roster
from course.people.access import Group
from course.people.actor import Actor
from course.people.roles import Role
from course.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Select

    from course.curriculum.model import Module
    from course.demo.copies import Row
    from course.demo.courses import Learners
    from course.library import Library

VARIETY = 2
"""Walkers per protocol, module and plan."""

Examples = dict[tuple[str, str, Plan], list[Example]]
"""By protocol, module and plan."""

_BY_PERSON = {
    table: select(table).where(table.c.person_id == bindparam("person"))
    for table in (runs, progress, later_answers, attempts)
}
_MARKS = select(marks).where(marks.c.attempt_id == bindparam("attempt"))
_CHOSEN = select(first_choices).where(first_choices.c.group_id == bindparam("in_group"))


def walk_examples(
    library: Library, modules: Mapping[Learners, Sequence[Module]], protocols: Sequence[str], seed: int
) -> Examples:
    """Let a few learners of each kind walk under each protocol, by each plan; who has a module first walks it."""
    first = {
        module.id: (learners, module) for learners, own in reversed(list(modules.items())) for module in own
    }
    with _scratch() as store, store.write() as conn:
        board = roster.add_board(conn, "examples")
        stages = [
            _Stage(conn, library, board, roster.add_school(conn, board, one, one, EPOCH.date()), one)
            for one in protocols
        ]
        return {
            (stage.protocol, module.id, plan): [
                stage.walk(learners, module, plan, random.Random(f"{seed} {module.id} {plan} {number}"))  # noqa: S311
                for number in range(VARIETY)
            ]
            for stage in stages
            for learners, module in first.values()
            for plan in Plan
        }


class Borrowed(Store):
    """A store that lends one open transaction to every read and write: examples need no commit each."""

    __slots__ = ("_conn",)

    def __init__(self, conn: Connection) -> None:
        super().__init__(conn.engine, None)
        self._conn = conn

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lend the transaction."""
        yield self._conn

    @contextmanager
    def write(self, *, lone: bool = False) -> Iterator[Connection]:  # noqa: ARG002 - the base class's signature
        """Lend the transaction; its owner commits it."""
        yield self._conn


@contextmanager
def _scratch() -> Iterator[Store]:
    with tempfile.TemporaryDirectory(prefix="deelwijs-demo-") as folder:
        store = Store.open(f"sqlite:///{Path(folder) / 'examples.db'}")
        store.migrate()
        yield store
        store.close()


_numbers = itertools.count()


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where the walkers of one protocol go to school."""

    conn: Connection
    library: Library
    board: int
    school: int
    protocol: str

    def walk(self, learners: Learners, module: Module, plan: Plan, chance: random.Random) -> Example:
        """Let one learner follow a plan, and gather what it left."""
        pupil = learners.role is Role.PUPIL
        actor = self._pupil(str(learners.year_group)) if pupil else self._member(learners.role)
        Walker(Borrowed(self.conn), self.library, actor, chance, EPOCH).follow(plan, module)
        person = {"person": actor.person_id}
        group = {"in_group": actor.group_ids[0] if actor.group_ids else 0}
        return Example(
            module=module.id,
            runs=self._rows(_BY_PERSON[runs], person),
            progress=self._rows(_BY_PERSON[progress], person),
            later=self._rows(_BY_PERSON[later_answers], person),
            attempts=tuple(
                (attempt, self._rows(_MARKS, {"attempt": attempt["id"]}))
                for attempt in self._rows(_BY_PERSON[attempts], person)
            ),
            first_choices=tuple(
                (row["lesson"], row["scene"], row["choice"]) for row in self._rows(_CHOSEN, group)
            ),
        )

    def _pupil(self, year_group: str) -> Actor:
        """Add a pupil with a group alone, so that the group's first choices are this pupil's own."""
        name = f"pupil {next(_numbers)}"
        group_id = roster.add_group(self.conn, self.school, name, EPOCH.year)
        group = Group(group_id, self.school, self.board, name, EPOCH.year)
        person = add_pupils(self.conn, group, [(name, "")], EPOCH, year_group)[0]
        return self._actor(Role.PUPIL, person, (group_id,), year_group)

    def _member(self, role: Role) -> Actor:
        name = f"staff {next(_numbers)}"
        staff = Staff(role, name, name, "", self.board, self.school)
        return self._actor(role, add_staff(self.conn, staff, EPOCH), (), None)

    def _actor(self, role: Role, person_id: int, group_ids: tuple[int, ...], year_group: str | None) -> Actor:
        return Actor(
            person_id=person_id,
            role_id=0,
            role=role,
            name="",
            board_id=self.board,
            board_name="",
            school_id=self.school,
            school_name="",
            protocol=self.protocol,
            group_ids=group_ids,
            year_group=year_group,
            locale="nl",
            sign_in="",
            expires_at=EPOCH,
            seen_at=EPOCH,
            today=EPOCH.date(),
        )

    def _rows(self, statement: Select[*tuple[Any, ...]], values: Mapping[str, int]) -> tuple[Row, ...]:
        return tuple(dict(row) for row in self.conn.execute(statement, values).mappings())
