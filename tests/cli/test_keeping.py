"""Commands of an administrator name the board, and tell the journal nobody's number."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from cli.keeping import keeping
from cli.language import Failed
from course.errors import NotFound
from course.people.roles import Role
from tests import builders
from tests.cli.keeping import a_kept_school

if TYPE_CHECKING:
    from pathlib import Path


def test_the_only_board_need_not_be_named_and_one_of_several_must(tmp_path: Path) -> None:
    kept = a_kept_school(tmp_path, datetime.now(UTC))
    with keeping(kept.url, None) as keeper:
        assert keeper.actor.board_id == kept.school.board_id
        assert keeper.actor.role is Role.ADMINISTRATOR
        assert keeper.origin.person_id is None
        assert keeper.school("de linde").id == kept.school.id
    other = builders.a_school(kept.store, builders.a_board(kept.store, "Ander bestuur"))
    with pytest.raises(Failed), keeping(kept.url, None):
        pass
    with keeping(kept.url, "Ander bestuur") as keeper:
        assert keeper.school(other.name).id == other.id
        with pytest.raises(NotFound):
            keeper.school("De Linde")
    kept.store.close()
