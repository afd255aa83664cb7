"""One account with a draft in two windows, as a browser sends its forms: the one never loses what was typed in the other."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.rulebooks.drafts.drafting import open_draft
from tests.builders import signed_in
from tests.web.page import Page
from tests.web.protocols.drafting import ACT, THEME, our_draft

FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
"""Each example is a draft with a dozen requests."""
CONTACT = {"role": "de vertrouwenspersoon", "how": "Kamer 3.", "audience-0": "pupil"}


@pytest.fixture
def draft(town):
    return our_draft(town)


def held(store, town, draft):
    return open_draft(store, signed_in(store, town.director), draft.row.id).draft


def form_of(visitor, address, action):
    """What a window would send: a page's parser reads no text areas, so that words are added."""
    text = visitor.as_director().get(address).text
    form = Page(text).form(action)
    words = re.search(r"<textarea[^>]*name=.words.[^>]*>([^<]*)<", text)
    return form.action, dict(form.fields) | ({"words": html.unescape(words[1])} if words else {})


def test_an_article_reworded_in_two_windows_is_told_with_both_texts(visitor, store, town, draft, hx):
    article = draft.draft.standing[0]
    address = f"/protocols/{draft.row.id}/articles/{article.id}"
    url, fields = form_of(visitor, address, "/words")
    assert visitor.post(url, {**fields, "words": "In het ene venster."}).status_code == 303
    answer = visitor.post(url, {**fields, "words": "In het andere venster."}, hx=hx)
    assert answer.status_code == 409
    page = Page(answer.text)
    for words in ("In het ene venster.", "In het andere venster.", "ander venster gewijzigd"):
        assert words in page.words
    assert held(store, town, draft).standing[0].words.nl == "In het ene venster."
    form = page.form("/words")
    assert visitor.post(form.action, dict(form.fields)).status_code == 303
    assert held(store, town, draft).standing[0].words.nl == "In het andere venster."


def test_what_differs_in_two_windows_goes_together(visitor, store, town, draft):
    article = draft.draft.standing[0]
    url, fields = form_of(visitor, f"/protocols/{draft.row.id}/articles/{article.id}", "/words")
    assert visitor.post(url, {**fields, "words": "Vraag het altijd."}).status_code == 303
    assert visitor.post(url, {**fields, "number": "7b"}).status_code == 303
    now = held(store, town, draft).standing[0]
    assert (now.words.nl, now.number) == ("Vraag het altijd.", "7b")


def test_who_chooses_the_own_text_leaves_what_the_form_did_not_change(visitor, store, town, draft):
    article = draft.draft.standing[0]
    url, fields = form_of(visitor, f"/protocols/{draft.row.id}/articles/{article.id}", "/words")
    assert visitor.post(url, {**fields, "words": "De ene.", "number": "7b"}).status_code == 303
    answer = visitor.post(url, {**fields, "words": "De andere."})
    form = Page(answer.text).form("/words")
    visitor.post(form.action, dict(form.fields))
    now = held(store, town, draft).standing[0]
    assert (now.words.nl, now.number) == ("De andere.", "7b")


def test_where_one_thing_of_a_form_is_refused_nothing_of_it_is_kept(visitor, store, town, draft):
    article = draft.draft.standing[0]
    url, fields = form_of(visitor, f"/protocols/{draft.row.id}/articles/{article.id}", "/words")
    visitor.post(url, {**fields, "number": "7b"})
    answer = visitor.post(url, {**fields, "words": "Anders.", "number": "8"})
    assert answer.status_code == 409
    assert "Anders." in Page(answer.text).words
    now = held(store, town, draft).standing[0]
    assert (now.words.nl, now.number) == (article.words.nl, "7b")


def test_an_answer_given_in_two_windows_is_told(visitor, store, town, draft, hx):
    url, fields = form_of(visitor, f"/protocols/{draft.row.id}/questions/{THEME}", f"/answers/{ACT}")
    first = {**fields, "stance": "allowed", "conditions": "alleen op het plein"}
    assert visitor.post(url, first).status_code == 303
    second = {**fields, "stance": "forbidden", "conditions": "nooit in de klas"}
    answer = visitor.post(url, second, hx=hx)
    assert answer.status_code == 409
    for words in ("alleen op het plein", "nooit in de klas"):
        assert words in Page(answer.text).words


