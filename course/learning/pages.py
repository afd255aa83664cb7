"""What a learner's pages are given: frozen values, so that no template asks the store anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from course.curriculum.model import Module
    from course.norms.judgement import JointJudgement
    from course.norms.model import Verdict
    from course.quiz.model import Mark, Option, Partner, Question, Quiz
    from course.scenario.model import Choice, Lesson, Picture, Piece, Scene


NO_DAY = date.max


class Notice(StrEnum):
    """What a page has to say about itself before anything else."""

    STALE = "stale"
    """An older page answered; nothing changed, this is where the learner really is (web answers 409)."""
    CHANGED = "changed"
    """The page asked something else than today's does; nothing was taken, choose again (web answers 409)."""
    MOVED_ON = "moved-on"
    """The text was changed since; the way back to a scene that no longer exists was cut off."""


class State(StrEnum):
    """How far a learner is with a module or a lesson."""

    NOT_BEGUN = "not-begun"
    BUSY = "busy"
    STUCK = "stuck"
    """Three attempts at the quiz or more, and none passed: somebody may want to sit down beside this learner.

    Bad endings don't count: trying them is what a lesson is for.
    """
    DONE = "done"


STUCK_AFTER = 3
"""Failed attempts after which a quiz that was never passed makes a module count as stuck."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the learner is told of the last choice; `judgement` is None where the choice performs no act."""

    choice: Choice
    scene: Scene
    """Where it was chosen."""
    judgement: JointJudgement | None
    explanation: str
    """For whom the way here led to it, as rendered HTML."""


@dataclass(frozen=True, slots=True)
class Visited:
    """One step of the way here; going back to `index` stands in this scene again, before its choice."""

    index: int
    scene_id: str
    scene: str
    """The scene's title."""
    choice: str
    """The text of what was chosen there."""
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class EndingFound:
    """The ending where the learner stands."""

    id: str
    name: str
    is_new: bool
    """Found by the very last choice; stays so on a reload or a retry, until the learner moves on."""
    clean: bool | None
    """Reached without an act that hinders, which completes the lesson; None where the way here isn't kept any more."""
    sad: bool
    """Not one to cheer at, however clean the way."""
    silent: bool
    """Acts on the way were open and none was one that may be done: of nothing did anybody say that it was well done."""

    @property
    def good(self) -> bool:
        """Whether it is celebrated; what completes the lesson is `clean` alone."""
        return self.clean is True and not self.sad and not self.silent


