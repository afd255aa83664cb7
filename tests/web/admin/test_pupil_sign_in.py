"""The page on which an administrator says how pupils come in."""

from __future__ import annotations

from course.calendar import school_year
from course.people.sign_in_settings import NEVER, SignInSettings, read_group_ways, read_sign_in_settings
from tests import builders


def test_an_administrator_lets_pupils_go_on_at_home_and_takes_it_back(visitor, town):
    path = f"/admin/schools/{town.ours.id}/sign-in"
    visitor.as_administrator()
    for data, wanted in (({"at_home": "yes"}, SignInSettings(at_home=True)), ({}, SignInSettings())):
        assert visitor.post(path, data).location == path
        assert "Het staat erin." in visitor.page(path).words
        with town.store.read() as conn:
            assert read_sign_in_settings(conn, town.ours.id) == wanted
    assert visitor.get(f"/admin/schools/{town.theirs.id}/sign-in").status_code == 404


def test_a_school_chooses_from_which_year_words_come_and_otherwise_for_one_group(visitor, town):
    path = f"/admin/schools/{town.ours.id}/sign-in"
    visitor.as_administrator()
    assert "Vanaf klas 1" in visitor.page(path).words
    group = town.our_group.id
    data = {"words_from": NEVER, f"group-{group}": "words", f"group-{town.their_group.id}": "words"}
    assert visitor.post(path, data).location == path
    year = school_year(builders.NOW.date())
    with town.store.read() as conn:
        assert read_sign_in_settings(conn, town.ours.id) == SignInSettings(words_from=NEVER)
        assert {one.id: one.way for one in read_group_ways(conn, town.ours.id, year)}[group] == "words"
        assert {one.way for one in read_group_ways(conn, town.theirs.id, year)} == {""}
    assert visitor.post(path, {"words_from": 9}).status_code in {303, 422}
    assert visitor.post(path, {f"group-{group}": "songs"}).status_code in {303, 422}
    with town.store.read() as conn:
        assert read_sign_in_settings(conn, town.ours.id) != SignInSettings(words_from=9)
        assert {one.id: one.way for one in read_group_ways(conn, town.ours.id, year)}[group] == "words"
