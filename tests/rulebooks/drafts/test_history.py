"""Any order of edits, undoing and doing again: never a lost word, never a crash, and the draft is the replay of the log."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.errors import DeelwijsError, Invalid, NotFound
from course.norms.model import Stance
from course.reading.words import Words
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.history import Deed, Entry, History, Overtaken
from course.rulebooks.drafts.model import Answer
from tests.rulebooks.drafts.edits import AT, a_draft, a_turn, an_edit, edits, patient

HELD = History(a_draft("a", "b"))
NEW = op.AddArticles((op.NewArticle(Words("Deel niets.", ""), "Deel niets."),))


def letters(texts):
    """What no cut or join can change: every sign but the spaces."""
    return Counter(sign for text in texts for sign in text if not sign.isspace())


def must_hold(history):
    """Every sign of the document's own words that came in by an edit that counts."""
    counting = [
        one for one in history.entries if one.deed is Deed.EDIT and one.revision not in history.undone
    ]
    added = [
        article.original
        for one in counting
        for article in (
            one.operation.articles
            if isinstance(one.operation, op.AddArticles)
            else [one.operation.article]
            if isinstance(one.operation, op.WriteArticle)
            else []
        )
    ]
    return [one.original for one in history.start.articles] + added


@settings(patient, max_examples=80)
@given(st.data())
def test_no_order_of_edits_loses_a_word_or_leaves_the_replay(data):
    history = HELD
    for _ in range(data.draw(st.integers(1, 14))):
        person = data.draw(st.sampled_from([1, 2]))
        seen = data.draw(st.integers(max(0, history.revision - 3), history.revision))
        deed = data.draw(st.sampled_from([Deed.EDIT, Deed.EDIT, Deed.EDIT, Deed.UNDO, Deed.REDO]))
        if deed is Deed.EDIT:
            operation, of = data.draw(edits([one.id for one in history.draft.articles])), None
        else:
            operation = None
            of = history.to_undo(person) if deed is Deed.UNDO else history.to_redo(person)
            of = of or data.draw(st.integers(0, history.revision + 1))
        entry = Entry(7, history.revision + 1, person, AT, deed, operation, of, seen)
        try:
            history = history.added(entry)
        except DeelwijsError:
            continue
        assert history.draft == History(history.start, history.entries).draft
        kept = letters(one.original for one in history.draft.articles)
        assert letters(must_hold(history)) <= kept
        assert len({one.id for one in history.draft.articles}) == len(history.draft.articles)
    assert all(one.revision < two.revision for one, two in pairwise(history.entries))


def test_undoing_all_and_doing_it_again_gives_what_was():
    history = HELD
    for number in range(1, 5):
        reword = op.Reword("a" if number % 2 else "b", Words(f"Zin {number}.", ""))
        history = history.added(an_edit(reword, history.revision + 1))
    before = history.draft
    for _ in range(4):
        history = history.added(a_turn(Deed.UNDO, history.to_undo(1), history.revision + 1))
    assert history.draft == HELD.draft
    assert history.to_undo(1) is None
    for _ in range(4):
        history = history.added(a_turn(Deed.REDO, history.to_redo(1), history.revision + 1))
    assert history.draft == before
    assert history.to_redo(1) is None


def test_two_people_change_two_things_from_the_same_page():
    history = HELD.added(an_edit(op.Reword("a", Words("Van Anna.", "")), 1, person=1, seen=0))
    history = history.added(an_edit(op.Reword("b", Words("Van Bram.", "")), 2, person=2, seen=0))
    assert [one.words.nl for one in history.draft.articles] == ["Van Anna.", "Van Bram."]


def test_a_change_to_what_somebody_else_changed_since_is_refused_and_tells_both():
    history = HELD.added(an_edit(op.Reword("a", Words("Van Anna.", "")), 1, person=1, seen=0))
    mine = op.Reword("a", Words("Van Bram.", ""))
    with pytest.raises(Overtaken) as told:
        history.added(an_edit(mine, 2, person=2, seen=0))
    assert (told.value.theirs.operation.words.nl, told.value.mine, told.value.things) == (
        "Van Anna.",
        (mine,),
        {"words:a"},
    )
    assert history.added(an_edit(mine, 2, person=2, seen=1)).draft.article("a").words.nl == "Van Bram."


