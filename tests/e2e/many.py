"""A school as large as any: thirty groups of four sorts, and seventeen modules for pupils, some of which lag."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.calendar import school_day, school_year
from course.curriculum.bands import band_of
from course.enrolment.people import add_pupils
from course.learning.tables import group_progress
from course.library import load_library
from course.norms.model import Audience
from course.store.store import Store
from tests import builders
from tests.e2e.live import answering
from tests.library.many_modules import write_modules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.library import Library
    from course.people.access import School

MODULES, FOR_PUPILS = 25, 17
"""Of the content, and those among them that are for pupils."""
YEARS = {"5": "Groep 5", "6": "Groep 6", "7": "Groep 7", "8": "Groep 8", "11": "Klas 1"}
LETTERS = "abcdef"
PUPILS = (24, 27, 22, 25, 3, 26)
"""In each group of a year: one of them is too small to be counted."""
PACES = (0.9, 0.75, 0.6, 0.15, 0.5, 0.0)
"""How far each group of a year is: one lags, one has not begun."""


def fill(store: Store, library: Library) -> School:
    """Make the school; what its pupils did stands in the counters alone."""
    year = school_year(school_day(datetime.now(UTC)))
    school = builders.a_school(store, name="De Wijde Blik")
    for year_group, name in YEARS.items():
        modules = library.modules_for(Audience.PUPIL, band_of(year_group))
        for letter, pupils, pace in zip(LETTERS, PUPILS, PACES, strict=True):
            group = builders.a_group(store, school, f"{name}{letter}", year)
            rows = [(f"Leerling {number}", "") for number in range(pupils)]
            with store.write() as conn:
                add_pupils(conn, group, rows, builders.ADDED, year_group)
                for place, module in enumerate(modules):
                    begun = round(pupils * max(0, pace - place * 0.04))
                    row = {"group_id": group.id, "module": module.id, "year_group": year_group}
                    if begun:
                        conn.execute(
                            insert(group_progress), row | {"begun": begun, "completed": begun * 3 // 4}
                        )
    return school


def serving_many(folder: Path) -> Iterator[tuple[str, Store, School]]:
    """Serve it; gives the address, the store and the school."""
    content = write_modules(folder / "content", MODULES)
    database = f"sqlite:///{folder / 'deelwijs.db'}"
    store = Store.open(database)
    store.migrate()
    school = fill(store, load_library(content))
    command = [Path(sys.executable).parent / "deelwijs", "serve", "--workers", "1"]
    with answering(folder, database, command, {"DEELWIJS_CONTENT": str(content)}) as url:
        yield url, store, school
    store.close()
