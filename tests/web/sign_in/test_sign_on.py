"""Coming in by an account at a real provider, and every odd way of coming back."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from sqlalchemy import update

from course.people.tables import sign_ins
from tests import builders
from tests.people.factors.authenticator import set_up
from tests.people.sign_on.provider import KEY, PLAIN, WITH_STEP
from tests.web.page import Page


@pytest.fixture
def at(visitor, elsewhere):
    """A board that takes accounts of the provider; the clock is the provider's, and the key the site's."""
    visitor.clock.now = datetime.now(UTC)
    visitor.app.secret_key = KEY.decode()
    return elsewhere.kept_at(visitor.town.store, visitor.town.board_id, visitor.clock())


def back(visitor, elsewhere, address, who):
    """Go to the provider, and come back with what it says."""
    sent = urlsplit(elsewhere.sends_back(address, who))
    return visitor.get(f"{sent.path}?{sent.query}")


def link(visitor, elsewhere, at, who=PLAIN):
    led = visitor.post("/account/sign-on", {"provider": at})
    assert led.status_code == 200, led.text
    (address,) = [one for one in Page(led.text).addresses if one.startswith(elsewhere.issuer)]
    return back(visitor, elsewhere, address, who)


def come(visitor, elsewhere, at, who=PLAIN, **words):
    started = visitor.get(f"/sign-in/with/{at}", query_string=words)
    assert started.status_code == 302
    return back(visitor, elsewhere, started.headers["Location"], who)


def test_a_linked_account_lets_its_owner_in_without_a_password(visitor, elsewhere, at):
    visitor.as_teacher()
    assert link(visitor, elsewhere, at).headers["Location"] == "/account"
    assert "Gekoppeld op" in visitor.page("/account").words
    visitor.leave()
    assert "Inloggen met Bestuursaccount" in visitor.page("/sign-in").words
    assert come(visitor, elsewhere, at).status_code == 303
    assert visitor.get("/teacher/").status_code == 200


def test_an_account_of_nobody_lets_nobody_in_whatever_its_address(visitor, elsewhere, at):
    answer = come(visitor, elsewhere, at, "stranger")
    assert answer.headers["Location"] == "/sign-in"
    assert "aan niemand gekoppeld" in visitor.page("/sign-in").words
    assert visitor.get("/teacher/").status_code == 401


def test_every_other_way_of_coming_back_begins_anew(visitor, elsewhere, at):
    started = visitor.get(f"/sign-in/with/{at}").headers["Location"]
    sent = urlsplit(elsewhere.sends_back(started, PLAIN))
    stranger = visitor.app.test_client()
    assert stranger.get(f"{sent.path}?{sent.query}").headers["Location"] == "/sign-in", "another browser"
    here = f"/sign-in/with/{at}/back"
    for query in (
        "",
        "?state=made-up&code=x",
        "?error=access_denied",
        "?state=%C3%A9&code=y",
        "?state=&code=x",
    ):
        answer = visitor.get(here + query)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in"), query
    assert visitor.get(f"{sent.path}?{sent.query}").headers["Location"] == "/sign-in", "its state is gone"
    assert visitor.get("/sign-in/with/4711").status_code == 404


def test_who_is_signed_in_as_somebody_else_by_now_links_nothing(visitor, elsewhere, at):
    led = visitor.as_teacher().post("/account/sign-on", {"provider": at})
    (address,) = [one for one in Page(led.text).addresses if one.startswith(elsewhere.issuer)]
    visitor.as_director()
    back(visitor, elsewhere, address, PLAIN)
    visitor.leave()
    come(visitor, elsewhere, at)
    assert visitor.get("/director/").status_code == 401


def test_the_second_step_is_asked_unless_the_provider_asked_one(visitor, elsewhere, at):
    visitor.as_teacher()
    set_up(visitor.town.store, builders.signed_in(visitor.town.store, visitor.town.teacher), visitor.clock())
    link(visitor, elsewhere, at, WITH_STEP)
    visitor.leave()
    assert come(visitor, elsewhere, at, WITH_STEP).headers["Location"] == "/"
    visitor.as_teacher().post("/account/sign-on/remove", {"provider": at})
    link(visitor, elsewhere, at, PLAIN)
    visitor.leave()
    assert come(visitor, elsewhere, at, PLAIN).headers["Location"] == "/sign-in/second"
    assert visitor.get("/teacher/").status_code == 401


def test_an_invitation_is_taken_up_without_a_password(visitor, elsewhere, at):
    answer = visitor.as_administrator().post(f"/admin/people/{visitor.town.teacher.id}/invitation")
    (token,) = [
        tag["value"] for name, tag in Page(answer.text).tags if name == "input" and tag.get("id") == "link"
    ]
    visitor.leave()
    assert visitor.post("/account/invited", {"link": "made up", "with": at}).status_code == 422
    led = visitor.post("/account/invited", {"link": token, "with": at})
    (address,) = [one for one in Page(led.text).addresses if one.startswith(elsewhere.issuer)]
    assert back(visitor, elsewhere, address, PLAIN).headers["Location"] == "/"
    assert visitor.get("/teacher/").status_code == 200
    assert visitor.post("/account/invited", {"link": token, "with": at}).status_code == 422


def test_what_is_to_be_fresh_is_shown_at_the_provider_anew(visitor, elsewhere, at):
    visitor.as_teacher()
    link(visitor, elsewhere, at)
    visitor.leave()
    come(visitor, elsewhere, at)
    with visitor.town.store.write() as conn:
        conn.execute(update(sign_ins).values(confirmed_at=None))
    asked = visitor.post("/account/second-step/app")
    assert asked.status_code == 401
    assert f"/sign-in/with/{at}?again=1" in Page(asked.text).addresses
    come(visitor, elsewhere, at, again=1)
    assert visitor.get("/").headers["Location"] == "/account/second-step"
    assert visitor.post("/account/second-step/app").status_code == 303


def test_nobody_is_sent_to_a_provider_from_a_name_that_nobody_vouches_for(visitor, at):
    forged = visitor.client.get(f"/sign-in/with/{at}", base_url="https://forged.example")
    assert forged.status_code == 404
    assert "Bestuursaccount" not in visitor.client.get("/sign-in", base_url="https://forged.example").text
