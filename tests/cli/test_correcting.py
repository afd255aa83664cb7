"""What somebody does not have is not changed, and nothing else with it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from cli.correcting import correct_person
from cli.keeping import keeping
from cli.language import Failed
from course.administration.reach import person_in_sight
from course.errors import Invalid
from tests.cli.keeping import a_kept_school

if TYPE_CHECKING:
    from pathlib import Path


def test_a_wrong_year_leaves_the_name_as_it_was(tmp_path: Path) -> None:
    kept = a_kept_school(tmp_path, datetime.now(UTC))
    with keeping(kept.url, None) as keeper:
        with keeper.store.read() as conn:
            pupil = person_in_sight(conn, keeper.actor, kept.pupil)
        with pytest.raises(Invalid):
            correct_person(keeper, pupil, name="Ayla", email=None, year="9")
        with pytest.raises(Failed):
            correct_person(keeper, pupil, name="Ayla", email="aya@school.example", year=None)
        with keeper.store.read() as conn:
            assert person_in_sight(conn, keeper.actor, kept.pupil).name == "Aya"
        correct_person(keeper, pupil, name="Ayla", email=None, year="8")
        with keeper.store.read() as conn:
            after = person_in_sight(conn, keeper.actor, kept.pupil)
    assert (after.name, after.year_group) == ("Ayla", "8")
    kept.store.close()
