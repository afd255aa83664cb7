"""A section reads nothing before it is asked for its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reports.whole.sections import sections_of
from tests.reports.whole.files import reader_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term


def test_listing_sections_only_counts_and_each_can_be_read_twice(
    store: Store, library: Library, here: Term, statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    reader = reader_of(store, library, here.director, here.school)
    with statements() as seen:
        found = sections_of(store, library, here.director, reader.school, "en")
    assert all("count(" in one for one in seen)
    for section in found:
        twice = [[row for part in section.parts() for row in part.rows] for _ in range(2)]
        assert twice[0] == twice[1], section.key
        assert all(len(row) == len(section.columns) for row in twice[0]), section.key
