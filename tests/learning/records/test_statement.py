"""A statement names nobody, is the same each time, and holds what xAPI 1.0.3 asks."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from uuid import UUID

from course.learning.records.statement import Completion, pseudonym, statement
from tests.learning.world import NOW

KEY, ANOTHER = b"x" * 32, b"y" * 32
SITE = "https://leren.example"
DONE = Completion(4711, "foto", (("nl", "Foto"), ("en", "Photo")), NOW)


def test_it_tells_who_by_pseudonym_what_and_on_which_day() -> None:
    found: Any = statement(DONE, KEY, SITE)
    assert found["actor"] == {
        "objectType": "Agent",
        "account": {"homePage": SITE, "name": pseudonym(KEY, 4711)},
    }
    assert found["verb"]["id"] == "http://adlnet.gov/expapi/verbs/completed"
    assert found["object"]["id"] == f"{SITE}/xapi/modules/foto"
    assert found["object"]["definition"]["name"] == {"nl": "Foto", "en": "Photo"}
    assert (found["result"], found["timestamp"]) == ({"completion": True}, "2026-11-20T00:00:00Z")
    assert UUID(found["id"]).version == 4
    assert "name" not in statement(replace(DONE, titles=()), KEY, SITE)["object"]["definition"]  # type: ignore[index]


def test_it_holds_nothing_else() -> None:
    found = statement(DONE, KEY, SITE)
    assert set(found) == {"id", "version", "actor", "verb", "object", "result", "timestamp"}
    assert not re.search(r"4711|mbox|@", json.dumps(found))


def test_the_same_completion_is_the_same_statement_and_any_other_is_another() -> None:
    ids = [
        statement(one, key, SITE)["id"]
        for one, key in (
            (DONE, KEY),
            (DONE, KEY),
            (replace(DONE, person_id=1), KEY),
            (replace(DONE, module="kort"), KEY),
            (DONE, ANOTHER),
        )
    ]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 4


def test_a_pseudonym_hangs_on_the_boards_key() -> None:
    assert pseudonym(KEY, 1) == pseudonym(KEY, 1) != pseudonym(KEY, 2)
    assert pseudonym(KEY, 1) != pseudonym(ANOTHER, 1)
    assert re.fullmatch(r"[0-9a-f]{32}", pseudonym(KEY, 1))
