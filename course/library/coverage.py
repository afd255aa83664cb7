"""Which lessons teach, and which questions test, each article of each protocol: those that show it to whom it speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.library.shown import asked_in, readers_of, taught_in
from course.norms.model import Audience

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from course.library.model import Library
    from course.library.shown import Part

LEARNERS = frozenset(Audience) - {Audience.SCHOOL}
"""The audiences that have modules."""

Cell = dict[str, list[str]]
"""`{"lessons": […], "questions": […]}`: lessons by id, questions as `quiz#question`."""
Rows = dict[str, dict[str, Cell]]
"""By article and by audience; teachable articles only, each for all whom it addresses."""
Coverage = dict[str, Rows]
"""By protocol."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many teachable articles of one protocol those of one audience are shown."""

    articles: int
    taught: int
    tested: int
    both: int
    """Taught, and tested too."""

    @property
    def neither(self) -> int:
        """Articles that nobody of them is ever shown."""
        return self.articles - self.taught - self.tested + self.both


def coverage(library: Library, band: str | None = None) -> Coverage:
    """Tell for every teachable article, per audience that it addresses, what teaches and tests it.

    A lesson teaches an article that stands on the verdict card of a choice that somebody can come to under that protocol;
    a question tests one that its answer shows. With a band only what is meant for learners of it counts, as they see it.
    """
    parts = _parts(library)
    return {protocol: _under(library, protocol, parts, band) for protocol in library.norms.protocols}


def coverage_under(library: Library, protocol: str, band: str | None = None) -> Rows:
    """Tell the same of one protocol."""
    return _under(library, protocol, _parts(library), band)


def tallies(rows: Rows) -> Mapping[Audience, Tally]:
    """Count the articles of a protocol that pupils, teachers and leaders are shown; only of audiences that it addresses."""
    cells = {one: [row[one] for row in rows.values() if one in row] for one in Audience if one in LEARNERS}
    return {audience: _tally(found) for audience, found in cells.items() if found}


def unseen(rows: Rows) -> Iterator[str]:
    """Give the articles for learners that none of them is shown."""
    for article, row in rows.items():
        cells = [cell for audience, cell in row.items() if audience in LEARNERS]
        if cells and not any(any(cell.values()) for cell in cells):
            yield article


def _parts(library: Library) -> tuple[tuple[str, Part], ...]:
    lessons, questions = taught_in(library), asked_in(library)
    return (*(("lessons", one) for one in lessons), *(("questions", one) for one in questions))


def _under(library: Library, protocol: str, parts: Iterable[tuple[str, Part]], band: str | None) -> Rows:
    rows = _rows(library, protocol)
    for kind, part in parts:
        bands = [one for one in part.module.bands if band in (None, one)]
        for audience in readers_of(part.module):
            for article in part.shows(library, protocol, audience, bands):
                if article in rows:
                    rows[article][audience][kind].append(part.name)
    return rows


def _rows(library: Library, protocol: str) -> Rows:
    articles = library.norms.protocols[protocol].articles.values()
    return {
        one.id: {audience.value: {"lessons": [], "questions": []} for audience in one.audience}
        for one in articles
        if one.teachable
    }


def _tally(cells: list[Cell]) -> Tally:
    taught = [bool(one["lessons"]) for one in cells]
    tested = [bool(one["questions"]) for one in cells]
    both = sum(one and other for one, other in zip(taught, tested, strict=True))
    return Tally(len(cells), sum(taught), sum(tested), both)
