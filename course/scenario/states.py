"""The states of a lesson: where somebody stands, and what of their way a later condition still asks about.

There are as many ways through a lesson as choices multiply to; states are few, for most of what was chosen is never asked
for, and nothing is remembered longer than something can ask for it. What holds in every state holds on every way. A
later-card begins with what was chosen on the way to an ending, or with nothing, where that is kept no longer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from course.scenario.conditions import Memory, asked_of, holds, remembered
from course.scenario.parts import conditions_of
from course.scenario.walk import Step, is_offered, offered, reachable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from course.scenario.model import Choice, Lesson, Scene
    from course.scenario.walk import Path

MOST = 20_000
"""States after which a walk stops: a lesson that has more remembers too much for anybody to oversee."""


class State(NamedTuple):
    """A scene, and the choices made before it that can still be asked for."""

    scene: str
    memory: Memory


@dataclass(frozen=True, slots=True)
class States:
    """Every state that can be reached, and where each choice that is offered leads from it."""

    ways: Mapping[State, tuple[tuple[Choice, State | None], ...]]
    """None for a choice that leads to no scene."""
    is_whole: bool
    """Whether there were no more than MOST."""

    def scenes(self) -> frozenset[str]:
        """Name the scenes that can be reached."""
        return frozenset(state.scene for state in self.ways)

    def leading(self, may: Callable[[Choice], bool], goals: frozenset[State]) -> frozenset[State]:
        """Find the states from which a goal is reached by choices that one `may` make; a goal among them.

        A choice that leads to no scene counts as one that reaches it: that is told already, and what it means is unknown.
        """
        before: dict[State | None, list[State]] = {}
        for state, ways in self.ways.items():
            for choice, target in ways:
                if may(choice):
                    before.setdefault(target, []).append(state)
        seen: set[State] = set()
        waiting = [*goals, *before.get(None, ())]
        while waiting:
            state = waiting.pop()
            if state not in seen:
                seen.add(state)
                waiting += before.get(state, [])
        return frozenset(seen)


def states_of(lesson: Lesson, *starts: Scene, most: int = MOST) -> States:
    """Walk every state from the first scene, or from those named."""
    asked, endings = asked_from(lesson), _endings(lesson)
    roots = [lesson.scenes[scene.id] for scene in starts or (lesson.start,)]
    later = [scene for scene in roots if scene.later]
    ways: dict[State, tuple[tuple[Choice, State | None], ...]] = {}
    waiting = [State(scene.id, frozenset()) for scene in roots if holds(scene.condition, frozenset())]
    while waiting and len(ways) <= most:
        state = waiting.pop()
        if state in ways:
            continue
        scene = lesson.scenes[state.scene]
        ways[state] = tuple(
            (choice, _after(lesson, state, choice, asked))
            for choice in scene.choices
            if is_offered(choice, state.memory)
        )
        waiting += [target for _, target in ways[state] if target]
        if state.scene in endings:
            waiting += _coming_back(later, state.memory, asked)
    return States(ways, is_whole=all(state in ways for state in waiting))


def _coming_back(
    later: Iterable[Scene], memory: Memory, asked: Mapping[str, frozenset[str]]
) -> Iterator[State]:
    """Give where later-cards begin for who came to an ending with this memory."""
    return (State(one.id, memory & asked[one.id]) for one in later if holds(one.condition, memory))


def _endings(lesson: Lesson) -> frozenset[str]:
    """Name the endings of the story, after which its later-cards come."""
    return frozenset(one for one in reachable(lesson) if lesson.scenes[one].is_ending)


def asked_later(lesson: Lesson) -> frozenset[str]:
    """Give the choices of the story that its later-cards ask about, with all that comes after them."""
    asked = asked_from(lesson)
    return frozenset().union(*(asked[scene.id] for scene in lesson.later))


def asked_from(lesson: Lesson) -> Mapping[str, frozenset[str]]:
    """Give for each scene the choices that it, or any scene that can come after it, asks about."""
    asked = {scene.id: asked_in(scene) for scene in lesson.scenes.values()}
    endings, cards = _endings(lesson), [scene.id for scene in lesson.later]
    changed = True
    while changed:
        changed = False
        for scene in lesson.scenes.values():
            after = [one.target for one in scene.choices if one.target in asked]
            after += cards if scene.id in endings else []
            more = asked[scene.id].union(*(asked[one] for one in after))
            changed = changed or more != asked[scene.id]
            asked[scene.id] = more
    return asked


def asked_in(scene: Scene) -> frozenset[str]:
    """Give the choices that a scene itself asks about."""
    return frozenset(name for condition in conditions_of(scene) for name in asked_of(condition))


def _after(lesson: Lesson, state: State, choice: Choice, asked: Mapping[str, frozenset[str]]) -> State | None:
    if choice.target not in lesson.scenes:
        return None
    memory = remembered(state.memory, state.scene, choice.id)
    return State(choice.target, memory & asked[choice.target])


def way_to(lesson: Lesson, scene_id: str) -> Path | None:
    """Find a shortest way from the start to a scene; None where there is none, as to a later-card."""
    asked = asked_from(lesson)
    ways: dict[State, Path] = {State(lesson.start.id, frozenset()): ()}
    for state in (waiting := list(ways)):
        if state.scene == scene_id:
            return ways[state]
        scene = lesson.scenes[state.scene]
        for choice in offered(scene, state.memory):
            target = _after(lesson, state, choice, asked)
            if target is not None and target not in ways and len(ways) < MOST:
                ways[target] = (*ways[state], Step(scene.id, choice.id))
                waiting.append(target)
    return None
