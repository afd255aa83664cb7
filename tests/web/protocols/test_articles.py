from __future__ import annotations

import re

import pytest

from course.rulebooks.drafts.drafting import open_draft
from tests.builders import signed_in
from tests.web.page import Page
from tests.web.protocols.drafting import TEXT, our_draft


@pytest.fixture
def draft(visitor):
    """The number of a draft that begins with a text of three articles and one sentence more."""
    answer = visitor.as_director().post("/protocols/new/text", {"text": TEXT, "name": "De Eik"})
    return int(re.search(r"/protocols/(\d+)/", answer.location)[1])


def standing(store, town, draft):
    return open_draft(store, signed_in(store, town.director), draft).draft.standing


def change(visitor, draft, article, what, hx=False, **fields):
    """Send one of an article's forms, from a page as it is now."""
    page = visitor.page(f"/protocols/{draft}/articles")
    data = {"seen": page.form("/articles/add").value("seen"), **fields}
    return visitor.post(f"/protocols/{draft}/articles/{article}/{what}", data, hx=hx)


def test_joining_moving_and_laying_aside_work_with_and_without_htmx(visitor, store, town, draft, hx):
    first, second, third, fourth = (one.id for one in standing(store, town, draft))
    for article, do in ((first, "join"), (third, "down"), (fourth, "aside"), (fourth, "back")):
        answer = change(visitor, draft, article, "do", hx, do=do)
        assert answer.status_code == (200 if hx else 303), answer.text
        assert ('id="draft"' in answer.text) is hx
    now = standing(store, town, draft)
    assert [one.id for one in now] == [first, fourth, third]
    assert "Vraag eerst of het mag voordat je een foto deelt. Ook als het een grapje is." in now[0].words.nl
    assert second not in {one.id for one in now}


def test_an_article_is_reworded_numbered_and_put_under_a_heading_beside_its_own_words(
    visitor, store, town, draft
):
    article = standing(store, town, draft)[2].id
    fields = {"words": "Je mobiel is in je kluis.", "number": "2a", "heading": "Telefoons"}
    assert change(visitor, draft, article, "words", **fields).status_code == 303
    held = standing(store, town, draft)[2]
    assert (held.words.nl, held.number, held.heading.nl) == ("Je mobiel is in je kluis.", "2a", "Telefoons")
    assert "Je telefoon ligt tijdens de les in je kluisje." in held.original
    page = visitor.page(f"/protocols/{draft}/articles/{article}")
    assert "Zo stond het in jullie document" in page.words


@pytest.mark.parametrize("words", ["", " ", "x" * 4001])
def test_words_that_can_t_be_kept_are_told_and_nothing_is_lost(visitor, store, town, draft, words, hx):
    before = standing(store, town, draft)
    answer = change(visitor, draft, before[0].id, "words", hx, words=words, number="1")
    assert answer.status_code == 422
    assert standing(store, town, draft) == before


def test_an_article_is_parted_at_a_sentence_or_before_words_that_are_typed(visitor, store, town, draft):
    first = standing(store, town, draft)[0].id
    change(visitor, draft, first, "do", do="join")
    page = visitor.page(f"/protocols/{draft}/articles/{first}")
    (at,) = [value for name, value in page.form("/split").choices if name == "at"]
    assert change(visitor, draft, first, "split", at=at).status_code == 303
    assert [one.words.nl for one in standing(store, town, draft)][1] == "Ook als het een grapje is."
    third = standing(store, town, draft)[2].id
    assert change(visitor, draft, third, "split", before="in je  KLUISJE").status_code == 303
    assert standing(store, town, draft)[3].words.nl == "in je kluisje."
    for wrong in ({"before": "niet te vinden"}, {"at": "0"}, {"at": "x"}, {"at": "9" * 30}):
        assert change(visitor, draft, third, "split", **wrong).status_code == 422


