"""To the provider and back, and every way of coming back that is not it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import update

from course.errors import Invalid, NotFound
from course.people.factors.tables import challenges
from course.people.sign_on.asking import Aim, Back, Wanted, answered, begin
from course.people.sign_on.tables import sign_on_providers
from tests import builders
from tests.people.sign_on.provider import KEY, PLAIN, WITH_STEP

COME_IN = Wanted(Aim.IN)
HERE = "https://leren.school.example/sign-in/with/1/back"


@pytest.fixture
def now():
    """The provider has a clock of its own."""
    return datetime.now(UTC)


@pytest.fixture
def way(store, elsewhere, now):
    """Go to the provider as somebody, and give which one it was and what the browser comes back with."""
    kept = elsewhere.kept_at(store, builders.a_board(store), now)

    def gone(who=PLAIN, wanted=COME_IN):
        state, address = begin(store, kept, wanted, HERE, now)
        asked = parse_qs(urlsplit(elsewhere.sends_back(address, who)).query)
        assert asked["state"] == [state]
        return kept, Back(state, state, asked["code"][0])

    return gone


def test_who_comes_back_is_who_the_provider_says(store, way, now):
    kept, back = way()
    found = answered(store, kept, back, HERE, KEY, now)
    assert (found.identity.subject, found.identity.has_second_step) == (PLAIN, False)
    kept, back = way(WITH_STEP, Wanted(Aim.LINK, None, "hash"))
    found = answered(store, kept, back, HERE, KEY, now)
    assert (found.identity.subject, found.identity.has_second_step) == (WITH_STEP, True)
    assert found.wanted == Wanted(Aim.LINK, None, "hash")


def test_what_is_asked_carries_a_challenge_and_a_nonce(store, elsewhere, now):
    kept = elsewhere.kept_at(store, builders.a_board(store), now)
    asked = [
        parse_qs(urlsplit(begin(store, kept, Wanted(aim), HERE, now)[1]).query) for aim in (Aim.IN, Aim.AGAIN)
    ]
    assert asked[0]["code_challenge_method"] == ["S256"]
    assert asked[0]["redirect_uri"] == [HERE]
    assert len({one["nonce"][0] for one in asked} | {one["state"][0] for one in asked}) == 4
    assert len(asked[0]["code_challenge"][0]) == 43
    assert "prompt" not in asked[0]
    assert (asked[1]["prompt"], asked[1]["max_age"]) == (["login"], ["0"])


def test_another_state_than_this_browsers_is_refused(store, way, now):
    kept, back = way()
    for state, own in ((back.state, ""), ("", ""), (back.state, "other"), ("é", "é"), ("made up", "made up")):
        with pytest.raises(Invalid):
            answered(store, kept, Back(state, own, back.code), HERE, KEY, now)
    assert answered(store, kept, back, HERE, KEY, now), "and none of these used it up"


def test_an_answer_is_taken_once(store, way, now):
    kept, back = way()
    answered(store, kept, back, HERE, KEY, now)
    with pytest.raises(Invalid):
        answered(store, kept, back, HERE, KEY, now)


def test_a_code_is_redeemed_once(store, way, now):
    kept, back = way()
    answered(store, kept, back, HERE, KEY, now)
    state, _ = begin(store, kept, Wanted(Aim.IN), HERE, now)
    with pytest.raises(Invalid):
        answered(store, kept, Back(state, state, back.code), HERE, KEY, now)


def test_a_code_of_another_question_is_refused_by_its_nonce(store, way, now):
    kept, stolen = way()
    state, _ = begin(store, kept, Wanted(Aim.IN), HERE, now)
    with pytest.raises(Invalid):
        answered(store, kept, Back(state, state, stolen.code), HERE, KEY, now)


def test_an_answer_that_comes_too_late_is_refused(store, way, now):
    kept, back = way()
    with pytest.raises(Invalid):
        answered(store, kept, back, HERE, KEY, now + timedelta(minutes=11))
    kept, back = way()
    with store.write() as conn:  # the challenge stands, the token doesn't
        conn.execute(update(challenges).values(expires_at=now + timedelta(days=2)))
    with pytest.raises(Invalid):
        answered(store, kept, back, HERE, KEY, now + timedelta(days=1))


def test_an_answer_at_another_providers_address_is_refused(store, elsewhere, way, now):
    _, back = way()
    other = elsewhere.kept_at(store, builders.a_board(store, "Ander bestuur"), now)
    with pytest.raises(Invalid):
        answered(store, other, back, HERE, KEY, now)


def test_another_issuer_than_the_one_asked_is_refused(store, elsewhere, way, now):
    kept, back = way()
    mixed = Back(back.state, back.kept, back.code, "", "https://others.example")
    with pytest.raises(Invalid):
        answered(store, kept, mixed, HERE, KEY, now)
    kept, back = way()
    with store.write() as conn:
        conn.execute(update(sign_on_providers).values(issuer=f"{elsewhere.issuer}/other"))
    with pytest.raises(Invalid):
        answered(store, kept, back, HERE, KEY, now)


def test_a_token_for_another_application_is_refused(store, way, now):
    kept, back = way()
    with store.write() as conn:
        conn.execute(update(sign_on_providers).values(client_id="another"))
    with pytest.raises(Invalid):
        answered(store, kept, back, HERE, KEY, now)


@pytest.mark.parametrize(
    ("code", "error"), [("", ""), ("", "access_denied"), ("made up", ""), ("x" * 4001, "")]
)
def test_who_was_not_let_in_there_is_not_let_in_here(store, way, now, code, error):
    kept, back = way()
    with pytest.raises(Invalid):
        answered(store, kept, Back(back.state, back.kept, code, error), HERE, KEY, now)


def test_a_provider_that_is_not_there_any_more_lets_nobody_in(store, way, now):
    kept, back = way()
    with store.write() as conn:
        conn.execute(update(sign_on_providers).values(token_at="http://127.0.0.1:9/token"))
    with pytest.raises(Invalid):
        answered(store, kept, back, HERE, KEY, now)


def test_another_key_of_the_installation_reads_no_secret(store, way, now):
    kept, back = way()
    with pytest.raises(Invalid):
        answered(store, kept, back, HERE, b"another key", now)


def test_a_provider_that_nobody_added_is_not_found(store, now):
    with pytest.raises(NotFound):
        begin(store, 4711, Wanted(Aim.IN), HERE, now)
