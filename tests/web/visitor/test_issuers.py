"""A board's keys are open to anybody once it signed a badge, and tell nothing before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.people.keys import keeping
from tests.builders import NOW

if TYPE_CHECKING:
    import pytest

    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town


def test_a_board_that_never_signed_is_not_told_of(visitor: Visitor, town: Town) -> None:
    for end in ("", "/keys", "/keys/x"):
        assert visitor.get(f"/issuers/{town.board_id}{end}").status_code == 404


def test_a_board_that_signed_shows_the_public_half_alone(
    visitor: Visitor, town: Town, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "BITS", 2048)
    key = keeping.signing_key(store, town.board_id, b"x" * 32, NOW)
    (one,) = visitor.get(f"/issuers/{town.board_id}/keys").json["keys"]
    assert one == visitor.get(f"/issuers/{town.board_id}/keys/{key.thumbprint()}").json
    assert one["kid"] == f"http://localhost/issuers/{town.board_id}/keys/{key.thumbprint()}"
    assert set(one) == {"kty", "n", "e", "kid", "use", "alg"}
    assert visitor.get(f"/issuers/{town.board_id}/keys/none").status_code == 404
    profile = visitor.get(f"/issuers/{town.board_id}")
    assert set(profile.json) == {"@context", "id", "type", "name", "url"}
    assert profile.headers["Access-Control-Allow-Origin"] == "*"
