"""The questions that a school is asked about its rules: theme by theme, those first on which the course turns. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.model import Audience, Source, Stance
from course.rulebooks.concerned import acts_in_use
from course.rulebooks.drafts.model import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from course.library import Library
    from course.norms.model import Act, Position, Theme
    from course.rulebooks.drafts.model import Answer, Draft

FEWEST, MOST = 5, 10
"""Questions of a theme to begin with; docs/decisions/0032 tells why not all."""
FRONT = 70
"""Questions to begin with, of all themes together: at eight seconds each, ten minutes."""
OPENING = 4
"""Of these the most used of each theme, whatever the own articles speak of."""


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


def questions_of(draft: Draft, library: Library, spoken_of: Sequence[str] = ()) -> tuple[ThemeQuestions, ...]:
    """List all questions by theme, in the order of the themes.

    `spoken_of` are the acts that the own articles may speak of, the likeliest first: those come to the front.
    """
    uses = acts_in_use(library)
    asked: dict[str, list[Question]] = {theme: [] for theme in library.norms.themes}
    for act in library.norms.acts.values():
        asked[act.theme].append(_question(draft, library, act, uses[act.id]))
    first = _to_begin_with(asked, spoken_of)
    return tuple(_layers(theme, asked[theme.id], first) for theme in library.norms.themes.values())


def left_to_ask(themes: Iterable[ThemeQuestions]) -> int:
    """Count what is still to be answered for a playable course: "nog 14 te gaan"."""
    return sum(one.left for one in themes)


def _layers(theme: Theme, questions: Sequence[Question], begin: Collection[str]) -> ThemeQuestions:
    """Part the questions of a theme, each layer in the order of the acts, so that opposites stand together."""
    others = [one for one in questions if one.act.id not in begin]
    return ThemeQuestions(
        theme,
        tuple(one for one in questions if one.act.id in begin),
        tuple(one for one in others if one.uses),
        tuple(one for one in others if not one.uses),
    )


def _to_begin_with(asked: Mapping[str, Sequence[Question]], spoken_of: Sequence[str]) -> frozenset[str]:
    """Choose what decides most of the course for this school in ten minutes.

    Of each theme what the course turns on most; then what the own articles speak of; then what is used most of the rest.
    A theme has `FEWEST` at least: where the course turns on fewer, the first of the theme fill up.
    """
    used = {theme: sorted(questions, key=lambda one: -one.uses) for theme, questions in asked.items()}
    known = {one.act.id: one for questions in asked.values() for one in questions}
    chosen = {one.act.id: theme for theme, questions in used.items() for one in questions[:OPENING]}

    def take(wanted: Iterable[Question], most: int, front: int) -> None:
        for one in wanted:
            theme = one.act.theme
            if len(chosen) < front and list(chosen.values()).count(theme) < most:
                chosen.setdefault(one.act.id, theme)

    spoken = [known[act] for act in spoken_of if act in known and known[act].uses]
    take(spoken, MOST, FRONT - len(used) * (FEWEST - OPENING))
    for questions in used.values():
        take(questions, FEWEST, len(known))
    rest = sorted((one for one in known.values() if one.uses), key=lambda one: -one.uses)
    take(rest, MOST, FRONT)
    return frozenset(chosen)


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
