"""The questions that a school is asked about its rules: theme by theme, those first on which the course turns. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.model import Audience, Source, Stance
from course.rulebooks.concerned import acts_in_use
from course.rulebooks.drafts.model import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from course.library import Library
    from course.norms.model import Act, Position, Theme
    from course.rulebooks.drafts.model import Answer, Draft

FEWEST, MOST = 5, 10
"""Questions of a theme to begin with: what one person can answer at a sitting; docs/decisions/0032 tells why not all."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a school is asked: what its rules say of an act."""

    act: Act
    uses: int
    """Choices and questions of the course that it decides."""
    answer: Answer | None
    """To everyone; None while it isn't answered."""
    actors: Mapping[Audience, Answer]
    """Answers to one actor apart."""
    national: Mapping[Source, Position]
    """What law, agreements and guidance say, those that do."""

    @property
    def is_answered(self) -> bool:
        """Whether everybody who may do it is answered."""
        return self.answer is not None or (
            bool(self.act.actors) and all(one in self.actors for one in self.act.actors)
        )

    @property
    def may_adopt_advice(self) -> bool:
        """Whether there is national advice, and the rules say nothing yet."""
        silent = self.answer is None or self.answer.stance is Stance.SILENT
        return Source.GUIDANCE in self.national and silent and not self.actors


@dataclass(frozen=True, slots=True)
class ThemeQuestions:
    """The questions of one theme in three layers: those to begin with, those that the course asks too, and the rest."""

    theme: Theme
    first: tuple[Question, ...]
    """Five to ten, on which the course turns most."""
    later: tuple[Question, ...]
    """On which the course turns too."""
    rest: tuple[Question, ...]
    """On which it doesn't turn yet."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """All of them, those to begin with first."""
        return self.first + self.later + self.rest

    @property
    def left(self) -> int:
        """Questions to begin with that are not answered."""
        return _unanswered(self.first)

    @property
    def left_later(self) -> int:
        """Questions on which the course turns too, and that are not answered."""
        return _unanswered(self.later)


def questions_of(draft: Draft, library: Library) -> tuple[ThemeQuestions, ...]:
    """List all questions by theme, in the order of the themes."""
    uses = acts_in_use(library)
    asked: dict[str, list[Question]] = {theme: [] for theme in library.norms.themes}
    for act in library.norms.acts.values():
        asked[act.theme].append(_question(draft, library, act, uses[act.id]))
    return tuple(_layers(theme, asked[theme.id]) for theme in library.norms.themes.values())


def left_to_ask(themes: Iterable[ThemeQuestions]) -> int:
    """Count what is still to be answered for a playable course: "nog 14 te gaan"."""
    return sum(one.left for one in themes)


def _layers(theme: Theme, questions: Sequence[Question]) -> ThemeQuestions:
    """Part the questions of a theme, each layer in the order of the acts, so that opposites stand together."""
    first = _to_begin_with(questions)
    others = [one for one in questions if one.act.id not in first]
    return ThemeQuestions(
        theme,
        tuple(one for one in questions if one.act.id in first),
        tuple(one for one in others if one.uses),
        tuple(one for one in others if not one.uses),
    )


def _to_begin_with(questions: Sequence[Question]) -> set[str]:
    """Choose those on which the course turns most, each with its opposite while there is room for both.

    Where it turns on fewer than `FEWEST`, the first of the theme fill up: no theme is empty.
    """
    known = {one.act.id: one for one in questions}
    chosen: dict[str, None] = {}
    for one in sorted(questions, key=lambda question: -question.uses):
        opposite = known.get(one.act.counterpart or "")
        pair = [one, opposite] if opposite and opposite.uses else [one]
        wanted = [member.act.id for member in pair if member.act.id not in chosen]
        if one.act.id in wanted and (one.uses or len(chosen) < FEWEST):
            chosen |= dict.fromkeys(wanted[: MOST - len(chosen)])
    return set(chosen)


def _unanswered(questions: Iterable[Question]) -> int:
    return sum(1 for one in questions if not one.is_answered)


def _question(draft: Draft, library: Library, act: Act, uses: int) -> Question:
    norms = library.norms
    said = {
        source: norms.national(source).position(act.id, act.actors[0] if act.actors else None)
        for source in (Source.LAW, Source.AGREEMENT, Source.GUIDANCE)
    }
    return Question(
        act=act,
        uses=uses,
        answer=draft.answers.get((act.id, EVERYONE)),
        actors={who: draft.answers[act.id, who] for who in Audience if (act.id, who) in draft.answers},
        national={source: one for source, one in said.items() if one.stance is not Stance.SILENT},
    )
