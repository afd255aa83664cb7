"""The providers of a board."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from course.errors import Invalid, NotFound
from course.journal.journal import Origin
from course.people.factors.sealing import unseal
from course.people.sign_on.providers import (
    Settings,
    add_provider,
    change_provider,
    offered,
    provider_at,
    remove_provider,
)
from course.people.sign_on.tables import sign_on_providers
from tests import builders
from tests.builders import NOW
from tests.people.sign_on.provider import KEY

HERE = Origin(NOW)
GIVEN = Settings("Bestuursaccount", "deelwijs", "geheim")


def test_a_provider_that_answers_is_kept_with_its_secret_under_a_key(store, elsewhere):
    board = builders.a_board(store)
    made = add_provider(store, board, elsewhere.issuer, GIVEN, KEY, HERE)
    (kept,) = offered(store, board)
    assert (kept.id, kept.token_at) == (made, f"{elsewhere.issuer}/oauth2/token")
    with store.read() as conn:
        row = conn.execute(select(sign_on_providers)).one()
    assert "geheim" not in str(row)
    assert unseal(KEY, kept.sealed) == "geheim"


def test_a_change_keeps_the_secret_unless_another_is_given(store, elsewhere):
    board = builders.a_board(store)
    made = add_provider(store, board, elsewhere.issuer, GIVEN, KEY, HERE)
    change_provider(store, board, made, replace(GIVEN, name="Anders", secret="", scopes="profile"), KEY, HERE)
    (kept,) = offered(store)
    assert (kept.name, kept.scopes, unseal(KEY, kept.sealed)) == ("Anders", "openid profile", "geheim")
    change_provider(store, board, made, replace(GIVEN, secret="nieuw"), KEY, HERE)
    assert unseal(KEY, offered(store)[0].sealed) == "nieuw"


@pytest.mark.parametrize(
    "given",
    [
        replace(GIVEN, name=" "),
        replace(GIVEN, secret=""),
        replace(GIVEN, client_id=""),
        replace(GIVEN, subject_claim=""),
        replace(GIVEN, name="x" * 61),
        replace(GIVEN, second_step="never"),
    ],
    ids=str,
)
def test_what_is_missing_or_too_long_is_refused(store, elsewhere, given):
    with pytest.raises(Invalid):
        add_provider(store, builders.a_board(store), elsewhere.issuer, given, KEY, HERE)


def test_the_same_one_twice_is_refused(store, elsewhere):
    board = builders.a_board(store)
    made = add_provider(store, board, elsewhere.issuer, GIVEN, KEY, HERE)
    with pytest.raises(Invalid):
        add_provider(store, board, elsewhere.issuer, replace(GIVEN, name="Ander"), KEY, HERE)
    add_provider(store, board, elsewhere.issuer, replace(GIVEN, name="Ander", client_id="2"), KEY, HERE)
    with pytest.raises(Invalid):
        change_provider(store, board, made, replace(GIVEN, name="Ander"), KEY, HERE)


def test_another_boards_provider_is_not_there(store, elsewhere):
    made = add_provider(store, builders.a_board(store), elsewhere.issuer, GIVEN, KEY, HERE)
    other = builders.a_board(store, "Ander bestuur")
    with pytest.raises(NotFound):
        change_provider(store, other, made, GIVEN, KEY, HERE)
    remove_provider(store, other, made, HERE)
    with store.read() as conn, pytest.raises(NotFound):
        provider_at(conn, made, other)
    assert len(offered(store)) == 1
