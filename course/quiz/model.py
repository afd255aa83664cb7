"""The immutable model of a question bank."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from course.norms.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.norms.judgement import Judgement
    from course.quiz.school import SchoolSays


class QuestionKind(StrEnum):
    """How a question is asked and marked."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    JUDGE = "judge"
    ORDER = "order"
    SORT = "sort"
    MATCH = "match"
    SPOT = "spot"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Area:
    """A place in a picture, in whole per cent of its width and height, from the left and from the top."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Partner:
    """What an item of a match question belongs to; two items may have the same."""

    key: str
    html: str
    text: str


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose, put in order, sort, match, tap or tick."""

    key: str
    """Unique in its question, and the option's own wherever it stands: see `quiz.naming.name_of`."""
    html: str
    text: str
    right: bool
    """single, multiple and spot: whether it belongs to the right answer; False for the other kinds."""
    act: str | None
    """sort: the act whose verdict decides where it belongs."""
    explanation: str
    line: int
    area: Area | None = None
    """spot: where it is in the picture."""
    partner: Partner | None = None
    """match: what it belongs to."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `options` of an order question stand in the right order."""

    id: str
    kind: QuestionKind
    title: str
    html: str
    options: tuple[Option, ...]
    explanation: str
    act: str | None
    """judge: the act to be judged."""
    acts: tuple[str, ...]
    """Every act whose articles the question tests (those of judge and sort included)."""
    articles: tuple[str, ...]
    """`protocol:article` references tested directly."""
    pictures: tuple[str, ...]
    """File names used, relative to `quizzes/`."""
    line: int
    picture: str = ""
    """spot: the picture that is tapped, as HTML."""
    example: str = ""
    """write: how somebody else might have written it, as HTML."""

    @property
    def counts(self) -> bool:
        """Whether an answer counts towards mastery: what is written, only its writer marks."""
        return self.kind is not QuestionKind.WRITE

    @property
    def partners(self) -> tuple[Partner, ...]:
        """match: everything that an item may belong to, each once."""
        return tuple({one.partner.key: one.partner for one in self.options if one.partner}.values())


@dataclass(frozen=True, slots=True)
class Quiz:
    """A question bank."""

    id: str
    title: str
    module: str
    draw: int
    frameworks: tuple[str, ...]
    questions: Mapping[str, Question]
    edition: str
    file: str
    key_lines: Mapping[str, int]
    """Where the front matter names what, for the problems that only the curriculum can tell."""


@dataclass(frozen=True, slots=True)
class OptionMark:
    """What was made of one option: what was given, what was right, and why."""

    option: Option
    given: str
    """Where it is ticked "x" or ""; order: the place given, from 1; sort: the pile; match: the partner's key."""
    expected: str
    right: bool
    judgement: Judgement | None


@dataclass(frozen=True, slots=True)
class Mark:
    """The marking of one answer, with everything its explanation needs."""

    question: Question
    right: bool
    given: tuple[str, ...]
    expected: tuple[str, ...]
    """What was right; judge: each of the piles that was, of which one is given."""
    options: tuple[OptionMark, ...]
    judgement: Judgement | None
    """judge: the school's own verdict on the act."""
    text: str = ""
    """write: what its writer wants to keep."""
    school: SchoolSays | None = None
    """What the school's own rules say of the question; None where they have nothing to say."""

    @property
    def asked_in_doubt(self) -> bool:
        """Whether somebody would ask first where nothing is said of the act: right, though it isn't the verdict."""
        return (
            self.judgement is not None
            and self.judgement.verdict is Verdict.OPEN
            and self.given == (Verdict.ASK_FIRST,)
        )

    @property
    def partly(self) -> bool:
        """Whether some of what was given is right, though not all."""
        return not self.right and any(one.given and one.right for one in self.options)