def test_for_whom_is_a_guess_until_somebody_ticks_or_confirms(visitor, store, town, draft, hx):
    page = visitor.page(f"/protocols/{draft}/articles")
    assert page.words.count("gegokt") == 4 + 0
    first = standing(store, town, draft)[0].id
    change(visitor, draft, first, "audience", hx, audience=("pupil", "parent", "nobody"))
    assert [one.value for one in standing(store, town, draft)[0].audience] == ["pupil", "parent"]
    assert visitor.page(f"/protocols/{draft}/articles").words.count("gegokt ") == 3
    seen = visitor.page(f"/protocols/{draft}/articles").form("/add").value("seen")
    visitor.post(f"/protocols/{draft}/articles/confirm-guesses", {"seen": seen}, hx=hx)
    assert "We gokten" not in visitor.page(f"/protocols/{draft}/articles").words
    assert not visitor.page(f"/protocols/{draft}/articles").has_form("/confirm-guesses")


def test_what_was_done_is_undone_done_again_and_told(visitor, store, town, draft):
    before = standing(store, town, draft)
    change(visitor, draft, before[0].id, "do", do="join")
    form = visitor.page(f"/protocols/{draft}/articles").form("/undo")
    assert visitor.post(form.action, dict(form.fields)).status_code == 303
    assert standing(store, town, draft) == before
    form = visitor.page(f"/protocols/{draft}/articles").form("/redo")
    visitor.post(form.action, dict(form.fields))
    assert len(standing(store, town, draft)) == len(before) - 1
    history = visitor.page(f"/protocols/{draft}/history")
    for words in ("Twee artikelen samengevoegd", "Ongedaan gemaakt", "director", "artikelen toegevoegd"):
        assert words in history.words
    form = history.form("/undo")
    answer = visitor.post(form.action, {**dict(form.fields), "of": history.forms[-1].buttons[-1][1]})
    assert answer.status_code in {303, 409}


def test_two_editors_who_change_one_article_are_both_told_and_either_may_win(visitor, store, town, hx):
    draft = our_draft(town)
    article = draft.draft.standing[0].id
    url = f"/protocols/{draft.row.id}/articles/{article}/words"
    seen = {"seen": draft.revision, "number": "1", "heading": ""}
    assert visitor.as_officer().post(url, {**seen, "words": "Vraag altijd eerst."}).status_code == 303
    answer = visitor.as_director().post(url, {**seen, "words": "Vraag het netjes."}, hx=hx)
    assert answer.status_code == 409
    page = Page(answer.text)
    for words in ("Vraag altijd eerst.", "Vraag het netjes.", "officer"):
        assert words in page.words
    assert ("<html" in answer.text) is not hx
    assert standing(store, town, draft.row.id)[0].words.nl == "Vraag altijd eerst."
    form = page.form("/words")
    assert visitor.post(form.action, dict(form.fields)).status_code == 303
    assert standing(store, town, draft.row.id)[0].words.nl == "Vraag het netjes."


def test_more_text_comes_in_at_the_end_and_a_long_list_has_pages(visitor, store, town, draft):
    text = "\n".join(f"{number}. Regel nummer {number} geldt voor leerlingen." for number in range(1, 61))
    seen = visitor.page(f"/protocols/{draft}/articles").form("/add").value("seen")
    answer = visitor.post(f"/protocols/{draft}/articles/add", {"seen": seen, "text": text})
    assert "page=2" in answer.location
    assert "Regel nummer 60" in visitor.page(answer.location).words
    assert "Regel nummer 60" not in visitor.page(f"/protocols/{draft}/articles").words
    for page in ("0", "99", "x", "-3"):
        assert visitor.get(f"/protocols/{draft}/articles?page={page}").status_code == 200


def test_an_article_leads_to_the_questions_that_it_may_answer(visitor, store, town, draft):
    article = standing(store, town, draft)[0].id
    page = visitor.page(f"/protocols/{draft}/articles/{article}")
    assert any(f"/protocols/{draft}/questions/" in one and "#q-" in one for one in page.addresses)
    assert visitor.get(f"/protocols/{draft}/articles/none").status_code == 404
