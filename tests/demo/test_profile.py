"""The demo's plan answers what is asked, in two versions of this school year."""

from __future__ import annotations

import json
from datetime import date

from course.curriculum.profile import read_profile
from course.demo.profile import plan_rows
from course.demo.words import PROFILE
from course.library import default_content_root


def test_every_question_is_answered_in_the_second_version() -> None:
    text = (default_content_root() / "curriculum" / "profile.toml").read_text(encoding="utf-8")
    asked = read_profile(text, "profile.toml")[0]
    assert list(PROFILE) == [one.id for one in asked.all]
    first, second = plan_rows(7, date(2026, 11, 29))
    assert set(json.loads(str(first["answers"]))) < set(json.loads(str(second["answers"])))
    assert [one["number"] for one in (first, second)] == [1, 2]


def test_nothing_is_from_before_the_school_year() -> None:
    assert plan_rows(7, date(2026, 8, 5)) == []
    assert [one["number"] for one in plan_rows(7, date(2026, 9, 1))] == [1]
