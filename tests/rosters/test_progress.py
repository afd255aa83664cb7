"""How far an import is can be asked while its transaction is still open, from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.journal.journal import Origin
from course.rosters import imports
from course.rosters.progress import how_far, noted
from course.store.store import Store
from tests.builders import NOW, a_school
from tests.rosters.rosters import a_roster

if TYPE_CHECKING:
    import pytest

ROSTER = a_roster({str(number): (f"Kind {number}", "7A") for number in range(6)})


def test_it_is_told_outside_the_transaction_and_to_other_processes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.rosters.apply.PART", 2)
    school = a_school(store)
    waiting = imports.prepare(store, school, ROSTER, None, NOW)
    assert how_far(store, waiting.id) == (0, 0)
    other = Store.open(store.engine.url.render_as_string(hide_password=False))
    seen = []
    with noted(store, waiting.id) as progress:

        def watched(done: int, of: int) -> None:
            progress(done, of)
            seen.append(how_far(other, waiting.id))

        imports.confirm(store, school, waiting.id, waiting.fingerprint, Origin(NOW), watched)
    other.close()
    assert seen[:4] == [(0, 6), (2, 6), (4, 6), (6, 6)]
    assert how_far(store, waiting.id) == (0, 0)
