"""What people of a board linked and published: which articles say which acts. It feeds what is proposed to the next editor.

Only the newest version of each protocol counts, so that a link which was wrong and mended teaches nobody any more. What
came with the course teaches by itself, and is no confirmation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.bounded_cache import BoundedCache
from course.rulebooks.tables import protocol_versions
from course.rulebooks.texts import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from course.norms.model import Act
    from course.norms.suggest.suggester import Link
    from course.store.store import Store

MOST = 40
"""Protocols of one board, those published last."""
MOST_KEPT = 256
WRITTEN = ("draft", "file")
"""Where a version comes from that somebody made."""

_VERSIONS = (
    select(protocol_versions.c.key, protocol_versions.c.school_id, protocol_versions.c.slug)
    .where(protocol_versions.c.board_id == bindparam("of_board"), protocol_versions.c.origin.in_(WRITTEN))
    .order_by(protocol_versions.c.published_at.desc(), protocol_versions.c.id.desc())
)
_TEXT = (
    select(protocol_versions.c.slug, protocol_versions.c.text)
    .where(protocol_versions.c.key == bindparam("of_key"))
    .limit(1)
)

_read: BoundedCache[tuple[Link, ...]] = BoundedCache(MOST_KEPT)
"""By key, which names the text of a version."""


def confirmed_links(store: Store, board_id: int, acts: Mapping[str, Act]) -> tuple[Link, ...]:
    """List what was linked in the newest versions of a board, each pair once."""
    with store.read() as conn:
        newest: dict[tuple[int | None, str], str] = {}
        for row in conn.execute(_VERSIONS, {"of_board": board_id}):
            newest.setdefault((row.school_id, row.slug), row.key)
        links: dict[Link, None] = {}
        for key in list(newest.values())[:MOST]:
            found = _read.get(key)
            if found is None:
                version = conn.execute(_TEXT, {"of_key": key}).one()
                found = _read.put(key, tuple(_links_in(version.text, version.slug, acts)))
            links |= dict.fromkeys(found)
    return tuple(links)


def _links_in(text: str, slug: str, acts: Mapping[str, Act]) -> Iterator[Link]:
    """Read which articles say which acts, in plain words and in the document's own."""
    from course.norms.suggest.suggester import Link

    protocol, _ = read_text(text, slug, acts)
    for act, stand in protocol.stands.items():
        for article in (protocol.articles[one] for one in stand.articles if one in protocol.articles):
            yield from (Link(words, act) for words in (article.words.nl, article.original) if words)
