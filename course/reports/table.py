"""A table that can be taken along: rows of plain values under columns that explain themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING

from course.reading.told import Told, told

if TYPE_CHECKING:
    from datetime import datetime


class Hidden(Enum):
    """A count that is not told, for it could name somebody: neither nothing nor zero."""

    FEW = auto()


FEW: Told = told("fewer than five: not shown")

Value = str | int | date | Hidden | None
"""A cell; a text that knows its message is said in the reader's language, any other stays as it is."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: for a machine, for a reader, and what its figures count."""

    key: str
    heading: Told
    explained: Told
    """What is counted, since when, and of how many."""


@dataclass(frozen=True, slots=True)
class Across:
    """How the rows make an overview: what stands at the left, what above, and what in each cell."""

    left: tuple[str, ...]
    above: str
    cell: str
    beside: str = ""
    """A second column that the cell tells, small; "" for none."""
    words: Told | None = None
    """How that is said: a message with the value at `%(value)s`."""
    heads: tuple[Value, ...] = ()
    """In which order they stand above, where they have one of their own; else as the rows come."""


@dataclass(frozen=True, slots=True)
class Table:
    """All that one report tells."""

    key: str
    """For a machine and for the name of a file."""
    title: str
    """Its name; a text that knows its message where it has one."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    across: Across
    notes: tuple[Told, ...]
    """What holds for all of it."""
    drawn_at: datetime

    def beside(self, value: Value) -> Told | None:
        """Say what stands beside a cell; None where nothing does."""
        words = self.across.words
        return None if words is None or value is None else Told(words.message, {"value": value})

    def place(self, key: str) -> int:
        """Find a column."""
        return next(place for place, one in enumerate(self.columns) if one.key == key)

    def overview(self) -> Overview:
        """Lay the rows out by what stands at the left and above; a pair that has no row has no cell."""
        left = [self.place(key) for key in self.across.left]
        above, cell = self.place(self.across.above), self.place(self.across.cell)
        beside = self.place(self.across.beside) if self.across.beside else None
        heads = tuple(dict.fromkeys(row[above] for row in self.rows))
        if self.across.heads:
            heads = tuple(one for one in self.across.heads if one in heads)
        found: dict[tuple[Value, ...], dict[Value, tuple[Value, Value]]] = {}
        for row in self.rows:
            line = found.setdefault(tuple(row[place] for place in left), {})
            line[row[above]] = (row[cell], None if beside is None else row[beside])
        return Overview(
            tuple(self.columns[place] for place in left),
            heads,
            tuple((line, tuple(cells.get(head) for head in heads)) for line, cells in found.items()),
        )


@dataclass(frozen=True, slots=True)
class Overview:
    """The rows side by side, as one reads them on paper."""

    left: tuple[Column, ...]
    heads: tuple[Value, ...]
    lines: tuple[tuple[tuple[Value, ...], tuple[tuple[Value, Value] | None, ...]], ...]
    """What stands at the left, and a cell for each head; None where there is nothing to tell."""
