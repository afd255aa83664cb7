"""A section of a file about a whole school: columns that explain themselves, and rows that come a part at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from course.reading.told import Told
    from course.reports.table import Column, Value

    Rows = Sequence[tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows, and how far they bring whoever makes the file."""

    rows: Rows
    steps: int = 1


@dataclass(frozen=True, slots=True)
class Section:
    """One sheet of a workbook, or one file of CSV."""

    key: str
    title: Told
    columns: tuple[Column, ...]
    parts: Callable[[], Iterator[Part]]
    """Read anew at every call; nothing is read before."""
    steps: int = 1
    """How many steps its parts are together, as far as that is known beforehand."""
    notes: tuple[Told, ...] = ()
