"""Which rules and help lines were last looked up too long ago: laws are changed, and hours too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from course.norms.model import NATIONAL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from course.norms.model import Norms, Source, Sure
    from course.reading.words import Words

GOOD_FOR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that somebody has to look up again."""

    source: Source | None
    """None for a help line."""
    name: str
    """Where it is written and who says so, or the name of the line."""
    words: Words
    address: str
    checked: date
    sure: Sure


def to_look_up(norms: Norms, today: date) -> tuple[Entry, ...]:
    """List what was last looked up over a year ago, the longest ago first."""
    late = (one for one in _entries(norms) if today - one.checked > GOOD_FOR)
    return tuple(sorted(late, key=lambda one: one.checked))


def _entries(norms: Norms) -> Iterator[Entry]:
    for source in NATIONAL:
        for article in norms.national(source).articles.values():
            name = f"{article.body}: {article.reference}"
            yield Entry(source, name, article.words, article.url, article.checked, article.sure)
    for line in norms.help.values():
        yield Entry(None, line.name, line.for_whom, line.site, line.checked, line.sure)
