"""`deelwijs records` says where a board wants its learning records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from course.journal import journal
from course.journal.journal import Event

if TYPE_CHECKING:
    from tests.cli.keeping import Kept

pytestmark = pytest.mark.usefixtures("password")
STORE = "https://lrs.school.example/xapi"


@pytest.fixture
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEELWIJS_RECORDS_PASSWORD", "geheim")


def found(kept: Kept, *words: str) -> tuple[object, object, object]:
    told = json.loads(kept.says("records", *words, "--json"))
    return told["address"], told["username"], told["on"]


def test_a_store_is_named_turned_off_and_on_and_never_shows_its_password(kept: Kept) -> None:
    assert kept.says("records") == "Learning records go nowhere.\n"
    assert found(kept, "--address", STORE, "--username", "deelwijs") == (STORE, "deelwijs", False)
    assert found(kept, "--on") == (STORE, "deelwijs", True)
    assert found(kept, "--username", "leren") == (STORE, "leren", True), "what isn't given stays"
    assert found(kept, "--off") == (STORE, "leren", False)
    assert "geheim" not in kept.says("records")
    told = journal.read(kept.store, events=[Event.RECORDS_CHANGED])
    assert [(one.person_id, one.detail) for one in told] == [
        (None, "off"),
        (None, "on"),
        (None, "on"),
        (None, "off"),
    ]


@pytest.mark.parametrize(
    "words", [("--on",), ("--address", "http://lrs.school.example", "--username", "x"), ("--address", STORE)]
)
def test_what_can_not_be_taken_is_refused_and_changes_nothing(kept: Kept, words: tuple[str, ...]) -> None:
    assert kept.run("records", *words).exit_code == 1
    assert found(kept) == (None, None, False)
