"""The own accounts elsewhere on the page of the account; linking one is told in `tests.web.sign_in.test_sign_on`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import builders
from tests.people.sign_on.test_arriving import a_provider, linked

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


def test_a_linked_account_is_told_and_undone(visitor: Visitor, hx: bool) -> None:
    town = visitor.town
    actor = builders.signed_in(town.store, town.teacher, visitor.clock())
    provider = a_provider(town.store, town.board_id)
    linked(town.store, actor, provider)
    visitor.as_teacher()
    assert "Gekoppeld op" in visitor.page("/account").words
    assert visitor.post("/account/sign-on/remove", {"provider": provider.id}, hx=hx).status_code in {204, 303}
    assert "Gekoppeld op" not in visitor.page("/account").words


def test_another_boards_provider_is_not_found(visitor: Visitor) -> None:
    town = visitor.town
    theirs = a_provider(town.store, builders.a_board(town.store, "Ander bestuur"))
    visitor.as_teacher()
    assert visitor.post("/account/sign-on", {"provider": theirs.id}).status_code == 404
    assert "Accounts die je binnenlaten" not in visitor.page("/account").words
