"""The questions that a school is asked about its rules: theme by theme, those first that the course turns on. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.model import Audience, Source, Stance
from course.rulebooks.concerned import acts_in_use
from course.rulebooks.drafts.model import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.library import Library
    from course.norms.model import Act, Position, Theme
    from course.rulebooks.drafts.model import Answer, Draft


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
    """The questions of one theme, those that the course turns on first."""

    theme: Theme
    questions: tuple[Question, ...]

    @property
    def left(self) -> int:
        """Questions that the course turns on and that are not answered."""
        return sum(1 for one in self.questions if one.uses and not one.is_answered)


def questions_of(draft: Draft, library: Library) -> tuple[ThemeQuestions, ...]:
    """List all questions by theme, in the order of the themes."""
    uses = acts_in_use(library)
    asked = [_question(draft, library, act, uses[act.id]) for act in library.norms.acts.values()]
    return tuple(
        ThemeQuestions(theme, tuple(sorted((one for one in asked if one.act.theme == theme.id), key=_order)))
        for theme in library.norms.themes.values()
    )


def left_to_ask(themes: tuple[ThemeQuestions, ...]) -> int:
    """Count what is still to be answered for a playable course: "nog 14 te gaan"."""
    return sum(one.left for one in themes)


def _order(question: Question) -> bool:
    return question.uses == 0


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