def test_the_contacts_of_two_windows_are_told_in_full(visitor, store, town, draft):
    url, fields = form_of(visitor, f"/protocols/{draft.row.id}/particulars", "/contacts")
    visitor.post(url, {**fields, **CONTACT})
    answer = visitor.post(url, {**fields, **CONTACT, "how": "Bel de school."})
    assert answer.status_code == 409
    for words in ("Kamer 3.", "Bel de school."):
        assert words in Page(answer.text).words


def test_a_form_that_stays_may_be_saved_again_and_again(visitor, store, town, draft):
    """What htmx is told after each save is what the page sends with the next."""
    url, fields = form_of(visitor, f"/protocols/{draft.row.id}/questions/{THEME}", f"/answers/{ACT}")
    for stance in ("allowed", "forbidden", "allowed"):
        answer = visitor.post(url, {**fields, "stance": stance}, hx=True)
        assert answer.status_code == 200
        moved = answer.headers["HX-Trigger"]
        assert f'"from": {fields["seen"]}' in moved
        fields["seen"] = moved.split('"to": ')[1].strip("}")
    assert held(store, town, draft).answers[ACT, ""].stance == "allowed"


def test_undo_of_an_older_window_undoes_what_that_window_knew(visitor, store, town, draft):
    url, undo = form_of(visitor, f"/protocols/{draft.row.id}/particulars", "/undo")
    title, fields = form_of(visitor, f"/protocols/{draft.row.id}/particulars", "/title")
    visitor.post(title, {**fields, "title": "Een nieuwe naam"})
    assert visitor.post(url, undo).status_code == 303
    now = held(store, town, draft)
    assert now.title == "Een nieuwe naam"
    assert len(now.standing) == len(draft.draft.standing) - 1


def typed(draft):
    things = {"title": (draft.name, draft.title), "contacts": draft.contacts}
    for one in draft.articles:
        things[one.id] = one.words.nl
        things[f"number {one.id}"] = one.number
        things[f"heading {one.id}"] = one.heading
    return things | {key: (one.stance, one.conditions) for key, one in draft.answers.items()}


STEPS = st.lists(
    st.tuples(
        st.sampled_from([0, 1]),
        st.booleans(),
        st.sampled_from(["words", "number", "heading", "answer", "title", "how"]),
    ),
    min_size=2,
    max_size=8,
)


@FEW
@given(steps=STEPS)
def test_any_order_of_forms_from_two_windows_replaces_only_what_they_showed(visitor, town, store, steps):
    draft = our_draft(town)
    at = f"/protocols/{draft.row.id}"
    article = f"{at}/articles/{draft.draft.standing[0].id}"
    pages = {
        "answer": (f"{at}/questions/{THEME}", f"/answers/{ACT}"),
        "title": (f"{at}/particulars", "/title"),
    }
    pages["how"] = (f"{at}/particulars", "/contacts")
    forms = {}
    for number, (window, is_new, what) in enumerate(steps):
        place, action = pages.get(what, (article, "/words"))
        if is_new or (window, action) not in forms:
            forms[window, action] = (*form_of(visitor, place, action), held(store, town, draft))
        url, fields, shown = forms[window, action]
        change = {
            "answer": {"stance": "forbidden", "conditions": f"typed {number}"},
            "how": {**CONTACT, "how": f"typed {number}"},
        }.get(what, {what: f"typed {number}"})
        before = typed(held(store, town, draft))
        answer = visitor.post(url, {**fields, **change})
        now = typed(held(store, town, draft))
        changed = [thing for thing, text in before.items() if now.get(thing) != text]
        assert all(typed(shown).get(thing) == before[thing] for thing in changed), (what, changed)
        if answer.status_code == 303:
            assert f"typed {number}" in str(now)
            del forms[window, action]
        else:
            assert answer.status_code == 409
            assert f"typed {number}" in Page(answer.text).words
            assert not changed
