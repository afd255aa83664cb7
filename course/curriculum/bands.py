"""Which band a pupil's own year belongs to: one rule for what a pupil sees and for what a figure counts."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BAND_OF_YEAR: Mapping[str, str] = MappingProxyType({
    "3": "po-3-4",
    "4": "po-3-4",
    "5": "po-5-6",
    "6": "po-5-6",
    "7": "po-7-8",
    "8": "po-7-8",
    "11": "vo-1-2",
    "12": "vo-1-2",
    "13": "vo-3-4",
    "14": "vo-3-4",
})  # fmt: skip
"""By the code of EDEXML's jaargroep: 3 to 8 are the groups of primary school, 11 and on the years of secondary school."""


def band_of(year_group: str | None) -> str | None:
    """Give the band of a year; None for a year that the course has nothing for, and for who has none."""
    return BAND_OF_YEAR.get(year_group or "")


def bands_of(year_groups: Iterable[str | None]) -> frozenset[str]:
    """Give the bands of some pupils."""
    return frozenset(band for year in year_groups if (band := band_of(year)))


def years_of(bands: Iterable[str]) -> frozenset[str]:
    """Give the years that belong to some bands."""
    wanted = frozenset(bands)
    return frozenset(year for year, band in BAND_OF_YEAR.items() if band in wanted)
