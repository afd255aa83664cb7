from __future__ import annotations

import pytest

from course.norms.model import Audience, Stance
from course.reading.words import Words
from course.rulebooks.adopting import rules_of_school
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.beginning import begin_empty
from course.rulebooks.drafts.drafting import edit
from course.rulebooks.drafts.model import Answer
from tests.builders import NOW, signed_in
from tests.rulebooks.rules import TODAY, library
from tests.web.page import Page
from tests.web.protocols.drafting import ACT, our_draft

FILLED = {
    "from_on": TODAY.isoformat(),
    "adopted_by": "De directie",
    "consent_on": "2026-11-01",
    "kind": "major",
}


@pytest.fixture
def draft(store, town):
    """One in which every article says for whom it is."""
    found, actor = our_draft(town), signed_in(store, town.director)
    voiceless = found.draft.standing[1].id
    return edit(store, actor, found.row.id, found.revision, op.SetAudience(voiceless, (Audience.PUPIL,)), NOW)


def test_what_is_not_whole_is_told_with_the_way_to_mend_it(visitor, town):
    found = our_draft(town)
    page = visitor.as_director().page(f"/protocols/{found.row.id}/publish")
    assert "Het kan nog niet worden vastgesteld" in page.words
    assert any(one.endswith(f"#a-{found.draft.standing[1].id}") for one in page.addresses)
    assert not page.has_form("/confirm")


def test_a_director_sees_what_will_happen_and_publishes(visitor, store, town, draft, hx):
    url = f"/protocols/{draft.row.id}/publish"
    page = visitor.as_director().page(url)
    assert page.form("/publish/confirm").value("from_on") == TODAY.isoformat()
    answer = visitor.get(f"{url}/confirm", query_string=FILLED)
    page = Page(answer.text)
    for words in (
        "Dit gaat er gebeuren",
        "20 november 2026",
        "Vastgesteld door De directie",
        "Op jullie school",
    ):
        assert words in page.words
    answer = visitor.post(url, dict(page.form("/publish").fields), hx=hx)
    assert answer.status_code == (204 if hx else 303)
    with store.read() as conn:
        rules = rules_of_school(conn, library(), town.ours.id, TODAY)
    assert rules.version.decision.adopted_by == "De directie"
    words = visitor.page("/rules/protocol").words
    assert "Vraag het eerst. Ook bij een grapje." in words


def test_what_is_filled_in_wrong_comes_back_as_it_was(visitor, draft, hx):
    url = f"/protocols/{draft.row.id}/publish/confirm"
    answer = visitor.as_director().get(url, query_string={**FILLED, "from_on": "2020-01-01"}, hx=hx)
    assert answer.status_code == 422
    page = Page(answer.text)
    assert "Kies vandaag of een latere dag." in page.words
    assert page.form("/publish/confirm").value("adopted_by") == "De directie"


def test_whoever_publishes_an_older_page_is_told_what_a_colleague_did(visitor, store, town, draft):
    other = signed_in(store, town.officer)
    edit(store, other, draft.row.id, draft.revision, op.SetTitle("De Eik", "Onze regels"), NOW)
    data = {**FILLED, "seen": draft.revision}
    answer = visitor.as_director().post(f"/protocols/{draft.row.id}/publish", data)
    assert answer.status_code == 409
    assert "Onze regels" in Page(answer.text).words


def test_an_officer_chooses_the_schools(visitor, store, town):
    actor = signed_in(store, town.officer)
    draft = begin_empty(store, actor, "Het bestuur", NOW)
    assert "geen vraag beantwoord" in visitor.as_officer().page(f"/protocols/{draft.row.id}/publish").words
    new = op.NewArticle(Words("Vraag het eerst.", ""), "", "1", audience=(Audience.PUPIL,))
    answers = (op.ActAnswer(ACT, Answer(Stance.REQUIRED)),)
    draft = edit(store, actor, draft.row.id, 0, op.WriteArticle(new, answers), NOW)
    url = f"/protocols/{draft.row.id}/publish"
    page = visitor.as_officer().page(url)
    assert {value for name, value in page.form("/confirm").choices if name == "school"} == {
        str(town.ours.id),
        str(town.theirs.id),
    }
    answer = visitor.get(f"{url}/confirm", query_string={**FILLED, "school": town.theirs.id})
    assert "Op De Beuk" in Page(answer.text).words
