"""What the pages of questions are given, and how an answer comes back from a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.errors import Invalid, NotFound
from course.norms.model import Asked, Audience, Source, Stance
from course.reading.words import Words
from course.rulebooks.drafts.model import EVERYONE, Answer
from course.rulebooks.drafts.operations import ActAnswer, NewArticle, SetAnswer, WriteArticle
from course.rulebooks.questions import questions_of
from web.protocols.likely import Likely, questions_first
from web.protocols.progress import lacks_article
from web.protocols.words import short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from werkzeug.datastructures import MultiDict

    from course.library import Library
    from course.norms.model import Act, Position, SourceArticle
    from course.rulebooks.drafts.model import Draft, DraftArticle
    from course.rulebooks.drafts.rows import OpenDraft
    from course.rulebooks.questions import Question, ThemeQuestions

OFFERED = (
    Stance.REQUIRED,
    Stance.ALLOWED,
    Stance.ASK_FIRST,
    Stance.DISCOURAGED,
    Stance.FORBIDDEN,
    Stance.SILENT,
)
"""What can be answered; "gladly" only where a protocol that was carried over said so."""


@dataclass(frozen=True, slots=True)
class Said:
    """What law, agreements or advice say of an act."""

    source: Source
    position: Position
    articles: tuple[SourceArticle, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """The answer to one question, to everyone or to one actor, as its form shows it."""

    actor: str
    """EVERYONE, or an audience."""
    prefix: str
    """Of the form's fields."""
    answer: Answer | None
    stances: tuple[Stance, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question with its form."""

    act: Act
    uses: int
    is_answered: bool
    is_foreign: bool
    lacks_article: bool
    """Whether it is answered while no article says so."""
    everyone: Asking
    actors: tuple[Asking, ...]
    """Empty where only one may do it."""
    differs: bool
    """Whether an actor is answered for apart."""
    linked: tuple[DraftArticle, ...]
    likely: tuple[DraftArticle, ...]
    said: tuple[Said, ...]
    advice: Said | None
    """To be adopted in one click."""


@dataclass(frozen=True, slots=True)
class ThemeView:
    """One theme with its questions."""

    theme: ThemeQuestions
    first: tuple[QuestionView, ...]
    """Those to begin with."""
    later: tuple[QuestionView, ...]
    """On which the course turns too; with `rest` empty until they are asked for."""
    rest: tuple[QuestionView, ...]
    hidden: int
    """How many more there are to be asked for."""
    before: ThemeQuestions | None
    after: ThemeQuestions | None
    labels: tuple[str, ...]
    """Every article, as it can be chosen from the list."""


def theme_view(draft: OpenDraft, library: Library, theme_id: str, *, is_whole: bool) -> ThemeView:
    """Give a theme's questions: those to begin with, and the others where they are asked for."""
    themes = questions_first(draft.draft, library)
    place = next((at for at, one in enumerate(themes) if one.theme.id == theme_id), None)
    if place is None:
        raise NotFound("theme", theme_id)
    theme = themes[place]
    likely = Likely(library, draft.draft)

    def viewed(questions: Sequence[Question]) -> tuple[QuestionView, ...]:
        return tuple(_view(draft.draft, library, one, likely.articles(one.act.id)) for one in questions)

    return ThemeView(
        theme=theme,
        first=viewed(theme.first),
        later=viewed(theme.later) if is_whole else (),
        rest=viewed(theme.rest) if is_whole else (),
        hidden=0 if is_whole else len(theme.later) + len(theme.rest),
        before=themes[place - 1] if place else None,
        after=themes[place + 1] if place + 1 < len(themes) else None,
        labels=tuple(short(one) for one in draft.draft.standing),
    )


def question_view(draft: OpenDraft, library: Library, act_id: str) -> QuestionView:
    """Give one question."""
    question = find_question(draft.draft, library, act_id)
    return _view(draft.draft, library, question, Likely(library, draft.draft).articles(act_id))


def find_question(draft: Draft, library: Library, act_id: str) -> Question:
    """Find the question about an act; NotFound for none."""
    for theme in questions_of(draft, library):
        for one in theme.questions:
            if one.act.id == act_id:
                return one
    raise NotFound("act", act_id)


def answers_in(form: MultiDict[str, str], draft: Draft, act: Act) -> tuple[SetAnswer | WriteArticle, ...]:
    """Read what a question's form says, as the edits that make it so; none where nothing was changed.

    Where an article was written beside the answer, it comes in with the answers that rest on it.
    Invalid where nothing was chosen, or an article that there is not.
    """
    wanted: dict[str, Answer | None] = {EVERYONE: _answer(form, draft, act.id, EVERYONE)}
    if len(act.actors) > 1:
        wanted |= {who.value: _answer(form, draft, act.id, who.value) for who in act.actors}
    if not any(wanted.values()):
        raise Invalid(stance="stance-missing")
    if written := form.get("written", "").strip():
        return _written(written, act, wanted)
    return tuple(
        SetAnswer(act.id, answer, actor)
        for actor, answer in wanted.items()
        if _differs(answer, draft.answers.get((act.id, actor)))
    )


def adopted_advice(library: Library, act: Act) -> WriteArticle:
    """Make the edit that takes national advice over as an article, with the answer that rests on it.

    NotFound where there is no advice on the act.
    """
    actor = act.actors[0] if act.actors else None
    position = library.norms.guidance.position(act.id, actor)
    articles = [library.norms.guidance.articles[one] for one in position.articles]
    if position.stance is Stance.SILENT or not articles:
        raise NotFound("advice", act.id)
    text = " ".join(one.words.nl for one in articles)
    bodies = ", ".join(dict.fromkeys(one.body for one in articles))
    new = NewArticle(Words(text, ""), f"{text} ({bodies})", audience=act.actors)
    answer = Answer(position.stance, (), position.ask, position.conditions)
    return WriteArticle(new, (ActAnswer(act.id, answer),))


def _written(words: str, act: Act, wanted: Mapping[str, Answer | None]) -> tuple[WriteArticle, ...]:
    answers = tuple(
        ActAnswer(act.id, answer, actor)
        for actor, answer in wanted.items()
        if answer and answer.stance is not Stance.SILENT
    )
    if not answers:
        raise Invalid(stance="stance-missing")
    return (WriteArticle(NewArticle(Words(words, ""), words, audience=act.actors), answers),)


def _view(draft: Draft, library: Library, question: Question, likely: Sequence[str]) -> QuestionView:
    act = question.act
    held = [one for one in (question.answer, *question.actors.values()) if one]
    ids = dict.fromkeys(draft.resting_on(name) for one in held for name in one.articles)
    linked = tuple(draft.article(one) for one in ids if one)
    said = tuple(_said(library, question))
    advice = next((one for one in said if one.source is Source.GUIDANCE), None)
    actors = tuple(_asking(question, who) for who in act.actors) if len(act.actors) > 1 else ()
    return QuestionView(
        act=act,
        uses=question.uses,
        is_answered=question.is_answered,
        is_foreign=any(one.is_foreign for one in held),
        lacks_article=any(lacks_article(draft, one) for one in held),
        everyone=_asking(question, None),
        actors=actors,
        differs=bool(question.actors),
        linked=linked,
        likely=tuple(draft.article(one) for one in likely if one not in ids),
        said=said,
        advice=advice if advice and question.may_adopt_advice else None,
    )


def _asking(question: Question, who: Audience | None) -> Asking:
    answer = question.actors.get(who) if who else question.answer
    stances: tuple[Stance, ...] = OFFERED
    if answer and answer.stance is Stance.ENCOURAGED:
        stances = (OFFERED[0], Stance.ENCOURAGED, *OFFERED[1:])
    return Asking(who or EVERYONE, f"{who}." if who else "", answer, stances)


def _said(library: Library, question: Question) -> Iterator[Said]:
    for source, position in question.national.items():
        rules = library.norms.national(source).articles
        yield Said(source, position, tuple(rules[one] for one in position.articles if one in rules))


def _answer(form: MultiDict[str, str], draft: Draft, act_id: str, actor: str) -> Answer | None:
    prefix = f"{actor}." if actor else ""
    named = form.get(f"{prefix}stance", "")
    if named not in {one.value for one in Stance}:
        return None
    stance = Stance(named)
    if stance is Stance.SILENT:
        return Answer(stance)
    ask = tuple(one for one in Asked if one.value in form.getlist(f"{prefix}ask"))
    words = " ".join(form.get(f"{prefix}conditions", "").split())
    before = draft.answers.get((act_id, actor))
    conditions = Words(words, "") if words else None
    if conditions and before and before.conditions and before.conditions.nl == words:
        conditions = before.conditions
    articles = _articles(form, draft)
    return Answer(stance, articles, ask if stance is Stance.ASK_FIRST else (), conditions)


def _articles(form: MultiDict[str, str], draft: Draft) -> tuple[str, ...]:
    """Read the articles that were ticked, and the one that was chosen from the list of all."""
    ticked = [one.id for one in draft.standing if one.id in form.getlist("article")]
    another = " ".join(form.get("another", "").split())
    if another:
        found = next(
            (one.id for one in draft.standing if another in {" ".join(short(one).split()), one.number}), None
        )
        if found is None:
            raise Invalid(another="article-unknown")
        ticked.append(found)
    return tuple(dict.fromkeys(ticked))


def _differs(wanted: Answer | None, held: Answer | None) -> bool:
    """Whether an answer is another than the one held; to save one that was carried over is to confirm it."""
    return wanted != held
