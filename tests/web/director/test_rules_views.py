"""The page about a school's own rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from course.teaching.blanks import Blanks
from tests.web.term import chose
from web.director.rules_views import rules_view
from web.display.goals import GoalsView

if TYPE_CHECKING:
    from flask import Flask

    from course.library import Library
    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town

TODAY = date(2026, 11, 20)


def test_a_review_is_overdue_from_the_day_after(app: Flask, library: Library) -> None:
    blanks = Blanks(library.norms.protocols["kom-leren"], (), (), TODAY)
    with app.test_request_context("/"):
        for day, overdue in ((TODAY, False), (date(2026, 11, 19), True)):
            view = rules_view(
                (),
                replace(blanks, review_on=day),
                library.norms.themes,
                GoalsView((), 0, ""),
                has_contacts=True,
                today=TODAY,
            )
            assert view.is_overdue is overdue
            assert view.review


def test_a_director_reads_what_is_missing_and_how_pupils_decide(
    visitor: Visitor, town: Town, store: Store, library: Library
) -> None:
    lesson = library.lessons["mag-deze-foto"]["nl"]
    scene = next(one for one in lesson.scenes.values() if len(one.choices) > 1)
    chose(store, town.our_group, lesson.id, scene.id, **{scene.choices[0].id: 8})
    page = visitor.as_director().page("/director/rules")
    assert "Er valt nog niets te vertellen" in page.words
    assert f"/schools/{town.ours.id}/contacts" in page.addresses
    assert "Stil waar landelijk advies spreekt" in page.words
    visitor.as_teacher().get(f"/teacher/groups/{town.our_group.id}/figures")
    after = visitor.as_director().page("/director/rules").words
    assert "Van de leerlingen die voor een keuze over een regel stonden" in after
    assert " 8 " not in after.split("Wat nog ontbreekt")[0]


def test_a_goal_without_evidence_is_named_and_leads_there(visitor: Visitor) -> None:
    page = visitor.as_director().page("/director/rules")
    assert "nog geen bewijs" in page.words
    assert any(one.startswith("/goals/kom-leren") for one in page.addresses)
