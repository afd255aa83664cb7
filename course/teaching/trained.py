"""What a module really trains at one school: articles that learners are shown, and goals. Pure.

Counted is only what stands on a verdict card, or behind an answer to a question; what files name as their wish is not.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.learning.lesson.script import script_under
from course.norms.judge import find_protocol
from course.norms.model import Verdict
from course.quiz.draw import can_be_asked
from course.quiz.school import articles_behind
from course.scenario.states import states_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from course.curriculum.model import FrameworkItem, Module
    from course.library import Library
    from course.norms.judgement import Judgement
    from course.norms.model import Article, Audience, Protocol


@dataclass(frozen=True, slots=True)
class Places:
    """Where something is trained, counted."""

    decisions: int
    """Scenes of the lessons in which a choice shows it."""
    questions: int
    """Of the whole bank, of which each attempt draws some."""


@dataclass(frozen=True, slots=True)
class TrainedArticle:
    """An article of the school's own rules."""

    article: Article
    places: Places


@dataclass(frozen=True, slots=True)
class TrainedGoal:
    """A core goal or competence."""

    item: FrameworkItem
    places: Places


@dataclass(frozen=True, slots=True)
class Trained:
    """What a module trains under one protocol."""

    protocol: Protocol
    articles: tuple[TrainedArticle, ...]
    """In the order of the document."""
    goals: tuple[TrainedGoal, ...]
    """The core goals first, for those are what a school answers for."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A scene or a question, with what is said in it."""

    in_lesson: bool
    articles: frozenset[str]
    themes: frozenset[str]
    """Of the acts of which somebody says something."""


def trained(library: Library, module: Module, protocol: str, audience: Audience) -> Trained:
    """Tell what a module trains for an audience under a protocol; `NotFound` for an unknown protocol.

    Every state of the lessons is walked for it, once for an edition of module and rules.
    """
    key = ("trained", module.id, library.edition_of(module), library.rulebook(protocol), audience)
    found: Trained | None = library.scripts.get(key)
    return found or library.scripts.put(key, _trained(library, module, protocol, audience))


def _trained(library: Library, module: Module, protocol_id: str, audience: Audience) -> Trained:
    protocol = find_protocol(library.norms, protocol_id)
    shown = (
        *_decisions(library, module, protocol_id, audience),
        *_questions(library, module, protocol, audience),
    )
    articles = _counted((one.in_lesson, one.articles) for one in shown)
    goals = _counted((one.in_lesson, _practised(library, one.themes)) for one in shown)
    frameworks = sorted(
        library.curriculum.frameworks.values(), key=lambda one: not one.ref.startswith("slo:")
    )
    return Trained(
        protocol,
        tuple(
            TrainedArticle(one, articles[one.id]) for one in protocol.articles.values() if one.id in articles
        ),
        tuple(
            TrainedGoal(one, goals[one.ref])
            for one in frameworks
            if one.ref in goals and _is_for(module, one.ref)
        ),
    )


def _decisions(library: Library, module: Module, protocol: str, audience: Audience) -> Iterator[_Shown]:
    """Every scene with something to choose, later-cards included, with all that somebody's card may show."""
    for lesson_id in module.lessons:
        lesson = script_under(library, lesson_id, protocol, audience, band=module.bands[0]).lesson
        acts: dict[str, set[str]] = {}
        for state, ways in states_of(lesson, lesson.start, *lesson.later).ways.items():
            acts.setdefault(state.scene, set()).update(act for choice, _ in ways for act in choice.acts)
        for done in acts.values():
            judged = [library.judge(protocol, act, audience) for act in done]
            own = (article for one in judged for article in one.shown_articles)
            if judged:
                yield _Shown(in_lesson=True, articles=_speaking_to(audience, own), themes=_themes(judged))


def _questions(library: Library, module: Module, protocol: Protocol, audience: Audience) -> Iterator[_Shown]:
    """Every question that is asked at the school, with what its answer is explained by."""
    quiz = library.quizzes.get(module.quiz)

    def judge_of(act: str) -> Judgement:
        return library.judge(protocol.id, act, audience)

    for question in quiz.questions.values() if quiz else ():
        if can_be_asked(question, judge_of):
            own = articles_behind(question, protocol, audience, judge_of)
            judged = [judge_of(act) for act in question.acts]
            yield _Shown(in_lesson=False, articles=_speaking_to(audience, own), themes=_themes(judged))


def _speaking_to(audience: Audience, articles: Iterable[Article]) -> frozenset[str]:
    return frozenset(one.id for one in articles if audience in one.audience)


def _themes(judged: Iterable[Judgement]) -> frozenset[str]:
    return frozenset(one.act.theme for one in judged if one.verdict is not Verdict.OPEN)


def _practised(library: Library, themes: Iterable[str]) -> frozenset[str]:
    known = library.curriculum.practised
    return frozenset(item for theme in themes if theme in known for item in known[theme].items)


def _is_for(module: Module, reference: str) -> bool:
    """Whether a goal is one for the learners of a module: core goals are of primary or of secondary school."""
    framework, sector, *_ = reference.split(":")
    return framework != "slo" or any(band.startswith(f"{sector}-") for band in module.bands)


def _counted(shown: Iterable[tuple[bool, frozenset[str]]]) -> dict[str, Places]:
    counted = {True: Counter[str](), False: Counter[str]()}
    for in_lesson, names in shown:
        counted[in_lesson].update(names)
    return {
        name: Places(counted[True][name], counted[False][name]) for name in counted[True] | counted[False]
    }
