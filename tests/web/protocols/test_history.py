from __future__ import annotations

import pytest

from course.norms.model import ArticleKind, Audience, Stance
from course.reading.words import Words
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.model import Answer
from tests.web.protocols.drafting import ACT, our_draft
from web.protocols.history import history_of, told_by

NL = Words("Vraag het.", "")
OPERATIONS = {
    op.AddArticles((op.NewArticle(NL),)): "1 artikel toegevoegd",
    op.WriteArticle(op.NewArticle(NL), ()): "Artikel geschreven",
    op.JoinArticles("a", "b"): "Twee artikelen samengevoegd",
    op.SplitArticle("a", 3): "Artikel gesplitst",
    op.Reword("a", NL): "Anders verwoord",
    op.MoveArticle("a"): "Verplaatst",
    op.SetAudience("a", (Audience.PUPIL,)): "Voor wie: leerlingen",
    op.SetAudience("a", ()): "Voor wie: nog niemand",
    op.SetNumber("a", "3"): "Nummer: 3",
    op.SetHeading("a", None): "Kop: geen",
    op.SetKind("a", ArticleKind.FACT, teachable=False): "Soort: een feit",
    op.SetAside(("a",)): "Opzijgelegd",
    op.PutBack(("a",)): "Teruggezet",
    op.SetAnswer(ACT, Answer(Stance.FORBIDDEN)): "Beantwoord:",
    op.SetAnswer("gone", None, "pupil"): "gone (leerlingen)",
    op.Confirm(("a",), ((ACT, ""),)): "Overgenomen als jullie eigen",
    op.SetContacts(()): "De gegevens van het protocol",
    op.SetDoubt(Audience.PUPIL, "a"): "De gegevens van het protocol",
    op.SetTitle("De Eik", "Regels"): "Naam en titel",
    op.SetOfficial("https://school.example"): "De gegevens van het protocol",
    op.SetChannels(("site",)): "De gegevens van het protocol",
}


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: type(one).__name__)
def test_everything_that_can_be_done_is_told_in_words(app, town, operation):
    with app.test_request_context():
        told = told_by(our_draft(town), None, operation)
    assert OPERATIONS[operation] in told.words
    assert told.who == ""


def test_every_operation_has_its_words():
    assert {type(one) for one in OPERATIONS} == set(op.Operation.__args__)


def test_the_newest_comes_first_with_who_did_it(app, town):
    with app.test_request_context():
        told = history_of(our_draft(town))
    assert [one.revision for one in told] == [2, 1]
    assert all(one.who.startswith("director") and one.may_undo for one in told)
