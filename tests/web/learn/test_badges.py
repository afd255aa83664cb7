"""A badge is taken along by who earned it, and checked by anybody at the address that stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from course.people.keys import keeping
from tests.learning.test_badge import refuse_unfit
from tests.web.learn.test_development import MODULE, PAGE, completed

if TYPE_CHECKING:
    from flask import Flask

    from course.library import Library
    from course.store.store import Store
    from tests.web.conftest import Clock, Visitor
    from tests.web.town import Town

BADGE = f"{PAGE}/{MODULE}/badge"


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "BITS", 2048)


def test_the_file_beside_a_certificate_can_be_checked_without_an_account(
    visitor: Visitor, town: Town, store: Store, library: Library, clock: Clock
) -> None:
    completed(store, town.teacher.id, clock, library.rulebook(town.ours.protocol))
    teacher = visitor.as_teacher()
    assert teacher.page(f"{PAGE}/{MODULE}").has_form("/badge")
    answer = teacher.post(BADGE)
    assert answer.mimetype == "application/jwt"
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert f'filename="deelwijs-{MODULE}.jwt"' in answer.headers["Content-Disposition"]
    nobody = visitor.leave()
    keys = nobody.get(f"/issuers/{town.board_id}/keys")
    read = jwt.decode(answer.text, KeySet.import_key_set(keys.json), algorithms=["RS256"])
    refuse_unfit(read.claims)
    assert "kom Leren" in str(read.claims["evidence"])
    one = nobody.get(urlsplit(read.header["kid"]).path)
    assert jwt.decode(answer.text, RSAKey.import_key(one.json), algorithms=["RS256"]).claims == read.claims
    issuer = nobody.get(urlsplit(read.claims["iss"]).path)
    assert issuer.json["id"] == read.claims["iss"] == read.claims["issuer"]["id"]
    assert issuer.json["name"] == read.claims["issuer"]["name"]
    assert "public" in issuer.headers["Cache-Control"]


def test_there_is_none_of_what_was_not_completed_or_is_somebody_elses(
    visitor: Visitor, town: Town, store: Store, library: Library, clock: Clock
) -> None:
    assert visitor.as_teacher().post(BADGE).status_code == 404
    completed(store, town.teacher.id, clock, library.rulebook(town.ours.protocol))
    assert visitor.as_director().post(BADGE).status_code == 404
    assert visitor.leave().get(f"/issuers/{town.board_id}").status_code == 404


def test_where_nobody_vouches_for_the_address_none_is_made(
    visitor: Visitor, app: Flask, town: Town, store: Store, library: Library, clock: Clock
) -> None:
    """A `Host` that a request names would stand in the badge for good."""
    completed(store, town.teacher.id, clock, library.rulebook(town.ours.protocol))
    teacher, elsewhere = visitor.as_teacher(), {"HTTP_HOST": "elders.example"}
    with teacher.client.session_transaction() as session:
        token = session["token"]
    app.config["SESSION_COOKIE_SECURE"] = False
    with teacher.client.session_transaction(environ_overrides=elsewhere) as session:
        session["token"] = token
    assert teacher.post(BADGE, environ_overrides=elsewhere).status_code == 404
