"""A version is shown beside what is asked now; what was asked before stays readable."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from course.profile.plans import Plan, PlanPage, Version
from web.profile.views import plan_view

if TYPE_CHECKING:
    from flask import Flask

    from course.library import Library


def test_an_answer_to_a_question_of_before_is_still_shown(app: Flask, library: Library) -> None:
    plan = Plan({"message": "Vallen mag.", "gone": "Op de krant."})
    saved = Version(2026, 1, plan, "", "", datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
    page = PlanPage(1, "De Regenjas", 2026, (saved,), ())
    with app.test_request_context("/"):
        view = plan_view(page, library.curriculum.profile, saved)
        none = plan_view(page, library.curriculum.profile, None)
    assert [one.text for one in view.earlier] == ["Op de krant."]
    assert view.missing == len(library.curriculum.profile.all) - 1
    assert [one.is_shown for one in view.lines] == [True]
    assert none.missing == len(library.curriculum.profile.all)
