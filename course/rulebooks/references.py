"""Which version a reference names: everything that is learned keeps the reference of its rules, and this leads back.

A reference also holds the acts, the law and the agreements, so one version has a reference for each edition of those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.rulebooks.tables import rulebooks
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_NOTE = Upsert(rulebooks, lambda insert: insert.on_conflict_do_nothing())
_BEHIND = select(rulebooks.c.key, rulebooks.c.text).where(rulebooks.c.reference == bindparam("named"))


def note_reference(conn: Connection, reference: str, key: str, now: datetime, text: str = "") -> None:
    """Keep of what a reference is; `text` only of a starting protocol, whose file may change. A known one stays."""
    conn.execute(_NOTE.on(conn), {"reference": reference, "key": key, "text": text, "since": now})


def rules_behind(conn: Connection, reference: str) -> tuple[str, str] | None:
    """Give the key behind a reference, and the text where it is of a starting protocol; None for an unknown one."""
    row = conn.execute(_BEHIND, {"named": reference}).first()
    return (row.key, row.text) if row else None
