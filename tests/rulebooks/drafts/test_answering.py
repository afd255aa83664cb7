from __future__ import annotations

from dataclasses import replace

import pytest

from course.errors import NotFound
from course.norms.model import Audience, Stance
from course.reading.words import Words
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.applying import apply
from course.rulebooks.drafts.model import Answer
from tests.rulebooks.drafts.edits import a_draft, an_article

NOT = Answer(Stance.FORBIDDEN, ("a",))


def test_an_answer_is_given_replaced_and_taken_away():
    given = apply(a_draft("a"), op.SetAnswer("act", NOT))
    assert given.answers == {("act", ""): NOT}
    other = apply(given, op.SetAnswer("act", Answer(Stance.ALLOWED, ("a",)), "teacher"))
    assert set(other.answers) == {("act", ""), ("act", "teacher")}
    assert apply(other, op.SetAnswer("act", None)).answers.keys() == {("act", "teacher")}


def test_an_answer_rests_on_what_is_there_only():
    with pytest.raises(NotFound):
        apply(a_draft("a"), op.SetAnswer("act", Answer(Stance.FORBIDDEN, ("gone",))))


def test_an_answer_that_names_an_article_that_went_into_another_rests_on_that_one_once():
    joined = apply(a_draft("a", "b"), op.JoinArticles("a", "b"))
    given = apply(joined, op.SetAnswer("act", Answer(Stance.FORBIDDEN, ("b", "a"))))
    assert given.answers["act", ""].articles == ("a",)


def test_advice_that_is_adopted_becomes_an_article_with_its_answers_resting_on_it():
    advice = op.NewArticle(Words("Geen beeld van jonge kinderen.", ""), audience=(Audience.SCHOOL,))
    written = op.WriteArticle(advice, (op.ActAnswer("act", Answer(Stance.DISCOURAGED)),))
    draft = apply(a_draft("a"), written, ("n",))
    assert draft.article("n").words.nl == "Geen beeld van jonge kinderen."
    assert draft.answers["act", ""] == Answer(Stance.DISCOURAGED, ("n",))


def test_what_was_carried_over_is_marked_until_it_is_confirmed_or_answered_anew():
    draft = a_draft("a").with_article(an_article("a", is_foreign=True))
    draft = draft.with_answer(("act", ""), replace(NOT, is_foreign=True))
    assert draft.foreign == ("article:a", "answer:act:")
    assert apply(draft, op.Confirm(("a",), (("act", ""),))).foreign == ()
    assert apply(draft, op.SetAnswer("act", replace(NOT, is_foreign=True))).foreign == ("article:a",)


def test_nobody_confirms_an_answer_that_nobody_gave():
    with pytest.raises(NotFound):
        apply(a_draft("a"), op.Confirm((), (("act", ""),)))


def test_the_rule_for_who_is_in_doubt_is_set_and_taken_away():
    draft = apply(a_draft("a"), op.SetDoubt(Audience.TEACHER, "a"))
    assert draft.doubt == {Audience.TEACHER: "a"}
    assert apply(draft, op.SetDoubt(Audience.TEACHER, "")).doubt == {}
