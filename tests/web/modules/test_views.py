"""The letter and the sheet hold what fits on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.teaching.guide import guide_of
from tests import builders
from web.modules.views import IN_LETTER, ON_PAPER, guide_view, letter_view

if TYPE_CHECKING:
    from flask import Flask

    from course.library import Library
    from course.store.store import Store
    from tests.web.town import Town


def test_the_sheet_keeps_to_its_two_sides_in_the_order_of_the_text(
    app: Flask, store: Store, town: Town, library: Library
) -> None:
    actor = builders.signed_in(store, town.teacher)
    guide = guide_of(store, library, actor, "mag-deze-foto", None, builders.NOW)
    with app.test_request_context("/"):
        view = guide_view(guide, library.norms, actor.audience)
    assert len(view.foremost) <= ON_PAPER
    assert sum(len(lesson.on_paper) for lesson in view.lessons) <= ON_PAPER
    for lesson in view.lessons:
        places = [lesson.scenes.index(one) for one in lesson.on_paper]
        assert places
        assert places == sorted(places)
        assert all(one.talked.scene.talk or (one.question and one.listen_for) for one in lesson.scenes)


def test_the_letter_is_the_same_on_paper_and_as_text(
    app: Flask, store: Store, town: Town, library: Library
) -> None:
    actor = builders.signed_in(store, town.teacher)
    guide = guide_of(store, library, actor, "mag-deze-foto", None, builders.NOW)
    with app.test_request_context("/"):
        view = letter_view(guide, actor, "", builders.NOW)
    lists = [one for one in view.lines if not isinstance(one, str)]
    assert len(lists[0]) == IN_LETTER
    for one in view.lines:
        assert one in view.text if isinstance(one, str) else all(f"- {line}" in view.text for line in one)