def test_one_s_own_other_window_is_told_as_somebody_else_is():
    history = HELD.added(an_edit(op.Reword("a", Words("Eerst.", "")), 1, seen=0))
    mine = op.Reword("a", Words("Dan.", ""))
    with pytest.raises(Overtaken) as told:
        history.added(an_edit(mine, 2, seen=0))
    assert (told.value.theirs.revision, told.value.mine) == (1, (mine,))


def test_what_stands_there_already_is_no_loss():
    history = HELD.added(an_edit(op.Reword("a", Words("Eerst.", "")), 1, seen=0))
    again = history.added(an_edit(op.Reword("a", Words("Eerst.", "")), 2, person=2, seen=0))
    assert again.draft == history.draft


def test_edits_of_one_form_come_all_or_none():
    history = HELD.added(an_edit(op.SetNumber("a", "7"), 1, seen=0))
    words = an_edit(op.Reword("a", Words("Dan.", "")), 2, seen=0)
    number = an_edit(op.SetNumber("a", "8"), 3, seen=0)
    with pytest.raises(Overtaken) as told:
        history.added(words, number)
    assert told.value.mine == (words.operation, number.operation)
    assert history.added(words).draft.article("a").words.nl == "Dan."
    both = HELD.added(an_edit(words.operation, 1), an_edit(number.operation, 2, seen=0))
    assert (both.revision, both.draft.article("a").number) == (2, "8")


def test_all_that_was_done_since_is_told_the_newest_first():
    history = HELD.added(an_edit(op.Reword("a", Words("Eerst.", "")), 1))
    history = history.added(an_edit(op.Reword("a", Words("Toen.", "")), 2))
    with pytest.raises(Overtaken) as told:
        history.added(an_edit(op.Reword("a", Words("Dan.", "")), 3, seen=0))
    assert [told.value.theirs.revision, *(one.revision for one in told.value.earlier)] == [2, 1]


def test_what_somebody_else_undid_meanwhile_counts_as_changed():
    history = HELD.added(an_edit(op.Reword("a", Words("Van Anna.", "")), 1, person=1))
    history = history.added(a_turn(Deed.UNDO, 1, 2, person=1))
    with pytest.raises(Overtaken):
        history.added(an_edit(op.Reword("a", Words("Van Bram.", "")), 3, person=2, seen=1))


def test_what_something_later_rests_on_is_not_undone_before_that():
    history = HELD.added(an_edit(NEW, 1))
    (article,) = history.entries[0].made
    history = history.added(an_edit(op.SetAnswer("act", Answer(Stance.FORBIDDEN, (article,))), 2, person=2))
    with pytest.raises(Overtaken) as told:
        history.added(a_turn(Deed.UNDO, 1, 3))
    assert told.value.theirs.revision == 2
    history = history.added(a_turn(Deed.UNDO, 2, 3))
    assert history.added(a_turn(Deed.UNDO, 1, 4)).draft == HELD.draft


def test_nothing_is_undone_twice_and_only_edits_are_undone():
    history = HELD.added(an_edit(NEW, 1)).added(a_turn(Deed.UNDO, 1, 2))
    with pytest.raises(Invalid):
        history.added(a_turn(Deed.UNDO, 1, 3))
    with pytest.raises(NotFound):
        history.added(a_turn(Deed.UNDO, 2, 3))
    with pytest.raises(Invalid):
        HELD.added(an_edit(NEW, 1)).added(a_turn(Deed.REDO, 1, 2))


def test_of_each_thing_it_is_known_who_touched_it_last():
    history = HELD.added(an_edit(op.Reword("a", Words("Van Anna.", "")), 1, person=1))
    history = history.added(an_edit(op.Reword("a", Words("Van Bram.", "")), 2, person=2))
    assert history.last_touched["words:a"].person_id == 2
    undone = history.added(a_turn(Deed.UNDO, 2, 3, person=2))
    assert undone.last_touched["words:a"].person_id == 1


def test_a_second_click_is_told_from_doing_the_same_again():
    history = HELD.added(an_edit(NEW, 1, seen=0))
    assert history.repeats(an_edit(NEW, 2, seen=0))
    assert not history.repeats(an_edit(NEW, 2, seen=1))
    assert not history.repeats(an_edit(NEW, 2, person=2, seen=0))
    turned = history.added(an_edit(op.Reword("a", Words("Anders.", "")), 2, seen=0))
    assert not turned.repeats(an_edit(NEW, 3, seen=0))
