"""The text of a version as a protocol, and the key by which the library knows it. Pure.

A key names its text: two versions with one key say the same to the letter, and what was worked out under a key never
goes stale. So every process may load a version when it first meets its key, and keep it as long as it has room.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from course.norms.protocol_file import read_protocol
from course.norms.version_key import OF_VERSION
from course.reading.edition import edition_of
from course.reading.fields import Reading
from course.reading.findings import has_errors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.norms.model import Act, Protocol
    from course.reading.findings import Problem


def key_of(slug: str, text: str) -> str:
    """Name the text of a version: `de-eik~0123456789ab`."""
    return f"{slug}{OF_VERSION}{edition_of(text)}"


def read_version(text: str, slug: str, key: str, acts: Mapping[str, Act]) -> Protocol:
    """Read a version as a protocol whose id is its key.

    What an older program wrote and this one can't read any more is passed over: a school's rules don't vanish for one act.
    """
    return under_key(read_text(text, slug, acts)[0], key)


def under_key(protocol: Protocol, key: str) -> Protocol:
    """Give a protocol as the version of a key."""
    articles = {name: replace(one, protocol=key) for name, one in protocol.articles.items()}
    return replace(protocol, id=key, articles=MappingProxyType(articles))


def read_text(text: str, slug: str, acts: Mapping[str, Act]) -> tuple[Protocol, tuple[Problem, ...]]:
    """Read a protocol file that lies nowhere, with every problem in it."""
    reading = Reading(f"{slug}.toml", text)
    protocol = read_protocol(reading.top, slug, acts)
    return protocol, tuple(sorted(reading.found))


def is_fit(problems: tuple[Problem, ...]) -> bool:
    """Whether a text can be published."""
    return not has_errors(problems)
