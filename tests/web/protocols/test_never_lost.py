"""Any text pasted, any order of edits through the pages: never an error of ours, and never a lost word.

Only who undoes the pasting itself has none of it, until it is done again.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.rulebooks.drafts.drafting import open_draft
from tests.builders import signed_in

FEW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
"""Each example is a draft with a dozen requests."""

SENTENCES = st.sampled_from(
    [
        "1. Vraag eerst of het mag.",
        "2. Je telefoon ligt in je kluis. Ook in de pauze!",
        "Afspraken voor ouders\n",
        "- Wij plaatsen geen foto’s zonder toestemming.",
        "a) Leraren zijn geen vriend van leerlingen (zie 2.1).",
        "   ",
        '🙂 <b>vet</b> & "aanhaling"',
    ]
)
TEXTS = st.lists(SENTENCES | st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=8)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(
            ["join", "aside", "back", "up", "down", "confirm", "split", "audience", "undo", "redo", "x"]
        ),
        st.integers(0, 9),
        st.integers(0, 60),
    ),
    max_size=14,
)


def words_in(draft):
    """Every word that is kept, set aside or not."""
    kept = Counter()
    for one in draft.articles:
        kept.update(re.findall(r"\w+", one.words.nl))
    return kept


@FEW
@given(lines=TEXTS, edits=EDITS)
def test_any_text_and_any_order_of_edits_lose_no_word_and_never_fail(visitor, town, store, lines, edits):
    director = visitor.as_director()
    answer = director.post("/protocols/new/text", {"text": "\n".join(lines), "name": "De Eik"})
    assert answer.status_code in {303, 422}
    if answer.status_code == 422:
        return
    draft_id = int(re.search(r"/protocols/(\d+)/", answer.location)[1])
    actor = signed_in(store, town.director)
    words = words_in(open_draft(store, actor, draft_id).draft)
    for what, place, at in edits:
        draft = open_draft(store, actor, draft_id)
        articles = draft.draft.articles
        if not articles and what not in {"undo", "redo"}:
            continue
        article = articles[place % len(articles)].id if articles else "none"
        send(director, draft_id, article, what, {"seen": max(0, draft.revision - at % 2), "at": at})
        kept = words_in(open_draft(store, actor, draft_id).draft)
        taken_back = not kept and (what == "undo" or not articles)
        assert taken_back or kept == words, what
    for page in ("articles", "questions/images", "preview", "publish", "history"):
        assert director.get(f"/protocols/{draft_id}/{page}").status_code == 200


def send(visitor, draft_id, article, what, data):
    """Press one button, or send what no page of ours would."""
    base = f"/protocols/{draft_id}"
    match what:
        case "undo" | "redo":
            answer = visitor.post(f"{base}/{what}", {"seen": data["seen"]})
        case "split" | "audience":
            answer = visitor.post(f"{base}/articles/{article}/{what}", {**data, "audience": "pupil"})
        case _:
            answer = visitor.post(f"{base}/articles/{article}/do", {**data, "do": what})
    assert answer.status_code in {303, 404, 409, 422}, (what, answer.status_code)


@FEW
@given(
    fields=st.dictionaries(
        st.sampled_from(
            [
                "stance",
                "pupil.stance",
                "ask",
                "conditions",
                "article",
                "another",
                "written",
                "seen",
                "from_on",
                "of",
            ]
        ),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
        | st.sampled_from(["forbidden", "silent", "1"]),
    )
)
@pytest.mark.parametrize(
    "path", ["answers/ask-the-person-first", "articles/add", "confirm", "undo", "publish"]
)
def test_whatever_a_form_holds_it_is_never_an_error_of_ours(visitor, town, store, path, fields):
    director = visitor.as_director()
    answer = director.post("/protocols/new/empty", {"name": "De Eik"})
    draft_id = int(re.search(r"/protocols/(\d+)/", answer.location)[1])
    assert director.post(f"/protocols/{draft_id}/{path}", fields).status_code < 500
