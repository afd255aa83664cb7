"""What an operation makes of a draft. Pure: the same log gives the same draft, whoever replays it and whenever."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, assert_never

from course.errors import Invalid, NotFound
from course.reading.words import Words
from course.rulebooks.drafts.answering import apply_to_answers
from course.rulebooks.drafts.model import DraftArticle
from course.rulebooks.drafts.operations import (
    AddArticles,
    Confirm,
    JoinArticles,
    MoveArticle,
    PutBack,
    Reword,
    SetAnswer,
    SetAside,
    SetAudience,
    SetChannels,
    SetContacts,
    SetDoubt,
    SetHeading,
    SetKind,
    SetNumber,
    SetOfficial,
    SetTitle,
    SplitArticle,
    WriteArticle,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.rulebooks.drafts.model import Draft
    from course.rulebooks.drafts.operations import NewArticle, Operation


def apply(  # noqa: C901, PLR0911 - a case for each operation
    draft: Draft, operation: Operation, made: tuple[str, ...] = ()
) -> Draft:
    """Give the draft after an operation; `made` are the ids of the articles that it makes.

    NotFound where it names what isn't there, Invalid where it can't be done to what is.
    """
    match operation:
        case AddArticles():
            return _put_in(draft, operation.articles, made, operation.after)
        case WriteArticle():
            written = _put_in(draft, (operation.article,), made, operation.after)
            return apply_to_answers(written, operation, made[0])
        case JoinArticles():
            return _join(draft, operation)
        case SplitArticle():
            return _split(draft, operation, made[0])
        case MoveArticle():
            return _move(draft, operation)
        case SetAside(articles=ids) | PutBack(articles=ids):
            return _lay(draft, ids, aside=isinstance(operation, SetAside))
        case SetTitle():
            return replace(draft, name=operation.name, title=operation.title)
        case SetChannels():
            return replace(draft, channels=operation.channels)
        case SetOfficial():
            return replace(draft, official=operation.official)
        case SetContacts():
            return replace(draft, contacts=operation.contacts)
        case SetDoubt() | SetAnswer() | Confirm():
            return apply_to_answers(draft, operation)
        case _:
            return draft.with_article(_changed(standing_article(draft, operation.article), operation))


def count_made(operation: Operation) -> int:
    """Tell how many articles an operation makes."""
    match operation:
        case AddArticles():
            return len(operation.articles)
        case SplitArticle() | WriteArticle():
            return 1
        case _:
            return 0


def standing_article(draft: Draft, article_id: str) -> DraftArticle:
    """Find an article that is part of the protocol; NotFound for one that is set aside or was joined to another."""
    article = draft.article(article_id)
    if article.is_aside:
        raise NotFound("article", article_id)
    return article


def _changed(
    article: DraftArticle, operation: Reword | SetAudience | SetNumber | SetHeading | SetKind
) -> DraftArticle:
    match operation:
        case Reword(words=words):
            return replace(article, words=words, is_foreign=False)
        case SetAudience(audience=audience):
            return replace(article, audience=audience)
        case SetNumber(number=number):
            return replace(article, number=number)
        case SetHeading(heading=heading):
            return replace(article, heading=heading)
        case SetKind(kind=kind, teachable=teachable):
            return replace(article, kind=kind, teachable=teachable)
        case _:
            assert_never(operation)


def _put_in(draft: Draft, new: Sequence[NewArticle], made: tuple[str, ...], after: str) -> Draft:
    articles = [
        DraftArticle(
            id=article_id,
            words=one.words,
            original=one.original,
            number=one.number,
            heading=one.heading,
            audience=one.audience,
            kind=one.kind,
            teachable=one.teachable,
        )
        for article_id, one in zip(made, new, strict=True)
    ]
    place = _place_after(draft, after) if after else len(draft.articles)
    return replace(draft, articles=(*draft.articles[:place], *articles, *draft.articles[place:]))


def _place_after(draft: Draft, article_id: str) -> int:
    """Where what comes after an article goes: at the end where that article isn't there."""
    places = (place for place, one in enumerate(draft.articles, start=1) if one.id == article_id)
    return next(places, len(draft.articles))


def _join(draft: Draft, operation: JoinArticles) -> Draft:
    """The words come in the order of the document, whichever of the two takes the other up."""
    kept, other = standing_article(draft, operation.article), standing_article(draft, operation.other)
    if kept.id == other.id:
        raise Invalid(other="article-joined-to-itself")
    first, second = sorted((kept, other), key=draft.articles.index)
    joined = replace(
        kept,
        words=Words(
            _together(first.words.nl, second.words.nl, " "), _together(first.words.en, second.words.en, " ")
        ),
        original=first.original
        if _share_original(first, second)
        else _together(first.original, second.original, "\n"),
        audience=tuple(dict.fromkeys((*first.audience, *second.audience))),
        is_foreign=kept.is_foreign or other.is_foreign,
    )
    articles = tuple(joined if one.id == kept.id else one for one in draft.articles if one.id != other.id)
    return replace(draft, articles=articles, joined=MappingProxyType({**draft.joined, other.id: kept.id}))


def _share_original(first: DraftArticle, second: DraftArticle) -> bool:
    """Whether both are parts of one: two points of a document may say the same, and then it stands there twice."""
    one, other = (part.original_of or part.id for part in (first, second))
    return one == other and first.original == second.original


def _together(first: str, second: str, between: str) -> str:
    return between.join(one for one in (first, second) if one)


def _split(draft: Draft, operation: SplitArticle, made: str) -> Draft:
    article = standing_article(draft, operation.article)
    head, tail = _cut(article.words.nl, operation.at)
    original_at = operation.original_at
    if original_at is None and article.original == article.words.nl:
        original_at = operation.at
    is_whole = original_at is None
    originals = (article.original,) * 2 if original_at is None else _cut(article.original, original_at)
    first = replace(
        article,
        words=Words(head, article.words.en),
        original=originals[0],
        original_of=article.original_of if is_whole else "",
    )
    second = replace(
        first,
        id=made,
        words=Words(tail, ""),
        original=originals[1],
        original_of=(article.original_of or article.id) if is_whole else "",
        number="",
    )
    articles = [part for one in draft.articles for part in ((first, second) if one is article else (one,))]
    return replace(draft, articles=tuple(articles))


def _cut(text: str, at: int) -> tuple[str, str]:
    head, tail = text[: max(at, 0)].strip(), text[max(at, 0) :].strip()
    if not head or not tail:
        raise Invalid(at="article-cut-at-its-edge")
    return head, tail


def _move(draft: Draft, operation: MoveArticle) -> Draft:
    article = standing_article(draft, operation.article)
    if operation.after == article.id:
        raise Invalid(after="article-after-itself")
    rest = replace(draft, articles=tuple(one for one in draft.articles if one.id != article.id))
    place = _place_after(rest, operation.after) if operation.after else 0
    return replace(draft, articles=(*rest.articles[:place], article, *rest.articles[place:]))


def _lay(draft: Draft, ids: tuple[str, ...], *, aside: bool) -> Draft:
    for article_id in ids:
        draft = draft.with_article(replace(draft.article(article_id), is_aside=aside))
    return draft
