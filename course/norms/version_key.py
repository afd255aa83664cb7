"""How the id of a protocol tells one that came with the course from a version that a school published.

A version's id is its key: the protocol's name, a tilde, and a hash of the text. No id of a file has a tilde.
"""

from __future__ import annotations

OF_VERSION = "~"


def is_key(protocol_id: str) -> bool:
    """Whether an id is that of a published version."""
    return OF_VERSION in protocol_id


def slug_of(protocol_id: str) -> str:
    """Which protocol it is, whatever the version."""
    return protocol_id.partition(OF_VERSION)[0]
