"""Read `curriculum/holidays.toml`: the school holidays of each region, by school year."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from course.curriculum.model import Holidays, Region
from course.reading.fields import Reading
from course.reading.told import told

if TYPE_CHECKING:
    from course.reading.fields import Fields
    from course.reading.findings import Problem


def read_holidays(text: str, file: str) -> tuple[Holidays, tuple[Problem, ...]]:
    """Read all holidays, with every problem in line order."""
    reading = Reading(file, text)
    reading.top.only("source", "years")
    source = reading.top.text("source")
    periods: dict[Region, list[tuple[date, date]]] = {one: [] for one in Region}
    years: list[int] = []
    for name, fields in reading.top.tables("years"):
        fields.only(*Region)
        if name.isdecimal():
            years.append(int(name))
        else:
            fields.reading.report(
                fields.path, "wrong-year", told("%(name)r is no year", name=name), told("write [years.2026]")
            )
        for region in Region:
            periods[region].extend(_periods(fields, region))
    kept = {region: tuple(sorted(found)) for region, found in periods.items()}
    return Holidays(source, tuple(sorted(years)), MappingProxyType(kept)), reading.in_order()


def _periods(fields: Fields, region: Region) -> list[tuple[date, date]]:
    found = []
    for text in fields.texts(region):
        first, _, last = text.partition("/")
        try:
            period = date.fromisoformat(first), date.fromisoformat(last)
        except ValueError:
            period = date.max, date.min
        if period[0] <= period[1]:
            found.append(period)
        else:
            fields.report(
                region,
                "wrong-holiday",
                told("%(text)r is no holiday", text=text),
                told('write "first day/last day", as in "2026-12-19/2027-01-03"'),
            )
    return found
