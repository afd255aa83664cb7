"""What goals are measured by: the days of the log by group, and the counters that learning keeps."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, bindparam, select

from course.bounded_cache import BoundedCache
from course.curriculum.bands import band_of, years_of
from course.goals.tables import evidence
from course.norms.model import Audience
from course.people.access import FEWEST
from course.people.tables import schools
from course.store.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from sqlalchemy import Connection

    from course.curriculum.model import Goal, Module
    from course.enrolment.school_counters import Counters
    from course.library import Library

    Days = Mapping[int | None, list[date]]
    """On which days something was noted, by the group that it is about; None for the whole school."""

MOST_GROUPS = 8_000
"""Of all schools that are kept, some 150 bytes each."""
MOST_ENTRIES = 40_000
"""Of all logs that are kept, some 200 bytes each."""

_NOTED = select(evidence.c.goal, evidence.c.purpose, evidence.c.group_id, evidence.c.happened_on).where(
    evidence.c.school_year == bindparam("in_year", type_=Integer), evidence.c.withdrawn_at.is_(None)
)
_OF_SCHOOL = Prepared(_NOTED.where(evidence.c.school_id == bindparam("in_school", type_=Integer)))
_of_school = _NOTED.where(evidence.c.school_id == bindparam("in_school", type_=Integer))
_OF_GROUPS = _of_school.where(evidence.c.group_id.in_(bindparam("of_groups", expanding=True, type_=Integer)))
_OF_NO_GROUP = _of_school.where(evidence.c.group_id.is_(None))
_OF_BOARD = Prepared(
    _NOTED.add_columns(evidence.c.school_id)
    .join_from(evidence, schools)
    .where(schools.c.board_id == bindparam("in_board", type_=Integer))
)


class Noted:
    """The log of a school in one school year as far as goals count it, gathered once for all of them."""

    __slots__ = ("_found", "size")

    def __init__(self, entries: Iterable[tuple[str, str, int | None, date]] = ()) -> None:
        """Take entries as goal, purpose, group and day."""
        self._found: dict[tuple[str, str], defaultdict[int | None, list[date]]] = {}
        self.size = 1
        for goal, purpose, group, day in entries:
            self.size += 1
            key = (goal, purpose)
            if (days := self._found.get(key)) is None:
                days = self._found[key] = defaultdict(list)
            days[group].append(day)

    def days(self, goal: Goal) -> Days:
        """Give the days of what was noted for a goal, or for the purpose that it asks of."""
        together: defaultdict[int | None, list[date]] = defaultdict(list)
        for (noted_for, purpose), by_group in self._found.items():
            if noted_for == goal.id or (goal.purpose and purpose == goal.purpose):
                for group, days in by_group.items():
                    together[group] += days
        return together


_gathered = BoundedCache[Noted](MOST_ENTRIES, lambda one: one.size)


def noted_at(conn: Connection, school_id: int, year: int) -> Noted:
    """Read what goals count of a school's log; gathered anew only when something else is noted."""
    return _noted(conn, _OF_SCHOOL.plain(conn, {"in_school": school_id, "in_year": year}))


def noted_of(conn: Connection, school_id: int, year: int, group_ids: Sequence[int] | None) -> Noted:
    """Read what goals count of the log of some groups, or with None of no group at all; none of it is kept."""
    values = {"in_school": school_id, "in_year": year}
    if group_ids is None:
        return Noted(tuple(row) for row in conn.execute(_OF_NO_GROUP, values))
    return Noted(tuple(row) for row in conn.execute(_OF_GROUPS, {**values, "of_groups": list(group_ids)}))


def noted_in_board(conn: Connection, board_id: int, year: int) -> Mapping[int, Noted]:
    """Read what goals count of the log of every school of a board, by school."""
    entries: dict[int, list[tuple[Any, ...]]] = {}
    for *entry, school in _OF_BOARD.plain(conn, {"in_board": board_id, "in_year": year}):
        entries.setdefault(school, []).append(tuple(entry))
    return {school: _noted(conn, found) for school, found in entries.items()}


def _noted(conn: Connection, found: Sequence[tuple[Any, ...]]) -> Noted:
    """Gather the log of one school; the same `Noted` as long as nothing else is noted, for it is a part of keys."""
    key = tuple(found)
    return _gathered.get(key) or _gathered.put(key, Noted(_OF_SCHOOL.rows(conn, key)))


@dataclass(frozen=True, slots=True)
class CountedGroup:
    """What is measured of a group."""

    id: int
    name: str
    pupils: int
    completed: int
    """Pupils of whom it is sure that they completed a module that is meant for them, out of counts that may be told."""

    @property
    def most_completed(self) -> bool:
        """Whether most of a group completed a module; of a small group that would tell what its counts don't."""
        return self.pupils >= FEWEST and self.completed * 2 > self.pupils


_known = BoundedCache[tuple[CountedGroup, ...]](MOST_GROUPS, lambda one: len(one) + 1)


def counted_groups(library: Library, counters: Counters) -> tuple[CountedGroup, ...]:
    """Gather the counters of a school's groups, by name.

    Counters don't tell whether it was the same pupils who completed two modules; so only modules for different bands add
    up, and of those for the same bands that one counts which most completed. A module that is meant for fewer than five of a
    group counts for nothing: a goal would tell of them what no page tells.
    """
    key = (counters, library.modules_for(Audience.PUPIL))
    if (known := _known.get(key)) is not None:
        return known
    return _known.put(key, gather_groups(library, counters))


def gather_groups(library: Library, counters: Counters) -> tuple[CountedGroup, ...]:
    """Gather the counters of these groups anew, for who keeps none of them."""
    modules = library.modules_for(Audience.PUPIL)
    bands = {one.id: frozenset(one.bands) for one in modules}
    completed = _completed(counters, modules)
    names: dict[int, str] = {}
    sizes: dict[int, dict[str | None, int]] = {}
    for group, name, year, number in counters.sizes:
        names[group] = name
        by_band, band = sizes.setdefault(group, {}), band_of(year)
        by_band[band] = by_band.get(band, 0) + number
    return tuple(
        CountedGroup(group, name, sum(pupils.values()), _surely(completed.get(group, {}), pupils, bands))
        for (group, name), pupils in zip(names.items(), sizes.values(), strict=True)
    )


def _completed(counters: Counters, modules: Iterable[Module]) -> Mapping[int, Mapping[str, int]]:
    """Sum who completed a module that is meant for their year, by group and module."""
    meant = {(one.id, year) for one in modules for year in years_of(one.bands)}
    found: dict[int, dict[str, int]] = {}
    for group, module, year, _, number in counters.counts:
        if (module, year) in meant:
            of_group = found.setdefault(group, {})
            of_group[module] = of_group.get(module, 0) + number
    return found


def _surely(
    completed: Mapping[str, int], pupils: Mapping[str | None, int], bands: Mapping[str, frozenset[str]]
) -> int:
    """Count out of the numbers that a director may be told, of a group with so many pupils of each band."""
    best: dict[frozenset[str], int] = {}
    for module, number in completed.items():
        meant = sum(pupils.get(band, 0) for band in bands[module])
        if meant >= FEWEST:
            best[bands[module]] = max(min(number, meant), best.get(bands[module], 0))
    return _most(list(best.items()))


def _most(counts: Sequence[tuple[frozenset[str], int]]) -> int:
    """Add up the counts of bands that don't overlap, those that come to most together."""
    if not counts:
        return 0
    (bands, number), *others = counts
    beside = [one for one in others if bands.isdisjoint(one[0])]
    return max(_most(others), number + _most(beside)) if len(beside) < len(others) else number + _most(others)
