"""How a lesson stands under one protocol: what its rules decide, and how far somebody comes without meeting them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.judge import joint
from course.norms.model import Verdict
from course.scenario.settle import settle, youngest
from course.scenario.states import State, states_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from course.library.model import Library
    from course.norms.judgement import JointJudgement
    from course.norms.model import Audience
    from course.scenario.model import Choice, Lesson
    from course.scenario.states import States

Ways = tuple[tuple["Choice", State | None], ...]
"""What is offered in a state, and where each leads."""


@dataclass(frozen=True, slots=True)
class Under:
    """A lesson at the schools of one protocol; of bands that see it differently, all together."""

    protocol: str
    decisions: tuple[str, ...]
    """The scenes of the story, and the later-cards, in which there is something to choose."""
    undecided: tuple[str, ...]
    """Those in which law, protocol and advice say nothing of any choice."""
    choices: int
    """Of all these scenes."""
    open: int
    """Choices of which nobody says anything, those that name no act among them."""
    harmless: tuple[str, ...]
    """Decisions in which no choice keeps a run from completing: they can't fail."""
    unseen: bool
    """Whether the lesson can be completed without being shown an article of the protocol, though it has one on the theme."""
    unrisked: bool
    """Whether it can be completed without a decision that could go wrong."""
    beaming: tuple[str, ...]
    """Endings that are not sad behind what the school does not want: right behind such a choice, or behind nothing else."""


def under(library: Library, lesson: Lesson, audience: Audience, protocol: str) -> Under:
    """Look at a lesson as it is told to an audience under a protocol."""
    judge = _judged(library, audience, protocol)
    seen = [_Walked(lesson, library, audience, protocol, band) for band in _bands(lesson)]
    met = {scene: ways for one in seen for scene, ways in one.decisions().items()}
    choices = {scene: [choice for choice, _ in ways] for scene, ways in met.items()}
    said = {scene: [judge(one) for one in found] for scene, found in choices.items()}
    return Under(
        protocol=protocol,
        decisions=tuple(met),
        undecided=tuple(scene for scene, each in said.items() if all(map(_is_open, each))),
        choices=sum(map(len, choices.values())),
        open=sum(_is_open(one) for each in said.values() for one in each),
        harmless=tuple(scene for scene, each in said.items() if not any(map(_hinders, each))),
        unseen=_speaks(library, lesson, audience, protocol)
        and any(one.completes(lambda _, choice: not _shows(judge(choice))) for one in seen),
        unrisked=any(
            one.completes(lambda ways, _: not any(_hinders(judge(choice)) for choice, _ in ways))
            for one in seen
        ),
        beaming=tuple(dict.fromkeys(scene for one in seen for scene in one.beaming())),
    )


class _Walked:
    """A lesson walked as one band reads it under a protocol."""

    def __init__(
        self, lesson: Lesson, library: Library, audience: Audience, protocol: str, band: str
    ) -> None:
        self.lesson = settle(lesson, lambda act: library.table.stance(protocol, act, audience), band)
        self.states: States = states_of(self.lesson, self.lesson.start, *self.lesson.later)
        self.judge = _judged(library, audience, protocol)

    def decisions(self) -> dict[str, Ways]:
        """Give what is offered, by scene in the order of the text; of several states of a scene where most is."""
        found: dict[str, Ways] = {}
        for state, ways in self.states.ways.items():
            if len(ways) > 1 and len(ways) > len(found.get(state.scene, ())):
                found[state.scene] = ways
        return {scene: found[scene] for scene in self.lesson.scenes if scene in found}

    def reached(self, may: Callable[[Ways, Choice], bool]) -> Iterator[State]:
        """Give the states of the story to which choices lead that one may make, of those that are offered."""
        waiting = [State(self.lesson.start.id, frozenset())]
        seen = set(waiting)
        for state in waiting:
            yield state
            ways = self.states.ways[state]
            for choice, target in ways:
                if target is not None and target not in seen and may(ways, choice):
                    seen.add(target)
                    waiting.append(target)

    def endings(self, may: Callable[[Ways, Choice], bool]) -> set[str]:
        """Name the endings among them."""
        return {one.scene for one in self.reached(may) if self.lesson.scenes[one.scene].is_ending}

    def completes(self, may: Callable[[Ways, Choice], bool]) -> bool:
        """Whether an ending can be come to by clean choices that are also such."""
        return bool(self.endings(lambda ways, one: not _hinders(self.judge(one)) and may(ways, one)))

    def beaming(self) -> Iterator[str]:
        """Name the endings that nobody mourns behind what isn't wanted."""
        clean = self.endings(lambda _, one: not _hinders(self.judge(one)))
        every = self.endings(lambda *_: True)
        behind = {
            choice.target
            for state in self.reached(lambda *_: True)
            for choice, _ in self.states.ways[state]
            if _hinders(self.judge(choice))
        }
        for scene in self.lesson.scenes.values():
            if scene.id in every and not scene.sad and (scene.id in behind or scene.id not in clean):
                yield scene.id


def _bands(lesson: Lesson) -> tuple[str, ...]:
    return lesson.bands if lesson.by_band else (youngest(lesson.bands),)


def _judged(library: Library, audience: Audience, protocol: str) -> Callable[[Choice], JointJudgement | None]:
    def judge(choice: Choice) -> JointJudgement | None:
        said = [library.judge(protocol, act, audience) for act in choice.acts]
        return joint(said) if said else None

    return judge


def _is_open(said: JointJudgement | None) -> bool:
    return said is None or all(one.verdict is Verdict.OPEN for one in said.each)


def _hinders(said: JointJudgement | None) -> bool:
    return said is not None and said.hinders


def _shows(said: JointJudgement | None) -> bool:
    """Whether the card shows an article of the protocol that speaks of the act."""
    return said is not None and any(one.articles for one in said.each)


def _speaks(library: Library, lesson: Lesson, audience: Audience, protocol: str) -> bool:
    """Whether a protocol has an article for this audience on what the lesson is about."""
    acts = library.norms.acts
    themes = {acts[act].theme for act in lesson.acts()}
    return any(
        library.judge(protocol, one.id, audience).articles for one in acts.values() if one.theme in themes
    )
