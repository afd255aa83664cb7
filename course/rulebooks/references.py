"""Which version a reference names: everything that is learned keeps the reference of its rules, and this leads back.

A reference also holds the acts, the law and the agreements, so one version has a reference for each edition of those.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, case, select

from course.norms.version_key import is_key
from course.rulebooks.tables import protocol_versions, rulebooks
from course.rulebooks.texts import key_of, read_text
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.library import Library
    from course.people.actor import Actor

_NOTE = Upsert(rulebooks, lambda insert: insert.on_conflict_do_nothing())
_BEHIND = select(rulebooks.c.key, rulebooks.c.text).where(rulebooks.c.reference == bindparam("named"))
_at = protocol_versions.c.school_id
_OF_KEY = (
    select(protocol_versions.c.name, protocol_versions.c.number)
    .where(
        protocol_versions.c.key == bindparam("of_key"), protocol_versions.c.board_id == bindparam("in_board")
    )
    .order_by(
        case((_at == bindparam("at_school", type_=Integer), 0), (_at.is_(None), 1), else_=2),
        protocol_versions.c.number,
    )
    .limit(1)
)
"""A version of the own school before one of the board, and that before another school's that says the same."""


@dataclass(frozen=True, slots=True)
class NamedRules:
    """Rules by the name that people give them."""

    name: str
    version: str
    """The number of a published version, or what a starting protocol calls its own."""


def note_reference(conn: Connection, reference: str, key: str, now: datetime, text: str = "") -> None:
    """Keep of what a reference is; `text` only of a starting protocol, whose file may change. A known one stays."""
    conn.execute(_NOTE.on(conn), {"reference": reference, "key": key, "text": text, "since": now})


def rules_behind(conn: Connection, reference: str) -> tuple[str, str] | None:
    """Give the key behind a reference, and the text where it is of a starting protocol; None for an unknown one."""
    row = conn.execute(_BEHIND, {"named": reference}).first()
    return (row.key, row.text) if row else None


def rules_named(conn: Connection, library: Library, actor: Actor, reference: str) -> NamedRules | None:
    """Name the rules behind a reference as they are known at somebody's school; None for a reference that nobody noted."""
    key, text = rules_behind(conn, reference) or (_in_force(library, actor, reference), "")
    of_key = key_of(key, text) if text else key
    wanted = {"of_key": of_key, "in_board": actor.board_id, "at_school": actor.school_id}
    if row := conn.execute(_OF_KEY, wanted).first():
        return NamedRules(row.name, str(row.number))
    protocol = read_text(text, key, library.norms.acts)[0] if text else library.norms.protocols.get(key)
    return NamedRules(protocol.name, protocol.version) if protocol and not is_key(key) else None


def _in_force(library: Library, actor: Actor, reference: str) -> str:
    """Give the key of the rules of today where the reference is theirs: a program that runs since before a school began."""
    today = actor.protocol or ""
    return today if today in library.norms.protocols and library.rulebook(today) == reference else ""
