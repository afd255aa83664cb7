"""A lesson remembers the way through it, and shows the same incident through other eyes: by keyboard and by finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from course.learning.lesson.script import script_under
from course.norms.model import Audience
from course.scenario.walk import choose, scene_at
from tests.e2e.steps import LESSON, PLAY
from tests.e2e.test_pages import PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from course.learning.lesson.script import Script
    from course.scenario.walk import Path
    from tests.e2e.live import Live
    from tests.e2e.steps import Steps

WAYS = {"keyboard": {}, "finger": {"has_touch": True, "viewport": PHONE}}
LONGEST = 4


def press(one: Locator, way: str) -> None:
    """Press a button or follow a link, without a mouse."""
    if way == "finger":
        one.tap()
    else:
        one.focus()
        one.page.keyboard.press("Enter")


def go(steps: Steps, path: Path, way: str) -> str:
    """Walk a path from the first scene, and give what is told where it leads."""
    for step in path:
        before = steps.step()
        press(steps.choice(step.choice), way)
        steps.stands_at(before + 1)
    return steps.page.locator("#play .play").inner_text()


def two_ways(script: Script) -> tuple[Path, Path]:
    """Find two short ways to one scene that remembers by which of them somebody came, choices pressed and not composed."""
    first: dict[str, Path] = {}
    waiting: list[Path] = [()]
    while waiting:
        path = waiting.pop(0)
        scene = scene_at(script.lesson, path)
        here = script.standing(scene.id, path)
        other = first.setdefault(scene.id, path)
        if script.standing(scene.id, other).pieces != here.pieces:
            return other, path
        if len(path) < LONGEST and not scene.compose:
            waiting += [choose(script.lesson, path, one.id) for one in here.choices]
    raise AssertionError("the lesson remembers nothing within so few choices")


@pytest.fixture
def script(live: Live) -> Script:
    return script_under(live.library, LESSON, live.ours.protocol, Audience.PUPIL, band="po-7-8")


@pytest.mark.parametrize("way", WAYS)
def test_a_scene_knows_by_which_way_one_came_and_going_back_takes_that_back(live, visit, script, way):
    one, other = two_ways(script)
    steps = visit(live.pupil("Sara"), reduced_motion="reduce", **WAYS[way]).goto(PLAY)
    told = go(steps, one, way)
    before = steps.step()
    press(steps.page.locator("button.trail-step[value='0']"), way)
    steps.stands_at(before + 1)
    assert go(steps, other, way) != told
    before = steps.step()
    press(steps.page.locator("button.trail-step[value='0']"), way)
    steps.stands_at(before + 1)
    assert go(steps, one, way) == told


@pytest.mark.parametrize("way", WAYS)
def test_an_ending_leads_to_the_same_incident_through_other_eyes(live, visit, script, way):
    seat, ending = script.seats[0], way_out(script)
    steps = visit(live.pupil("Sara"), reduced_motion="reduce", **WAYS[way]).goto(PLAY)
    go(steps, ending, way)
    press(steps.page.locator(f"#play a[href$='/lessons/{seat.id}']"), way)
    expect(steps.page.locator("#play h1")).to_have_text(seat.title)
    expect(steps.page.locator("button.choice").first).to_be_visible()


def way_out(script: Script) -> Path:
    """Find a short way to an ending."""
    waiting: list[Path] = [()]
    while waiting:
        path = waiting.pop(0)
        scene = scene_at(script.lesson, path)
        if scene.is_ending:
            return path
        if not scene.compose:
            waiting += [
                choose(script.lesson, path, one.id) for one in script.standing(scene.id, path).choices
            ]
    raise AssertionError("the lesson has no ending")
