"""Which endings are celebrated: those of a way without wrong, with something fine where something was open."""

from __future__ import annotations

import pytest

from course.learning.lesson.page import play_of
from course.learning.lesson.run import Run
from course.learning.lesson.script import read_as
from course.norms.judge import judge
from course.norms.model import Audience, Stance
from course.scenario.walk import Step
from tests.learning.world import NOW, lesson_of, module
from tests.scenario.lessons import act, norms_of, protocol

STANCES = {"fine": Stance.ALLOWED, "ask": Stance.ASK_FIRST, "wrong": Stance.FORBIDDEN}
NORMS = norms_of([act(one) for one in (*STANCES, "open")], protocol("school", **STANCES))


def ending_after(way: str, *, sad: bool = False):
    """Walk a lesson that asks for these acts, one after the other ("-" performs none), to its ending."""
    acts = way.split()
    scenes = [
        f"## Scene {place}\n\n- [Verder](#scene-{place + 1})"
        f"{'' if one == '-' else f'{{act={one}}}'}\n  > Zo gaat dat.\n"
        for place, one in enumerate(acts)
    ]
    last = f"{'{.sad}' if sad else ''}\n## Scene {len(acts)}\n\nKlaar.\n"
    lesson = lesson_of("weg", "weg", "\n".join([*scenes, last]))
    script = read_as(
        lesson, module("weg", Audience.PUPIL, "weg"), lambda one: judge(NORMS, "school", one, Audience.PUPIL)
    )
    path = tuple(Step(scene.id, scene.choices[0].id) for scene in lesson.scenes.values() if scene.choices)
    now = Run(path=path, step=len(path), completed_at=NOW, touched_at=NOW)
    ending = play_of(script, now, module_done=False).ending
    assert ending
    return ending


@pytest.mark.parametrize(
    "way", ["fine", "-", "ask", "fine open", "open open fine", "ask fine", "open - fine"]
)
def test_a_way_on_which_something_was_fine_or_nothing_was_open_is_cheered_at(way):
    assert ending_after(way).good
    assert not ending_after(way, sad=True).good


@pytest.mark.parametrize("way", ["open", "open open", "- open", "open ask"])
def test_nobody_cheers_where_nothing_was_found_fine_and_it_stays_a_clean_way(way):
    ending = ending_after(way)
    assert (ending.clean, ending.silent, ending.good) == (True, True, False)


@pytest.mark.parametrize("way", ["wrong", "fine wrong", "wrong open fine"])
def test_nobody_cheers_at_what_is_not_fine(way):
    assert not ending_after(way).good
