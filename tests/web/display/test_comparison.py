"""Two versions side by side, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.rulebooks.comparison import compare_versions
from tests.rulebooks.rules import a_protocol, an_act, an_article, library, stance
from web.display.comparison import comparison_view

if TYPE_CHECKING:
    from flask import Flask


def test_what_stays_is_counted_and_what_changes_is_told(app: Flask) -> None:
    before = a_protocol()
    after = a_protocol(
        {"a": an_article("Vraag het altijd eerst."), "c": an_article("Nieuw.")},
        {an_act(): stance("forbidden", "a", actors={})},
    )
    with app.test_request_context(headers={"Accept-Language": "nl"}):
        view = comparison_view(compare_versions(before, after, library().norms.acts), "1", "2")
    assert not view.is_minor
    assert {one.word for one in view.changed} >= {"nieuw", "weg"}
    assert [(one.before, one.after) for one in view.answers] == [("eerst vragen", "mag niet")]


def test_an_article_whose_words_stay_is_told_apart_from_one_that_speaks_to_others(app: Flask) -> None:
    before = a_protocol()
    stays = a_protocol(stances={an_act(): stance("forbidden", "a", actors={})})
    others = a_protocol({"a": an_article("Vraag het eerst aan je leraar.", audience=["teacher"])})
    with app.test_request_context(headers={"Accept-Language": "nl"}):
        of_stance, of_whom = (
            comparison_view(compare_versions(before, one, library().norms.acts), "1", "2").changed[0]
            for one in (stays, others)
        )
    assert of_stance.are_words_kept
    assert of_stance.whom is None
    assert of_whom.whom is not None
    assert of_whom.whom[1] == "leraren"
