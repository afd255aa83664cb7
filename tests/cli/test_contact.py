"""`deelwijs contact` keeps whom one can turn to at a school."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.keeping import Kept

HERE = ("--school", "De Linde")


def listed(kept: Kept) -> list[dict[str, object]]:
    return json.loads(kept.says("contact", "list", *HERE, "--json"))


def test_a_contact_is_added_changed_and_taken_out(kept: Kept) -> None:
    words = ("contact", "add", "Juf Sam", "--phone", "010 123", "--for", "pupils", "--for", "parents", *HERE)
    number = json.loads(kept.says(*words, "--json"))["contact"]
    assert kept.says("contact", "list", *HERE) == f"{number}  Juf Sam  010 123  (pupils, parents)\n"
    kept.says(
        "contact",
        "change",
        str(number),
        "--when-where",
        "ma, kamer 12",
        "--phone",
        "",
        "--for",
        "staff",
        *HERE,
    )
    (one,) = listed(kept)
    assert (one["name"], one["phone"], one["when_where"]) == ("Juf Sam", "", "ma, kamer 12")
    assert (one["for_pupils"], one["for_staff"]) == (False, True)
    kept.says("contact", "out", str(number), *HERE)
    assert listed(kept) == []


@pytest.mark.parametrize(
    "words",
    [
        ("add", "Juf Sam", "--phone", "010 123"),
        ("add", "Juf Sam", "--for", "pupils"),
        ("add", "Juf Sam", "--for", "pupils", "--email", "sam"),
        ("change", "99", "--name", "Sam"),
        ("change", "1", "--phone", "x"),
        ("change", "1"),
        ("out", "99"),
    ],
)
def test_what_nobody_could_reach_is_refused_and_changes_nothing(kept: Kept, words: tuple[str, ...]) -> None:
    kept.says("contact", "add", "Meester Bo", "--phone", "010 123", "--for", "pupils", *HERE)
    before = listed(kept)
    known = {"1": str(before[0]["contact"])}
    assert kept.run("contact", *(known.get(one, one) for one in words), *HERE).exit_code in {1, 2}
    assert listed(kept) == before
