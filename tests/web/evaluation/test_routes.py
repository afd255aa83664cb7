"""From a draft to a frozen evaluation that the team and the board read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import Visitor

DRAFT, FREEZE = "/evaluation/draft", "/evaluation/freeze"
SAID = {
    "answer_0": "In oktober, met het hele team.",
    "decisions": "De klaspagina blijft.",
    "new_goals": "Een film\nEen blog",
}


def send(director: Visitor, to: str, **changed: str) -> str:
    """Where the form leads when it is sent as it stands on the page, with what is said."""
    form = director.page(DRAFT).form("/draft")
    answer = director.post(to, {**dict(form.fields), **SAID, **changed})
    return answer.location if answer.status_code == 303 else answer.text


def test_a_draft_stays_with_the_director_until_it_is_frozen(visitor: Visitor) -> None:
    director = visitor.as_director()
    assert send(director, DRAFT).endswith(DRAFT)
    assert "Een film" in director.page(DRAFT).words
    team = visitor.as_teacher().page("/evaluation/")
    assert "Er is nog geen evaluatie" in team.words
    assert DRAFT not in team.addresses
    frozen = send(visitor.as_director(), FREEZE, sure="y")
    for reader in (visitor.as_teacher, visitor.as_director, visitor.as_officer):
        words = reader().page(frozen).words
        assert "In oktober, met het hele team." in words
        assert "De klaspagina blijft." in words
        assert "Een blog" in words
        assert "eerste evaluatie" in words


def test_it_is_not_frozen_by_accident(visitor: Visitor) -> None:
    director = visitor.as_director()
    assert "Vink aan" in send(director, FREEZE)
    assert "Er is nog geen evaluatie" in director.page("/evaluation/").words


def test_the_next_is_compared_with_the_last_figure_by_figure(visitor: Visitor) -> None:
    director = visitor.as_director()
    send(director, FREEZE, sure="y")
    assert "Verschil" in director.page(DRAFT).words
    first, second = director.page("/evaluation/").addresses, send(director, FREEZE, sure="y")
    compared = director.page(second)
    assert "Toen:" in compared.words
    assert {one for one in compared.addresses if one[-1].isdigit()} & set(first)


def test_a_page_that_is_older_than_the_draft_keeps_the_text(visitor: Visitor) -> None:
    director = visitor.as_director()
    send(director, DRAFT)
    answer = send(director, DRAFT, revision="0", decisions="Andere tekst.")
    assert "Andere tekst." in answer
    assert "intussen" in answer


def test_the_officer_sees_who_is_in_and_who_is_missing(visitor: Visitor) -> None:
    assert "ontbreekt" in visitor.as_officer().page("/evaluation/schools").words
    send(visitor.as_director(), FREEZE, sure="y")
    found = visitor.as_officer().page("/evaluation/schools")
    (link,) = (one for one in found.addresses if one.startswith("/evaluation/") and one[-1].isdigit())
    assert "De klaspagina blijft." in visitor.page(link).words
    assert "1 van 2" in found.words
