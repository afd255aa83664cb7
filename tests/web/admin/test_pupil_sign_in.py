"""The page on which an administrator says how pupils come in."""

from __future__ import annotations

from course.people.sign_in_settings import SignInSettings, read_sign_in_settings


def test_an_administrator_lets_pupils_go_on_at_home_and_takes_it_back(visitor, town):
    path = f"/admin/schools/{town.ours.id}/sign-in"
    visitor.as_administrator()
    for data, wanted in (({"at_home": "yes"}, SignInSettings(at_home=True)), ({}, SignInSettings())):
        assert visitor.post(path, data).location == path
        assert "Het staat erin." in visitor.page(path).words
        with town.store.read() as conn:
            assert read_sign_in_settings(conn, town.ours.id) == wanted
    assert visitor.get(f"/admin/schools/{town.theirs.id}/sign-in").status_code == 404
