"""What a starting protocol said when schools went by it, kept as versions: done at every start of the program.

A school of before versions goes on by its starting protocol, whose words a new release may correct. So that its staff can
confirm those words, and what was learned under them stays readable, each text is noted once as a version of the board's:
a minor one where a release only corrects words, else a major one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from course.norms.version_key import is_key
from course.norms.write import write_protocol
from course.people.adoption import in_force
from course.people.tables import schools
from course.rulebooks.comparison import compare_versions
from course.rulebooks.owners import Owner
from course.rulebooks.references import note_reference
from course.rulebooks.tables import protocol_versions
from course.rulebooks.texts import key_of, read_version
from course.rulebooks.versions import (
    ChangeKind,
    Decision,
    NewVersion,
    Origin,
    keep_version,
    newest_version,
    next_number,
)

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection

    from course.library import Library
    from course.norms.model import Protocol
    from course.store.store import Store


def carry_over(store: Store, library: Library, today: date, now: datetime) -> int:
    """Note every starting protocol by which a school goes, and every version's reference under today's content.

    Gives how many versions were noted; none where nothing changed since the last start.
    """
    wanted = select(schools.c.board_id, in_force().label("protocol")).distinct()
    with store.read() as conn:
        rows = conn.execute(wanted, {"today": today}).all()
    protocols = library.norms.protocols
    starting = [(row.board_id, protocols[row.protocol]) for row in rows if row.protocol in protocols]
    keys = {row.protocol for row in rows if is_key(row.protocol)}
    with store.write() as conn:
        for key in sorted(keys):
            _note_version(conn, library, key, now)
        return sum(_note_starting(conn, library, board_id, one, now) for board_id, one in starting)


def _note_version(conn: Connection, library: Library, key: str, now: datetime) -> None:
    wanted = select(protocol_versions.c.slug, protocol_versions.c.text).where(protocol_versions.c.key == key)
    row = conn.execute(wanted.limit(1)).first()
    if row is not None:
        under = library.with_protocols(read_version(row.text, row.slug, key, library.norms.acts))
        note_reference(conn, under.rulebook(key), key, now)


def _note_starting(
    conn: Connection, library: Library, board_id: int, protocol: Protocol, now: datetime
) -> bool:
    text, owner = write_protocol(protocol), Owner(board_id)
    note_reference(conn, library.rulebook(protocol.id), protocol.id, now, text)
    newest = newest_version(conn, owner, protocol.id, Origin.SHIPPED)
    if newest is not None and newest.key == key_of(protocol.id, text):
        return False
    kind = ChangeKind.MAJOR
    if newest is not None:
        acts = library.norms.acts
        before, after = newest.protocol(acts), replace(protocol, id=newest.key)
        kind = ChangeKind.MINOR if compare_versions(before, after, acts).is_minor else ChangeKind.MAJOR
    new = NewVersion(
        owner=owner,
        slug=protocol.id,
        name=protocol.name,
        number=next_number(conn, owner, protocol.id),
        text=text,
        kind=kind,
        origin=Origin.SHIPPED,
        based_on=newest.id if newest else None,
        rulebook=library.rulebook(protocol.id),
        decision=Decision(),
        published_by=None,
    )
    keep_version(conn, new, now)
    return True
