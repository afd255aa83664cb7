from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from course.errors import Invalid, NotFound
from course.reading.words import Words
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.beginning import begin_empty
from course.rulebooks.drafts.drafting import edit, list_drafts, open_draft, put_away, redo, undo
from course.rulebooks.drafts.history import Deed, Overtaken
from tests.builders import NOW, a_director, a_school, an_officer, signed_in


def new(*texts):
    return op.AddArticles(tuple(op.NewArticle(Words(text, ""), text) for text in texts))


@pytest.fixture
def director(store):
    return signed_in(store, a_director(store))


@pytest.fixture
def draft_id(store, director):
    return begin_empty(store, director, "De Eik", NOW).row.id


def texts(found):
    return [one.words.nl for one in found.draft.articles]


def test_what_is_done_is_kept_with_who_did_it_and_when(store, director, draft_id):
    edit(store, director, draft_id, 0, new("Vraag het eerst.", "Deel niets."), NOW)
    found = open_draft(store, director, draft_id)
    assert texts(found) == ["Vraag het eerst.", "Deel niets."]
    (entry,) = found.history.entries
    assert (entry.person_id, entry.at, found.names) == (
        director.person_id,
        NOW,
        {director.person_id: director.name},
    )


def test_undo_and_redo_go_back_and_forth(store, director, draft_id):
    edit(store, director, draft_id, 0, new("Een."), NOW)
    edit(store, director, draft_id, 1, new("Twee."), NOW)
    assert texts(undo(store, director, draft_id, 2, NOW)) == ["Een."]
    assert texts(undo(store, director, draft_id, 3, NOW)) == []
    with pytest.raises(Invalid):
        undo(store, director, draft_id, 4, NOW)
    assert texts(redo(store, director, draft_id, 4, NOW)) == ["Een."]
    assert texts(redo(store, director, draft_id, 5, NOW)) == ["Een.", "Twee."]
    with pytest.raises(Invalid):
        redo(store, director, draft_id, 6, NOW)
    assert [one.deed for one in open_draft(store, director, draft_id).history.entries[-2:]] == [Deed.REDO] * 2


def test_a_second_click_does_nothing_twice(store, director, draft_id):
    edit(store, director, draft_id, 0, new("Een."), NOW)
    assert texts(edit(store, director, draft_id, 0, new("Een."), NOW)) == ["Een."]
    edit(store, director, draft_id, 1, new("Twee."), NOW)
    undo(store, director, draft_id, 2, NOW)
    assert texts(undo(store, director, draft_id, 2, NOW)) == ["Een."]
    assert open_draft(store, director, draft_id).revision == 3


def test_two_editors_meet_only_where_they_change_the_same(store):
    school = a_school(store)
    director = signed_in(store, a_director(store, school))
    officer = signed_in(store, an_officer(store, school.board_id))
    draft_id = begin_empty(store, director, "De Eik", NOW).row.id
    one, two = edit(store, director, draft_id, 0, new("Een.", "Twee."), NOW).draft.articles
    edit(store, director, draft_id, 1, op.Reword(one.id, Words("Eén.", "")), NOW)
    assert texts(edit(store, officer, draft_id, 1, op.Reword(two.id, Words("Tweeën.", "")), NOW)) == [
        "Eén.",
        "Tweeën.",
    ]
    with pytest.raises(Overtaken) as told:
        edit(store, officer, draft_id, 1, op.Reword(one.id, Words("Wat anders.", "")), NOW)
    assert told.value.theirs.person_id == director.person_id
    assert texts(open_draft(store, director, draft_id)) == ["Eén.", "Tweeën."]


def test_many_at_once_lose_nothing(store, director, draft_id):
    wrong: list[Exception] = []

    def add(number):
        try:
            edit(store, director, draft_id, 0, new(f"Regel {number}."), NOW)
        except Exception as error:  # noqa: BLE001 - shown by the assertion
            wrong.append(error)

    threads = [threading.Thread(target=add, args=[number]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = open_draft(store, director, draft_id)
    assert wrong == []
    assert sorted(texts(found)) == [f"Regel {number}." for number in range(4)]
    assert [one.revision for one in found.history.entries] == [1, 2, 3, 4]


def test_a_page_of_a_revision_that_is_still_to_come_is_refused(store, director, draft_id):
    with pytest.raises(Invalid):
        edit(store, director, draft_id, 1, new("Een."), NOW)


def test_drafts_are_listed_by_who_may_edit_them_the_last_touched_first(store):
    school = a_school(store)
    director = signed_in(store, a_director(store, school))
    neighbour = signed_in(store, a_director(store, a_school(store, school.board_id)))
    officer = signed_in(store, an_officer(store, school.board_id))
    stranger = signed_in(store, an_officer(store))
    first = begin_empty(store, director, "De Eik", NOW).row.id
    second = begin_empty(store, director, "De Beuk", NOW).row.id
    edit(store, director, first, 0, new("Een."), NOW + timedelta(minutes=1))
    assert [one.id for one in list_drafts(store, director)] == [first, second]
    assert [one.id for one in list_drafts(store, officer)] == [first, second]
    for other in (neighbour, stranger):
        assert list_drafts(store, other) == ()
        with pytest.raises(NotFound):
            open_draft(store, other, first)
        with pytest.raises(NotFound):
            edit(store, other, first, 1, new("Van een ander."), NOW)
        with pytest.raises(NotFound):
            put_away(store, other, first, NOW)


def test_what_is_put_away_is_gone_from_the_list_and_edited_no_more(store, director, draft_id):
    put_away(store, director, draft_id, NOW)
    put_away(store, director, draft_id, NOW)
    assert list_drafts(store, director) == ()
    with pytest.raises(NotFound):
        edit(store, director, draft_id, 0, new("Een."), NOW)
