"""Playing a lesson: open it, choose, go back in time, start again.

Every move names the step that its page showed. The newest step moves the learner; the one before it, with the
same choice, is a retry or a second click and gets the same answer again; any other is a stale page and gets
the state as it is. All that is needed is read before the write transaction of three to six statements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import NotFound
from course.learning.lesson import run_rows as runs
from course.learning.lesson.page import play_of
from course.learning.lesson.run import Turn, begun_again, chosen, gone_back
from course.learning.lesson.script import script_for
from course.learning.pages import Notice, Play
from course.learning.progress.standing import Advance, advance

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from course.learning.lesson.run import Run
    from course.learning.lesson.run_rows import Stored
    from course.learning.lesson.script import Script
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store


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
) -> Play:
    """Take a choice and show what comes of it; NotFound for a choice that the scene doesn't have."""
    script = script_for(library, actor, lesson_id)
    return _move(
        store,
        actor,
        script,
        step,
        lambda before: chosen(before, script, choice_id, now),
        lambda after: bool(after.path) and after.path[-1].choice == choice_id,
        now,
    )


def go_back(
    store: Store, library: Library, actor: Actor, lesson_id: str, step: int, to: int, now: datetime
) -> Play:
    """Go back to before choice number `to` of the trail (from 0); endings found and completion stay.

    A number beyond the trail is a stale page; below nought, or in a lesson that wasn't begun, it is NotFound.
    """
    script = script_for(library, actor, lesson_id)
    if to < 0:
        raise NotFound("step", str(to))
    return _move(
        store,
        actor,
        script,
        step,
        lambda before: _only_moved(gone_back(before, script.lesson, to, now)),
        lambda after: len(after.path) == to,
        now,
        reaches=to,
    )


def start_again(
    store: Store, library: Library, actor: Actor, lesson_id: str, step: int, now: datetime
) -> Play:
    """Begin the next run at the start; endings found and completion stay."""
    script = script_for(library, actor, lesson_id)
    return _move(
        store,
        actor,
        script,
        step,
        lambda before: _only_moved(begun_again(before, script.lesson, now)),
        lambda after: not after.path,
        now,
        reaches=0,
    )


def _only_moved(after: Run) -> Turn:
    return Turn(after, first=None, setback=False, completed=False)


def _move(
    store: Store,
    actor: Actor,
    script: Script,
    step: int,
    turn_of: Callable[[Run], Turn],
    was_this: Callable[[Run], bool],
    now: datetime,
    reaches: int | None = None,
) -> Play:
    """Read, decide, write; when another request moved the learner meanwhile, answer with what it made."""
    with store.read() as conn:
        stored = runs.read(conn, actor, script)
    before = stored.run
    if step != before.step or (reaches is not None and reaches > len(before.path)):
        return _unmoved(script, stored, step, was_this)
    if reaches is not None and before.started_at is None:
        return play_of(script, before, module_done=stored.module_done)
    turn = turn_of(before)
    module_done = _write(store, actor, script, stored, turn, now)
    if module_done is not None:
        return play_of(script, turn.run, module_done=module_done)
    with store.read() as conn:
        stored = runs.read(conn, actor, script)
    return _unmoved(script, stored, step, was_this)


def _unmoved(script: Script, stored: Stored, step: int, was_this: Callable[[Run], bool]) -> Play:
    is_retry = step == stored.run.step - 1 and was_this(stored.run)
    notice = None if is_retry else Notice.STALE
    return play_of(script, stored.run, module_done=stored.module_done, notice=notice)


def _write(
    store: Store, actor: Actor, script: Script, stored: Stored, turn: Turn, now: datetime
) -> bool | None:
    """Write a move with all that it brings, and tell whether the module is done.

    None, with nothing written, when somebody else moved this learner first.
    """
    gain = Advance(lessons=int(turn.completed), setbacks=int(turn.setback))
    with store.write() as conn:
        if not runs.move(conn, actor, script, stored.run, turn.run):
            return None
        module_done = advance(conn, actor, script.module, stored.standing, gain, now)
        if turn.first is not None:
            runs.count_first(conn, actor, script, turn.first)
    return module_done
