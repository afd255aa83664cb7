"""`deelwijs account` shows by what somebody comes in, and takes it away."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from course.journal import journal
from course.journal.journal import Event
from tests import builders
from tests.cli.keeping import Kept, a_kept_school
from tests.people.sign_on.links import a_link

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    kept = a_kept_school(tmp_path, datetime.now(UTC))
    yield kept
    kept.store.close()


def test_an_account_elsewhere_is_shown_unlinked_and_told(kept: Kept) -> None:
    email = kept.teacher.email
    a_link(kept.store, kept.teacher.id, kept.school.board_id, "Microsoft")
    assert "accounts elsewhere: Microsoft" in kept.says("account", email)
    assert kept.run("account", email, "--unlink", "Google").exit_code == 1
    assert "accounts elsewhere: -" in kept.says("account", email, "--unlink", "Microsoft")
    (told,) = journal.read(kept.store, events=[Event.FACTOR_REMOVED])
    assert (told.person_id, told.about_id, told.detail) == (None, kept.teacher.id, "sign-on")


def test_sign_ins_are_counted_and_ended(kept: Kept) -> None:
    builders.signed_in(kept.store, kept.teacher, datetime.now(UTC))
    assert "signed in on: 1" in kept.says("account", kept.teacher.email)
    assert "signed in on: 0" in kept.says("account", kept.teacher.email, "--sign-out")
    assert "second step: no" in kept.says("account", kept.teacher.email, "--no-second-step")
    assert kept.run("account", "nobody@school.example").exit_code == 1
