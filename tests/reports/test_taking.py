"""Who took figures along is told in the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.journal.journal import Event, Origin, read
from course.reports.taking import note
from tests.figures.scene import term
from tests.learning.world import NOW, World, a_library
from tests.reports.tables import a_table

if TYPE_CHECKING:
    from course.store.store import Store


def test_the_journal_tells_who_took_what_and_of_which_group(store: Store) -> None:
    here = term(World(store), a_library())
    note(store, here.teacher, a_table(), Origin(NOW, here.teacher.person_id, "192.0.2.0/24"), here.group)
    (entry,) = [one for one in read(store) if one.event is Event.EXPORTED]
    assert (entry.person_id, entry.group_id, entry.detail) == (
        here.teacher.person_id,
        here.group,
        "report-school",
    )
