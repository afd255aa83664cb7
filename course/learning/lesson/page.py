"""The page of a lesson, made from a run: pure, and the same for a click, a reload and a retry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.learning.lesson.order import in_order
from course.learning.lesson.script import NOTHING
from course.learning.pages import EndingFound, Feedback, Notice, Play, Visited
from course.scenario.model import Picture

if TYPE_CHECKING:
    from course.learning.lesson.run import Run
    from course.learning.lesson.script import Script
    from course.scenario.conditions import Memory
    from course.scenario.model import Piece, Scene
    from course.scenario.walk import Path, Step


def play_of(script: Script, now: Run, *, module_done: bool, notice: Notice | None = None) -> Play:
    """Show a run; a run that today's text cut short says so, unless there is something to say already."""
    lesson, scene = script.lesson, now.scene(script.lesson)
    found = [one for one in now.found or () if one in script.endings]
    standing = script.standing(scene.id, now.path)
    return Play(
        lesson=lesson,
        module=script.module,
        scene=scene,
        pieces=standing.pieces,
        choices=() if scene.is_ending else in_order(scene, standing.choices, now.shuffled_by),
        meaning=standing.meaning,
        came_by=standing.came_by,
        step=now.step,
        run=now.number,
        feedback=feedback_on(script, now.path) if now.path else None,
        trail=tuple(_visited(script, index, step) for index, step in enumerate(now.path)),
        ending=_ending(script, now, scene) if scene.is_ending else None,
        endings_found=tuple(lesson.scenes[one].title for one in found),
        stickers=tuple(_picture(script.standings[one].pieces) for one in found) if scene.is_ending else (),
        endings_total=len(script.endings),
        completed=now.completed_at is not None,
        completed_now=scene.is_ending and now.completed_at is not None and now.completed_at == now.touched_at,
        module_done=module_done,
        notice=notice or (Notice.MOVED_ON if now.was_cut else None),
        seats=script.seats,
        key=script.key,
    )


def feedback_on(script: Script, path: Path, before: Memory = NOTHING) -> Feedback | None:
    """Tell what is to be said of the last choice of a path; None for one that the lesson no longer has.

    `before` is what was chosen in the story, where the path is that of a later-card.
    """
    step = path[-1]
    scene = script.lesson.scenes.get(step.scene)
    choice = scene.choice(step.choice) if scene else None
    if scene is None or choice is None:
        return None
    return Feedback(choice, scene, script.judgements.get(step), script.explanation(choice, path[:-1], before))


def _visited(script: Script, index: int, step: Step) -> Visited:
    scene = script.lesson.scenes[step.scene]
    choice = scene.choice(step.choice)
    judgement = script.judgements.get(step)
    return Visited(
        index=index,
        scene_id=scene.id,
        scene=scene.title,
        choice=choice.text if choice else "",
        verdict=judgement.verdict if judgement else None,
    )


def _ending(script: Script, now: Run, scene: Scene) -> EndingFound:
    is_new = (now.found or {}).get(scene.id) == now.step
    return EndingFound(
        id=scene.id,
        name=scene.title,
        is_new=is_new,
        clean=script.is_clean(now.path) if now.path else None,
        sad=scene.sad,
        silent=script.is_silent(now.path),
    )


def _picture(pieces: tuple[Piece, ...]) -> Picture | None:
    """The first drawing that an ending shows, be it the narrator's or one on the phone."""
    for piece in pieces:
        shown = piece if isinstance(piece, Picture) else getattr(piece, "picture", None)
        if shown is not None:
            return shown
    return None