@dataclass(frozen=True, slots=True)
class Play:
    """Everything the page of a lesson shows."""

    lesson: Lesson
    module: Module
    scene: Scene
    pieces: tuple[Piece, ...]
    """Of the scene, after `when`."""
    choices: tuple[Choice, ...]
    """Those that are offered, in this run's order."""
    meaning: str
    """What the scene asks, in one word; forms carry it back beside `step`."""
    step: int
    run: int
    feedback: Feedback | None
    """On the last choice of the path; None at the start of a run, and where the path isn't kept any more."""
    trail: tuple[Visited, ...]
    ending: EndingFound | None
    endings_found: tuple[str, ...]
    """Titles of the endings collected so far, in order of finding."""
    stickers: tuple[Picture | None, ...]
    """The picture of each ending found, None where it has none; empty while the story goes on."""
    endings_total: int
    completed: bool
    """Whether this lesson was ever completed, now or before."""
    completed_now: bool
    """Whether the very last choice completed it."""
    module_done: bool
    """Whether the whole module is completed: all its lessons, and the quiz."""
    notice: Notice | None
    seats: tuple[Lesson, ...] = ()
    """Other lessons in which the same happens, told from another seat."""
    came_by: tuple[str, ...] = ()
    """What of the way here the scene asks about; what is drawn of it is kept under this too."""
    key: tuple[str, ...] = ()
    """Names the words and rules that all of this is of, for what is drawn once: see `lesson.script.Key`."""


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question of an attempt; with its `mark` once it is answered."""

    quiz: Quiz
    module: Module
    attempt: int
    """Number of the attempt, from 1; the form carries it back."""
    place: int
    """From 0; the form carries it back."""
    shown_place: int
    """From 1, as a learner counts."""
    total: int
    question: Question
    meaning: str
    """What is asked, in one word; the form carries it back."""
    options: tuple[Option, ...]
    """Shuffled; judge questions have none."""
    partners: tuple[Partner, ...]
    """match: what the options can belong to, shuffled."""
    mark: Mark | None
    is_last: bool
    notice: Notice | None


@dataclass(frozen=True, slots=True)
class ResultPage:
    """How one finished attempt went."""

    quiz: Quiz
    module: Module
    attempt: int
    score: int
    """Percent."""
    right: int
    total: int
    needed: int
    """The fewest right answers that would have passed."""
    passed: bool
    reviewed: tuple[Mark, ...]
    """Every answer with its explanation; questions that left the bank since are left out."""
    best: int
    """Percent, over all finished attempts."""
    module_done: bool
    notice: Notice | None


QuizPage = QuestionPage | ResultPage


@dataclass(frozen=True, slots=True)
class DueCard:
    """A later-card that waits for its learner."""

    lesson: Lesson
    module: Module
    scene: Scene
    days: int
    """7, 28 or 84: which return of the scene this is."""


@dataclass(frozen=True, slots=True)
class LaterPage:
    """A later-card: the question, or after answering its feedback and closing scene."""

    card: DueCard
    pieces: tuple[Piece, ...]
    choices: tuple[Choice, ...]
    """Empty once answered."""
    meaning: str
    """What the card asks, in one word; the form carries it back."""
    feedback: Feedback | None
    """None before it is answered, and where what was chosen isn't kept any more."""
    closing: Scene | None
    closing_pieces: tuple[Piece, ...]
    notice: Notice | None
    came_by: tuple[str, ...] = ()
    """As that of `Play`, of the card, or of its closing scene once answered."""
    key: tuple[str, ...] = ()
    """As that of `Play`."""


@dataclass(frozen=True, slots=True)
class LessonCard:
    """One lesson on a module's card; never `stuck`, that is said of a whole module."""

    lesson: Lesson
    state: State
    endings_found: int
    endings_total: int


@dataclass(frozen=True, slots=True)
class QuizCard:
    """The quiz on a module's card; `best` is None before the first finished attempt."""

    quiz: Quiz
    best: int | None
    passed: bool
    attempts: int
    """Finished ones."""


class NextStep(StrEnum):
    """What a module offers to do next."""

    LESSON = "lesson"
    """Begin, go on with, or try again the lesson `target`."""
    QUIZ = "quiz"
    ENDINGS = "endings"
    """All is done, but `target` has endings left to find."""


@dataclass(frozen=True, slots=True)
class ModuleCard:
    """One module on the learner's home."""

    module: Module
    state: State
    lessons: tuple[LessonCard, ...]
    quiz: QuizCard
    next: NextStep | None
    """None when everything is done and found."""
    target: str
    """Id of the lesson or quiz of `next`; empty without one."""
    touched_at: datetime | None
    due_on: date | None = None
    """Until when it was given to the learner's group; None where it was not."""
    reminded_by: str | None = None
    """Who reminded the group of it this week; None where nobody did, and empty for who is there no more."""

    @property
    def urgency(self) -> tuple[bool, date]:
        """What was given and isn't done goes first, by its day; the rest stays in the order of the curriculum."""
        if self.due_on is None or self.state is State.DONE:
            return True, NO_DAY
        return False, self.due_on


@dataclass(frozen=True, slots=True)
class Home:
    """The learner's first page."""

    modules: tuple[ModuleCard, ...]
    due: tuple[DueCard, ...]

    @property
    def undone(self) -> tuple[ModuleCard, ...]:
        """What is not done yet."""
        return tuple(one for one in self.modules if one.state is not State.DONE)

    @property
    def reminders(self) -> tuple[ModuleCard, ...]:
        """What a teacher still waits for: of what is done nobody is reminded."""
        return tuple(
            one
            for one in self.modules
            if one.reminded_by is not None and one.next in {NextStep.LESSON, NextStep.QUIZ}
        )
