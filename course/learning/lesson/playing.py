"""Playing a lesson: open it, choose, go back in time, start again.

Every move names the step that its page showed. The newest step moves the learner; the one before it, with the
same choice, is a retry or a second click and gets the same answer again; any other is a stale page and gets
the state as it is. A choice also names what its scene asked: where that is not what the scene asks today, it is
not taken, and today's page is shown. All that is needed is read before the write transaction of three to six statements.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.errors import NotFound
from course.learning.lesson import run_rows as runs
from course.learning.lesson.page import play_of
from course.learning.lesson.run import Turn, begun_again, chosen, gone_back
from course.learning.lesson.script import script_for
from course.learning.pages import Notice, Play
from course.learning.progress.module_progress import Advance, ModuleToday, advance, is_as_before, is_to_hold
from course.scenario.composing import made_choice

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from course.learning.lesson.run import Run
    from course.learning.lesson.run_rows import StoredRun
    from course.learning.lesson.script import Script
    from course.library import Library
    from course.people.actor import Actor
    from course.scenario.walk import Step
    from course.store.store import Store


@dataclass(frozen=True, slots=True)
class _Press:
    """One button of a page."""

    step: int
    """That of the page."""
    turn_of: Callable[[Run], Turn]
    was_this: Callable[[Run], bool]
    """Whether a run is what this press made of the one before."""
    meaning: str | None = None
    reaches: int | None = None
    """Of a way back: so many steps the path must have."""


def open_run(store: Store, library: Library, actor: Actor, lesson_id: str) -> Play:
    """Show where the learner stands; nothing is written until the first choice.

    Raises NotFound for an unknown lesson, or one that isn't meant for this pupil.
    """
    script = script_for(library, actor, lesson_id)
    with store.read() as conn:
        stored = runs.read(conn, actor, script)
    return play_of(script, stored.run, module_done=stored.module_done)


def choose(
    store: Store,
    library: Library,
    actor: Actor,
    lesson_id: str,
    step: int,
    choice_id: str,
    now: datetime,
    meaning: str | None = None,
) -> Play:
    """Take a choice and show what comes of it; NotFound for a choice that the scene doesn't have.

    A message that was completed is told by the parts in it: see `scenario.composing`. `meaning` is that of the page on
    which it was made; None where there was no page.
    """
    script = script_for(library, actor, lesson_id)
    press = _Press(
        step,
        turn_of=lambda before: chosen(before, script, choice_id, now),
        was_this=lambda after: bool(after.path) and _is_last(script, after.path[-1], choice_id),
        meaning=meaning,
    )
    return _move(store, actor, script, press, now)


def go_back(
    store: Store, library: Library, actor: Actor, lesson_id: str, step: int, to: int, now: datetime
) -> Play:
    """Go back to before choice number `to` of the trail (from 0); endings found and completion stay.

    A number beyond the trail is a stale page; below nought, or in a lesson that wasn't begun, it is NotFound.
    """
    script = script_for(library, actor, lesson_id)
    if to < 0:
        raise NotFound("step", str(to))
    press = _Press(
        step,
        turn_of=lambda before: _only_moved(gone_back(before, to, now)),
        was_this=lambda after: len(after.path) == to,
        reaches=to,
    )
    return _move(store, actor, script, press, now)


def start_again(
    store: Store, library: Library, actor: Actor, lesson_id: str, step: int, now: datetime
) -> Play:
    """Begin the next run at the start; endings found and completion stay."""
    script = script_for(library, actor, lesson_id)
    press = _Press(
        step,
        turn_of=lambda before: _only_moved(begun_again(before, now)),
        was_this=lambda after: not after.path,
        reaches=0,
    )
    return _move(store, actor, script, press, now)


def _only_moved(after: Run) -> Turn:
    return Turn(after, first=None, completed=False)


def _move(store: Store, actor: Actor, script: Script, press: _Press, now: datetime) -> Play:
    """Read, decide, write; when another request moved the learner meanwhile, answer with what it made."""
    with store.read() as conn:
        stored = runs.read(conn, actor, script)
    before = stored.run
    if press.step != before.step or (press.reaches or 0) > len(before.path):
        return _unmoved(script, stored, press)
    if press.reaches is not None and before.started_at is None:
        return play_of(script, before, module_done=stored.module_done)
    if press.meaning not in {None, _asked(script, before)}:
        return play_of(script, before, module_done=stored.module_done, notice=Notice.CHANGED)
    turn = press.turn_of(before)
    module_done = _write(store, actor, script, stored, turn, now)
    if module_done is not None:
        return play_of(script, turn.run, module_done=module_done)
    with store.read() as conn:
        stored = runs.read(conn, actor, script)
    return _unmoved(script, stored, press)


def _is_last(script: Script, last: Step, choice_id: str) -> bool:
    scene = script.lesson.scenes.get(last.scene)
    return scene is not None and last.choice == made_choice(scene, choice_id)


def _asked(script: Script, run: Run) -> str:
    return script.standing(run.scene(script.lesson).id, run.path).meaning


def _unmoved(script: Script, stored: StoredRun, press: _Press) -> Play:
    is_retry = press.step == stored.run.step - 1 and press.was_this(stored.run)
    notice = None if is_retry else Notice.STALE
    return play_of(script, stored.run, module_done=stored.module_done, notice=notice)


def _write(
    store: Store, actor: Actor, script: Script, stored: StoredRun, turn: Turn, now: datetime
) -> bool | None:
    """Write a move with all that it brings, and tell whether the module is done.

    None, with nothing written, when somebody else moved this learner first.
    """
    module = ModuleToday(script.module, script.module_edition, script.rulebook)
    gain = Advance(lesson_completed=turn.completed)
    moves_only = turn.first is None and is_as_before(stored.progress, gain, now)
    with store.write(lone=moves_only) as conn:
        holding = is_to_hold(stored.progress, gain)
        if not runs.move(conn, actor, script, stored.run, turn.run, holding=holding):
            return None
        module_done = advance(conn, actor, module, stored.progress, gain, now)
        if turn.first is not None:
            runs.count_first(conn, actor, script, turn.first)
    return module_done
