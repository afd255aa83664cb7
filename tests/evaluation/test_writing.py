"""A director writes and freezes; from then on the database itself refuses any change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import DBAPIError

from course.curriculum.model import Purpose
from course.errors import Clash, Invalid, Refused
from course.evaluation.reading import read_evaluation
from course.evaluation.tables import evaluations
from course.evaluation.writing import Said, draft_of, freeze, questions_of, save_draft
from course.goals.states import goal_states, school_goals
from course.goals.tables import board_goals
from course.journal import journal
from course.journal.journal import Event, Origin
from tests.evaluation.conftest import SAID
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term


def test_the_three_questions_of_june_are_asked(library: Library) -> None:
    assert [one.id for one in questions_of(library)] == [f"kom-leren-stappen:juni.{n}" for n in (1, 2, 3)]


def test_a_draft_is_kept_and_changed_until_it_is_frozen(store: Store, library: Library, here: Term) -> None:
    assert draft_of(store, library, here.director, NOW).revision == 0
    save_draft(store, library, here.director, SAID, NOW)
    kept = draft_of(store, library, here.director, NOW)
    assert [one.answer for one in kept.answers] == ["In oktober.", "", ""]
    assert kept.new_goals == ("Meer lezen", "Minder praten")
    save_draft(store, library, here.director, replace(SAID, decisions="Toch niet.", revision=1), NOW)
    assert draft_of(store, library, here.director, NOW).decisions == "Toch niet."


def test_a_draft_that_somebody_else_changed_is_not_written_over(
    store: Store, library: Library, here: Term
) -> None:
    save_draft(store, library, here.director, SAID, NOW)
    with pytest.raises(Invalid) as wrong:
        save_draft(store, library, here.director, SAID, NOW)
    assert "revision" in wrong.value.fields


def test_slips_are_told_by_field_and_nothing_is_kept(store: Store, library: Library, here: Term) -> None:
    long = "a" * 4001
    with pytest.raises(Invalid) as wrong:
        save_draft(store, library, here.director, Said({"kom-leren-stappen:juni.2": long}, long, "", 0), NOW)
    assert set(wrong.value.fields) == {"kom-leren-stappen:juni.2", "decisions"}
    with pytest.raises(Invalid):
        freeze(store, library, here.director, Said({}, " ", "", 0), Origin(NOW), noted_as="Vast.")
    assert draft_of(store, library, here.director, NOW).id is None


def test_freezing_is_told_in_the_journal_and_leaves_a_new_empty_draft(
    store: Store, library: Library, here: Term
) -> None:
    frozen = freeze(
        store, library, here.director, SAID, Origin(NOW, here.director.person_id), noted_as="Vast."
    )
    (entry,) = journal.read(store, events=[Event.EVALUATION_FROZEN])
    assert (entry.person_id, entry.school_id, entry.detail) == (
        here.director.person_id,
        here.school,
        str(frozen),
    )
    assert draft_of(store, library, here.director, NOW).id is None


def test_what_is_frozen_is_evidence_for_the_goal_that_asks_to_look_back(
    store: Store, library: Library, here: Term
) -> None:
    asks = update(board_goals).where(board_goals.c.goal == "streng:profiel")
    with store.write() as conn:
        conn.execute(asks.values(purpose=Purpose.EVALUATION.value))
    assert not goal_states(store, library, here.director, NOW.date())[0].progress.is_met
    origin = Origin(NOW, here.director.person_id)
    freeze(store, library, here.director, SAID, origin, noted_as="Wij keken terug.")
    (goal, *_) = school_goals(store, library, here.director, NOW.date()).states
    assert goal.progress.is_met
    (entry,) = goal.evidence
    assert (entry.words, entry.noted_by_id) == ("Wij keken terug.", here.director.person_id)
    with pytest.raises(Invalid):
        freeze(store, library, here.director, Said({}, " ", "", 0), origin, noted_as="Niets.")
    assert goal_states(store, library, here.director, NOW.date())[0].count == 1


def test_only_who_leads_the_school_writes(store: Store, library: Library, here: Term) -> None:
    with pytest.raises(Refused):
        save_draft(store, library, here.teacher, SAID, NOW)
    with pytest.raises(Refused):
        freeze(store, library, here.teacher, SAID, Origin(NOW), noted_as="Vast.")


@pytest.mark.parametrize(
    "statement",
    [
        update(evaluations).values(decisions="Anders."),
        update(evaluations).values(frozen_at=None),
        delete(evaluations),
        text(
            "INSERT OR REPLACE INTO evaluations (id, school_id, school_year, revision, answers)"
            " SELECT id, school_id, school_year, 1, '[]' FROM evaluations"
        ),
    ],
    ids=["change", "make a draft of it", "delete", "replace"],
)
def test_the_database_itself_refuses_to_change_what_is_frozen(
    store: Store, library: Library, here: Term, statement
) -> None:
    if "REPLACE" in str(statement) and store.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL has no such statement")
    frozen = freeze(store, library, here.director, SAID, Origin(NOW), noted_as="Vast.")
    before = read_evaluation(store, here.director, frozen)
    with pytest.raises((Clash, DBAPIError)), store.write() as conn:
        conn.execute(statement)
    assert read_evaluation(store, here.director, frozen) == before


def test_a_draft_can_be_removed_and_no_row_takes_the_place_of_a_frozen_one(
    store: Store, library: Library, here: Term
) -> None:
    frozen = freeze(store, library, here.director, SAID, Origin(NOW), noted_as="Vast.")
    save_draft(store, library, here.director, SAID, NOW)
    row = {"id": frozen, "school_id": here.school, "school_year": 2026, "revision": 1, "answers": "[]"}
    for taking in (insert(evaluations).values(row), update(evaluations).values(id=frozen)):
        with pytest.raises((Clash, DBAPIError)), store.write() as conn:
            conn.execute(taking)
    with store.write() as conn:
        assert conn.execute(delete(evaluations).where(evaluations.c.frozen_at.is_(None))).rowcount == 1
