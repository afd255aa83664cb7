from __future__ import annotations

import pytest

from course.norms.model import Asked, Audience, Stance
from course.rulebooks.drafts.drafting import open_draft
from course.rulebooks.drafts.model import EVERYONE
from tests.builders import signed_in
from tests.web.page import Page
from tests.web.protocols.drafting import ACT, THEME, our_draft

OTHER = "post-school-images-without-consent"


@pytest.fixture
def draft(town):
    return our_draft(town)


def answers(store, town, draft):
    return open_draft(store, signed_in(store, town.director), draft.row.id).draft.answers


def answer(visitor, draft, act=OTHER, hx=False, **fields):
    data = {"seen": draft.revision, **fields}
    return visitor.as_director().post(f"/protocols/{draft.row.id}/answers/{act}", data, hx=hx)


def test_the_themes_tell_what_is_left_and_lead_to_their_questions(visitor, draft):
    page = visitor.as_director().page(f"/protocols/{draft.row.id}/questions")
    assert "te gaan" in page.words
    assert f"/protocols/{draft.row.id}/questions/{THEME}" in page.addresses
    assert visitor.get(f"/protocols/{draft.row.id}/questions/none").status_code == 404


def test_a_question_offers_six_answers_the_law_and_likely_articles_of_which_none_is_ticked(visitor, draft):
    page = visitor.as_director().page(f"/protocols/{draft.row.id}/questions/{THEME}")
    form = page.form(f"/answers/{OTHER}")
    offered = [value for name, value in form.choices if name == "stance"]
    assert offered == ["required", "allowed", "ask-first", "discouraged", "forbidden", "silent"]
    assert ("article", draft.draft.standing[0].id) in form.choices
    assert "article" not in dict(form.fields)
    assert "De wet zegt" in page.words


def test_an_answer_is_saved_at_once_and_the_rest_is_counted_down(visitor, store, town, draft, hx):
    left = visitor.as_director().page(f"/protocols/{draft.row.id}/questions").words
    article = draft.draft.standing[0].id
    fields = {"stance": "ask-first", "ask": ("person", "teacher"), "conditions": " alleen  in de klas "}
    saved = answer(visitor, draft, hx=hx, article=article, **fields)
    assert saved.status_code == (200 if hx else 303)
    if hx:
        assert "Bewaard" in Page(saved.text).words
        assert "hx-swap-oob" in saved.text
    else:
        assert saved.location.endswith(f"#q-{OTHER}")
    held = answers(store, town, draft)[OTHER, EVERYONE]
    assert (held.stance, held.articles) == (Stance.ASK_FIRST, (article,))
    assert held.ask == (Asked.TEACHER, Asked.PERSON)
    assert held.conditions.nl == "alleen in de klas"
    assert visitor.page(f"/protocols/{draft.row.id}/questions").words != left
    page = visitor.page(f"/protocols/{draft.row.id}/questions/{THEME}")
    assert ("article", article) in page.form(f"/answers/{OTHER}").fields


def test_answering_the_same_again_is_no_change_and_nothing_chosen_is_told(visitor, store, town, draft, hx):
    answer(visitor, draft, stance="forbidden")
    answer(visitor, draft, stance="forbidden")
    entries = open_draft(store, signed_in(store, town.director), draft.row.id).history.entries
    assert len(entries) == len(draft.history.entries) + 1
    assert answer(visitor, draft, hx=hx).status_code == 422
    assert answer(visitor, draft, act="none", stance="forbidden").status_code == 404


def test_an_actor_may_be_answered_for_apart_and_be_as_everyone_again(visitor, store, town, draft):
    answer(visitor, draft, act=ACT, **{"stance": "required", "parent.stance": "allowed"})
    held = answers(store, town, draft)
    assert held[ACT, Audience.PARENT].stance is Stance.ALLOWED
    assert held[ACT, EVERYONE].stance is Stance.REQUIRED
    seen = open_draft(store, signed_in(store, town.director), draft.row.id).revision
    answer(visitor, draft, act=ACT, **{"seen": seen, "stance": "required", "parent.stance": ""})
    assert (ACT, Audience.PARENT) not in answers(store, town, draft)


def test_an_article_is_found_by_its_number_and_an_unknown_one_is_told(visitor, store, town, draft):
    answer(visitor, draft, stance="forbidden", another="2")
    assert answers(store, town, draft)[OTHER, EVERYONE].articles == (draft.draft.standing[1].id,)
    assert answer(visitor, draft, stance="forbidden", another="artikel 99").status_code == 422


def test_a_colleague_who_answered_meanwhile_is_told(visitor, store, town, draft, hx):
    visitor.as_officer().post(
        f"/protocols/{draft.row.id}/answers/{OTHER}", {"seen": draft.revision, "stance": "allowed"}
    )
    answered = answer(visitor, draft, hx=hx, stance="forbidden")
    assert answered.status_code == 409
    assert "mag niet" in Page(answered.text).words
    assert answers(store, town, draft)[OTHER, EVERYONE].stance is Stance.ALLOWED


def test_a_theme_shows_first_what_the_course_turns_on_and_the_rest_where_it_is_asked_for(visitor, draft):
    short = visitor.as_director().page(f"/protocols/{draft.row.id}/questions/{THEME}")
    whole = visitor.page(f"/protocols/{draft.row.id}/questions/{THEME}?all=yes")
    assert len([one for one in whole.forms if "/answers/" in one.action]) > len(
        [one for one in short.forms if "/answers/" in one.action]
    )
    assert "Andere vragen bij dit thema" in whole.words
