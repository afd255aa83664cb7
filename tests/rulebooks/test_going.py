"""What becomes of rules when a person, a school or a board goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from course.people.tables import adoptions, boards, persons, schools
from course.reading.words import Words
from course.rulebooks.attesting import sign
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.beginning import begin_from_version
from course.rulebooks.drafts.drafting import edit, open_draft
from course.rulebooks.tables import attestations, draft_operations, drafts, protocol_versions
from tests.builders import NOW, a_director, a_school, an_officer, signed_in
from tests.rulebooks.rules import a_text, library, published

if TYPE_CHECKING:
    from course.store.store import Store

TABLES = (adoptions, protocol_versions, drafts, draft_operations, attestations)


def a_school_with_rules(store: Store):
    """A school with two versions, a signature and a draft in which its director wrote."""
    school = a_school(store)
    director = signed_in(store, a_director(store, school))
    published(store, school)
    version = published(store, school, text=a_text(title="Nieuw"))
    sign(store, library(), director, version.id, NOW)
    draft = begin_from_version(store, director, version.id, NOW)
    edit(store, director, draft.row.id, 0, op.AddArticles((op.NewArticle(Words("Wacht even.", "")),)), NOW)
    return school, director, draft.row.id


def counts(store: Store) -> list[int]:
    with store.read() as conn:
        return [conn.execute(select(func.count()).select_from(one)).scalar_one() for one in TABLES]


def test_with_a_board_or_a_school_all_its_rules_go(store):
    school, _, _ = a_school_with_rules(store)
    other, _, _ = a_school_with_rules(store)
    assert counts(store) == [4, 4, 2, 2, 2]
    with store.write() as conn:
        conn.execute(delete(schools).where(schools.c.id == school.id))
    assert counts(store) == [2, 2, 1, 1, 1]
    with store.write() as conn:
        conn.execute(delete(boards).where(boards.c.id == other.board_id))
    assert counts(store) == [0, 0, 0, 0, 0]


def test_what_somebody_wrote_stays_and_is_nobody_s_once_they_are_gone(store):
    school, director, draft_id = a_school_with_rules(store)
    officer = signed_in(store, an_officer(store, school.board_id))
    with store.write() as conn:
        conn.execute(delete(persons).where(persons.c.id == director.person_id))
    assert counts(store) == [2, 2, 1, 1, 0]
    found = open_draft(store, officer, draft_id)
    assert (found.row.begun_by, found.names, found.history.entries[0].person_id) == ("", {}, None)
    assert [one.words.nl for one in found.draft.articles][-1] == "Wacht even."
