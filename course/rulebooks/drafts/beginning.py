"""Beginning a draft: empty, from a starting protocol, or from a version, one's own or another school's."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.errors import ContentBroken, Invalid
from course.norms.judge import find_protocol
from course.norms.protocol_file import RESERVED
from course.norms.write import write_protocol, write_tree
from course.people.holding import hold
from course.reading.fields import ID
from course.rulebooks.adopting import goes_by
from course.rulebooks.drafts.cleaning import LONGEST, plain
from course.rulebooks.drafts.rows import opened
from course.rulebooks.owners import Owner, own_place
from course.rulebooks.tables import drafts
from course.rulebooks.texts import is_fit, read_text
from course.rulebooks.versions import Origin, newest_version, version_in_sight

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any

    from course.library import Library
    from course.people.actor import Actor
    from course.rulebooks.drafts.rows import OpenDraft
    from course.store.store import Store

LONGEST_SLUG = 48
OF_THE_DOCUMENT = frozenset({"version", "adopted", "official"})
"""What is true of somebody else's document alone."""
SLUG = "protocol"
"""Of who has no letter in the name that an address can hold."""


def begin_empty(store: Store, actor: Actor, name: str, now: datetime, *, title: str = "") -> OpenDraft:
    """Begin with nothing but a name; Invalid without one."""
    name = _named(name)
    if not name:
        raise Invalid(name="protocol-without-name")
    tree = {"id": slug_of(name), "name": name, "title": title or name}
    return _begin(store, actor, now, {"slug": tree["id"], "start": write_tree(tree), "is_foreign": False})


def begin_from_starting(
    store: Store, library: Library, actor: Actor, protocol: str, now: datetime, *, name: str = ""
) -> OpenDraft:
    """Begin with one of the protocols that came with the course; all of it is marked until it is confirmed.

    Of who goes by it already it is the own one, to be changed: nothing is marked. NotFound for an unknown one. `name` is
    what the own protocol is called; the owner's own name unless given.
    """
    found, owner = find_protocol(library.norms, protocol), own_place(actor)
    with store.read() as conn:
        is_own = goes_by(conn, owner, protocol, actor.today)
        noted = newest_version(conn, Owner(actor.board_id), protocol, Origin.SHIPPED)
    if is_own:
        kept = {"slug": protocol, "start": write_protocol(found), "is_foreign": False}
        return _begin(store, actor, now, kept | {"based_on": noted.id if noted else None})
    return _begin_foreign(store, actor, write_protocol(found), found.name, name, now)


def begin_from_version(
    store: Store, actor: Actor, version_id: int, now: datetime, *, name: str = ""
) -> OpenDraft:
    """Begin with a version: to change it where it is one's own, else all of it is marked until it is confirmed.

    One's own is also the board's, where one's school goes by it. A version of another board does not exist.
    """
    owner = own_place(actor)
    with store.read() as conn:
        version = version_in_sight(conn, actor, version_id)
        is_own = version.owner == owner or goes_by(conn, owner, version.key, actor.today)
    if not is_own:
        return _begin_foreign(store, actor, version.text, version.name, name, now)
    changed = {"slug": version.slug, "start": version.text, "is_foreign": False, "based_on": version.id}
    return _begin(store, actor, now, changed)


def begin_from_file(
    store: Store, library: Library, actor: Actor, text: str, now: datetime, *, is_own: bool
) -> OpenDraft:
    """Begin with a protocol file; all of it is marked until it is confirmed, unless it is one's own.

    ContentBroken with every problem where it is no whole protocol.
    """
    slug = slug_of_file(text)
    protocol, problems = read_text(text, slug, library.norms.acts)
    if not is_fit(problems):
        raise ContentBroken(problems)
    if not is_own:
        return _begin_foreign(store, actor, text, protocol.name, "", now)
    tree = tomllib.loads(text) | {"id": slug, "name": _named(protocol.name)}
    kept = {"slug": slug, "start": write_tree(tree), "is_foreign": False}
    return _begin(store, actor, now, kept)


def slug_of_file(text: str) -> str:
    """Give the id that a protocol file has; a plain name where it has none, or is no such file."""
    try:
        found = str(tomllib.loads(text).get("id", ""))
    except tomllib.TOMLDecodeError:
        return SLUG
    return found if ID.fullmatch(found) and found not in RESERVED and len(found) <= LONGEST_SLUG else SLUG


def slug_of(name: str) -> str:
    """Make of a name what addresses and files call the protocol: "Basisschool ’t Zaailand" is basisschool-t-zaailand."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_SLUG].strip("-")
    return slug if ID.fullmatch(slug) and slug not in RESERVED else SLUG


def _named(name: str) -> str:
    """Give a name as it is kept; Invalid for one that is too long."""
    name = " ".join(plain(name).split())
    if len(name) > LONGEST["name"]:
        raise Invalid(name="text-too-long")
    return name


def _begin_foreign(store: Store, actor: Actor, text: str, origin: str, name: str, now: datetime) -> OpenDraft:
    """Begin with somebody else's articles and answers under one's own name; the date and title stay with the other."""
    name = _named(name) or actor.school_name or actor.board_name
    carried = {key: value for key, value in tomllib.loads(text).items() if key not in OF_THE_DOCUMENT}
    tree = carried | {"id": slug_of(name), "name": name, "title": name}
    kept = {
        "slug": tree["id"],
        "start": write_tree(tree),
        "is_foreign": True,
        "origin_name": plain(origin)[: LONGEST["name"]],
    }
    return _begin(store, actor, now, kept)


def _begin(store: Store, actor: Actor, now: datetime, kept: dict[str, Any]) -> OpenDraft:
    owner = own_place(actor)
    values = {
        "board_id": owner.board_id,
        "school_id": owner.school_id,
        "begun_by": actor.person_id,
        "begun_at": now,
        "touched_at": now,
    }
    with store.write() as conn:
        hold(conn, [actor.person_id])
        draft_id: int = conn.execute(insert(drafts).returning(drafts.c.id), values | kept).scalar_one()
        return opened(conn, actor, draft_id)
