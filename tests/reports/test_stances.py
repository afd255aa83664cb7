"""The protocols of a board side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.library import default_content_root, load_library
from course.norms.model import Stance
from course.reports.stances import STANCES, stances_table
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.library import Library

FIVE = ("kom-leren", "verkruisen", "edu-ley", "compass", "cvo-nwf")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(default_content_root())


def test_every_cell_is_what_the_protocol_holds(library: Library) -> None:
    table = stances_table(library, (*FIVE, "kom-leren", "gone"), "Bestuur", "nl", NOW)
    found = table.overview()
    names = {one: library.norms.protocols[one].name for one in FIVE}
    assert found.heads == tuple(names.values())
    acts = {one.words.nl: one for one in library.norms.acts.values()}
    for (words,), cells in found.lines:
        act = acts[str(words)]
        stances = [library.judge(one, act.id, act.actors[0]).position.stance for one in FIVE]
        assert [cell and cell[0] for cell in cells] == [STANCES.get(one) for one in stances]
        assert any(one is not Stance.SILENT for one in stances)


def test_the_model_that_told_two_schools_apart_is_in_it(library: Library) -> None:
    table = stances_table(library, FIVE, "Bestuur", "nl", NOW)
    words = library.norms.acts["teacher-join-online-discussion-about-school-or-education"].words.nl
    row = next(cells for (act,), cells in table.overview().lines if act == words)
    said = dict(zip(table.overview().heads, [cell and cell[0] for cell in row], strict=True))
    assert said[library.norms.protocols["verkruisen"].name] == STANCES[Stance.FORBIDDEN]
    assert said[library.norms.protocols["kom-leren"].name] != STANCES[Stance.FORBIDDEN]
