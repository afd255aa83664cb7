"""Questions and articles are found by words."""

from __future__ import annotations

import pytest

from tests.web.protocols.drafting import ACT, THEME, our_draft


@pytest.fixture
def url(town):
    return f"/protocols/{our_draft(town).row.id}/find"


def test_a_question_and_an_article_are_found_by_their_words_and_lead_where_they_stand(visitor, url, hx):
    answer = visitor.as_director().get(url, query_string={"q": "vraag eerst"}, hx=hx)
    assert answer.status_code == 200
    page = visitor.page(f"{url}?q=KLUISJE")
    assert "Je telefoon ligt in je kluisje." in page.words
    assert any("/articles" in one and "#a-" in one for one in page.addresses)
    page = visitor.page(f"{url}?q=eerst+vragen+aan+wie+op+de+foto+staat")
    assert any(f"/questions/{THEME}" in one and one.endswith(f"#q-{ACT}") for one in page.addresses)
    assert "beantwoord" in page.words
    page = visitor.page(f"{url}?q=proxy")
    assert any(one.endswith("#q-bypass-school-filter") for one in page.addresses)


def test_an_empty_or_endless_search_finds_nothing_and_breaks_nothing(visitor, url):
    page = visitor.as_director().page(url)
    assert page.form("/find").value("q") == ""
    assert "Geen van jullie artikelen" not in page.words
    assert visitor.get(url, query_string={"q": "x" * 5000}).status_code == 200
    assert "Geen van jullie artikelen heeft deze woorden" in visitor.page(f"{url}?q=zebrapadbord").words
