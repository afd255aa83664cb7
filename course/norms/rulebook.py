"""The reference of a rulebook: by which rules something was learned.

A content hash of all that decides at a school: the acts, the law, agreements and guidance, and the school's protocol. Two
schools with the same rules have the same reference; where anything that decides or is told with a verdict changes, so does
the reference.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from course.norms.judge import find_protocol
from course.reading.edition import edition_of

if TYPE_CHECKING:
    from course.norms.model import Norms

DECIDING = ("acts", "law", "agreement", "guidance")
"""What of the norms decides at every school; themes and help lines don't."""
ASIDE = frozenset({"line", "theme", "counterpart", "checked", "sure", "official"})
"""Where something stands, under what it is filed, and when it was last looked up decide nothing."""


def reference_of(norms: Norms, protocol_id: str) -> str:
    """Name the rules under one protocol, written as an edition is; `NotFound` for an unknown protocol."""
    protocol = find_protocol(norms, protocol_id)
    said = {name: getattr(norms, name) for name in DECIDING} | {"protocols": [protocol]}
    return edition_of(json.dumps(_plain(said), ensure_ascii=False, sort_keys=True))


def _plain(value: object) -> object:
    """Write content as JSON can take it, without what decides nothing."""
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value) if one.name not in ASIDE}
    if isinstance(value, Mapping):
        return {str(key): _plain(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value if isinstance(value, str | int | None) else str(value)
