"""`deelwijs sign-in` shows and sets how staff and pupils come in."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.cli.keeping import Kept, a_kept_school

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    kept = a_kept_school(tmp_path, datetime.now(UTC))
    yield kept
    kept.store.close()


def test_a_second_step_is_asked_of_roles_and_of_nobody_again(kept: Kept) -> None:
    assert kept.says("sign-in") == "second_step: -\n"
    words = ("sign-in", "--second-step", "director", "--second-step", "administrator")
    assert kept.says(*words) == "second_step: administrator, director\n"
    assert kept.says("sign-in", "--second-step", "nobody") == "second_step: -\n"


def test_a_school_says_how_its_pupils_come_in(kept: Kept) -> None:
    at = ("sign-in", "--school", "De Linde")
    before = json.loads(kept.says(*at, "--json"))
    assert (before["at_home"], before["words_from"], before["groups"]) == (False, 11, {})
    kept.says(*at, "--at-home", "--words-from", "8", "--group", "7B=words")
    after = json.loads(kept.says(*at, "--json"))
    assert (after["at_home"], after["words_from"], after["groups"]) == (True, 8, {"7B": "words"})
    kept.says(*at, "--not-at-home", "--group", "7B=")
    assert "groups: -" in kept.says(*at)
    assert json.loads(kept.says(*at, "--json"))["words_from"] == 8, "what is not said stays"


@pytest.mark.parametrize(
    "words",
    [
        ("--at-home",),
        ("--school", "De Linde", "--words-from", "klas"),
        ("--school", "De Linde", "--words-from", "3"),
        ("--school", "De Linde", "--group", "7B"),
        ("--school", "De Linde", "--group", "7C=words"),
        ("--school", "De Linde", "--group", "7B=songs"),
        ("--school", "De Eik"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(kept: Kept, words: tuple[str, ...]) -> None:
    before = kept.says("sign-in", "--school", "De Linde")
    assert kept.run("sign-in", *words).exit_code in {1, 2}
    assert kept.says("sign-in", "--school", "De Linde") == before
