"""On a phone the loop after a choice is short: what came of it is in sight, and the next choice one thumb's scroll away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from course.scenario.settle import settle
from tests.e2e.steps import PLAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.scenario.model import Lesson

SCREEN = 844
PHONE = {"width": 390, "height": SCREEN}
FURTHEST = 1500
"""Pixels from the top of the screen to the next choice, measured 1,477 at most: on the second screen, so one scroll away."""
LESSONS = ("mag-deze-foto", "leerlingen-als-vriend", "jouw-mening-jouw-naam")
TOPS = """async () => {
    await Promise.all([...document.images].map(one => { one.loading = "eager"; return one.decode().catch(() => {}) }));
    document.querySelector(".feedback").scrollIntoView();
    const box = place => document.querySelector(place)?.getBoundingClientRect();
    return {said: box(".explanation").top, verdict: box(".verdict-word")?.bottom ?? 0, next: box(".choice")?.top ?? 0};
}"""


def decisions(lesson: Lesson) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Every scene with choices once: the choices that lead there, and its own."""
    waiting, seen = [((), lesson.start.id)], {lesson.start.id}
    while waiting:
        path, scene = waiting.pop(0)
        choices = lesson.scenes[scene].choices
        if choices:
            yield path, [one.id for one in choices]
        for one in choices:
            if one.target not in seen:
                seen.add(one.target)
                waiting.append(((*path, one.id), one.target))


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_after_every_choice_the_verdict_is_in_sight_and_the_next_choice_is_one_scroll_away(
    live, visit, lesson_id
):
    learner = live.pupil("Lus") if lesson_id == LESSONS[0] else live.director().id
    steps = visit(learner, viewport=PHONE, reduced_motion="reduce").goto(f"/learn/lessons/{lesson_id}")
    steps.page.set_default_timeout(60_000)  # a hundred clicks in a row: a busy machine draws late
    far, measured = [], 0
    audience = live.library.module(lesson_id).audience
    stance_of = partial(live.library.table.stance, live.ours.protocol, audience=audience)
    for path, choices in decisions(settle(live.library.lesson(lesson_id), stance_of)):
        if steps.page.locator("button.trail-step").count():
            steps.back_to(0)
        steps.choose(*path)
        for choice in choices:
            steps.choose(choice)
            tops = steps.page.evaluate(TOPS)
            if not (tops["said"] < SCREEN / 2 and tops["verdict"] < SCREEN / 2 and tops["next"] < FURTHEST):
                far.append((path, choice, tops))
            measured += 1
            steps.back_to(len(path))
    assert far == []
    assert measured > 15


def test_a_way_to_the_choices_floats_until_they_are_there(live, visit):
    steps = visit(live.pupil("Lotje"), viewport=PHONE, reduced_motion="reduce").goto(PLAY).choose("in-de-bus")
    page = steps.page
    way = page.locator("[data-to-choices]")
    expect(way).to_be_visible()
    way.click()
    expect(page.locator(".choice").first).to_be_focused()
    expect(page.locator(".choice").first).to_be_in_viewport()
    expect(way).to_be_hidden()


def test_who_writes_on_is_told_once_who_it_is(live, visit):
    steps = visit(live.pupil("Lars"), reduced_motion="reduce").goto(PLAY).choose("in-de-bus")
    senders = steps.page.locator(".message .sender")
    assert [one.inner_text() for one in senders.all()] == ["Noor", "Noor", "Noor"]
    assert [one.evaluate("one => one.classList.contains('visually-hidden')") for one in senders.all()] == [
        False,
        True,
        True,
    ]
