from __future__ import annotations

from typing import TYPE_CHECKING

from course.people.roles import Role
from web.display.roles import role_name, where

if TYPE_CHECKING:
    from flask import Flask


def test_every_role_has_a_name_of_its_own_in_dutch(app: Flask) -> None:
    with app.test_request_context():
        names = [role_name(role) for role in Role]
    assert len(set(names)) == len(Role)
    assert names[:2] == ["Leerling", "Leerkracht"]


def test_a_role_is_told_with_its_groups_and_its_place() -> None:
    assert where(["7B", "8A"], "De Eik") == "7B, 8A, De Eik"
    assert where([], "De Eik") == "De Eik"
