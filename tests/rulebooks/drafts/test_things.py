from __future__ import annotations

import contextlib

from hypothesis import assume, given
from hypothesis import strategies as st

from course.errors import DeelwijsError
from course.norms.model import Stance
from course.reading.words import Words
from course.rulebooks.drafts.applying import apply, count_made
from course.rulebooks.drafts.model import Answer
from course.rulebooks.drafts.operations import (
    JoinArticles,
    Reword,
    SetAnswer,
    SetAside,
    SetAudience,
    SplitArticle,
)
from course.rulebooks.drafts.things import new_ids, things_of
from tests.rulebooks.drafts.edits import a_draft, edits, patient

IDS = ("a", "b", "c")


def things(operation, revision):
    return things_of(operation, new_ids(7, revision, count_made(operation)))


def done(draft, operation, revision):
    return apply(draft, operation, new_ids(7, revision, count_made(operation)))


@patient
@given(edits(IDS), edits(IDS))
def test_two_edits_that_do_not_collide_can_both_be_made_in_any_order(one, other):
    assume(not things(one, 1).collides(things(other, 2)))
    draft = a_draft(*IDS)
    with contextlib.suppress(DeelwijsError):
        first = done(draft, one, 1)
        second = done(draft, other, 2)
        both, turned = done(first, other, 2), done(second, one, 1)
        assert {one.id: one for one in both.articles} == {one.id: one for one in turned.articles}
        assert (both.answers, both.doubt, both.joined) == (turned.answers, turned.doubt, turned.joined)


def test_a_split_copies_for_whom_an_article_is_and_collides_with_who_changes_that():
    split = things(SplitArticle("b", 1, None), 1)
    assert split.collides(things(SetAudience("b", ()), 2))
    assert not split.collides(things(SetAudience("a", ()), 2))


@patient
@given(edits(IDS), edits(IDS))
def test_what_could_be_done_can_be_done_beside_an_edit_that_it_does_not_collide_with(one, other):
    assume(not things(one, 1).collides(things(other, 2)))
    draft = a_draft(*IDS)
    try:
        first = done(draft, one, 1)
        done(draft, other, 2)
    except DeelwijsError:
        return
    done(first, other, 2)


@patient
@given(st.sampled_from(["a", "b"]))
def test_words_and_audience_of_one_article_are_two_things(article):
    assert not things(Reword("a", Words("x", "")), 1).collides(things(SetAudience(article, ()), 2))


def test_an_answer_collides_with_setting_aside_what_it_rests_on():
    resting = SetAnswer("act", Answer(Stance.FORBIDDEN, ("a",)))
    assert things(SetAside(("a",)), 1).collides(things(resting, 2)) == {"article:a"}
    assert things(resting, 1).collides(things(SetAside(("a",)), 2)) == {"article:a"}
    assert not things(resting, 1).collides(things(Reword("a", Words("x", "")), 2))


def test_joining_collides_with_a_rewording_of_either():
    join = JoinArticles("a", "b")
    assert things(join, 1).collides(things(Reword("b", Words("x", "")), 2)) >= {"words:b"}
    assert things(join, 1).collides(things(Reword("a", Words("x", "")), 2)) == {"words:a"}
