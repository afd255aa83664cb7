"""A table for machines."""

from __future__ import annotations

import json

from course.reports.plain import plain
from tests.reports.tables import a_table
from web.catalogs import speech


def test_keys_stay_and_words_are_in_the_language() -> None:
    found = json.loads(json.dumps(plain(a_table(), speech("nl"))))
    assert found["report"] == "school"
    assert found["drawn_at"] == "2026-11-29T08:00:00+00:00"
    assert found["rows"][0] == {
        "group": "7B",
        "module": "Foto",
        "for": "Leerlingen",
        "people": 25,
        "not_begun": 2,
        "busy": 3,
        "done": 20,
        "percent": 80,
    }
    assert all(one["explained"] for one in found["columns"])


def test_what_may_not_be_told_is_null_and_named() -> None:
    row = plain(a_table(), speech("en"))["rows"][2]
    assert row["hidden"] == ["not_begun", "busy", "done", "percent"]
    assert row["done"] is None
