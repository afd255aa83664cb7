from __future__ import annotations

import tomllib

import pytest

from course.rulebooks.adopting import rules_of_school
from tests.builders import a_board, a_school
from tests.rulebooks.rules import TODAY, a_text, an_article, library, published
from tests.web.page import Page


@pytest.fixture
def version(store, town):
    return published(store, town.theirs)


def going(store, school):
    with store.read() as conn:
        return rules_of_school(conn, library(), school.id, TODAY).protocol


def test_a_version_is_read_given_away_and_compared(visitor, store, town, version):
    other = published(
        store, town.theirs, text=a_text({"a": an_article("Vraag het altijd eerst."), "b": an_article()})
    )
    director = visitor.as_director()
    page = director.page(f"/protocols/versions/{other.id}")
    assert "De Eik" in page.words
    answer = director.get(f"/protocols/versions/{other.id}/file")
    assert tomllib.loads(answer.text)["id"] == "de-eik"
    assert "de-eik-2.toml" in answer.headers["Content-Disposition"]
    answer = director.get(f"/protocols/versions/{other.id}/compare?with={version.id}")
    words = director.page(answer.location).words
    assert "anders verwoord" in words
    assert director.get(f"/protocols/versions/{other.id}/compare?with=x").status_code == 303


def test_a_director_goes_by_a_neighbours_version_and_an_officer_lets_schools(
    visitor, store, town, version, hx
):
    url = f"/protocols/versions/{version.id}/adopt"
    answer = visitor.as_director().post(url, {"from_on": TODAY.isoformat()}, hx=hx)
    assert answer.status_code == (204 if hx else 303)
    assert going(store, town.ours) == version.key
    officer = visitor.as_officer()
    assert officer.post(url, {"from_on": TODAY.isoformat()}, hx=hx).status_code == 422
    assert officer.post(url, {"from_on": "2020-01-01", "school": town.ours.id}, hx=hx).status_code == 422
    later = {"from_on": "2027-01-01", "school": (town.ours.id, town.theirs.id)}
    assert officer.post(url, later, hx=hx).status_code in {204, 303}
    assert "1 januari 2027" in Page(officer.get(f"/protocols/versions/{version.id}").text).words


def test_another_boards_version_does_not_exist(visitor, store):
    stranger = published(store, a_school(store, a_board(store)))
    for path in ("", "/file", f"/since/{stranger.id}", "/compare?with=1"):
        status = visitor.as_director().get(f"/protocols/versions/{stranger.id}{path}").status_code
        assert status == (303 if "compare" in path else 404)
    answer = visitor.post(f"/protocols/versions/{stranger.id}/adopt", {"from_on": TODAY.isoformat()})
    assert answer.status_code == 404
