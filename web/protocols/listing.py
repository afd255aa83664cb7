"""What the pages of articles are given: fifty at a time, each with whether "for whom" is a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.errors import Invalid
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.history import Deed
from course.rulebooks.intake.sentences import sentence_starts
from web.http.converters import whole
from web.protocols.likely import likely_acts

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from course.library import Library
    from course.norms.model import Act
    from course.rulebooks.drafts.model import DraftArticle
    from course.rulebooks.drafts.rows import OpenDraft

AT_A_TIME = 50
INSIDE = re.compile(r"\w\w")
"""A place between these two would part a word."""


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article in the list."""

    article: DraftArticle
    is_guess: bool
    """Whether nobody has said yet for whom it is."""
    is_first: bool
    is_last: bool
    begins_heading: bool
    """Whether it is the first under its heading."""


@dataclass(frozen=True, slots=True)
class ArticlesView:
    """A page of the list."""

    lines: tuple[ArticleLine, ...]
    aside: tuple[DraftArticle, ...]
    """What was laid aside."""
    page: int
    pages: int
    count: int
    guesses: int
    """On this page."""
    without_audience: int
    """Of all."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where an article can be parted."""

    at: int
    before: str
    """The sentence that would begin the second half."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article with everything that can be done to it."""

    line: ArticleLine
    cuts: tuple[Cut, ...]
    likely: tuple[Act, ...]
    """Acts that it may speak of."""
    next: DraftArticle | None


def articles_view(draft: OpenDraft, page: int) -> ArticlesView:
    """Give one page of the articles; a page past the last is the last."""
    lines = _lines(draft)
    pages = max(1, -(-len(lines) // AT_A_TIME))
    page = min(max(page, 1), pages)
    on_page = lines[(page - 1) * AT_A_TIME : page * AT_A_TIME]
    return ArticlesView(
        lines=on_page,
        aside=tuple(one for one in draft.draft.articles if one.is_aside),
        page=page,
        pages=pages,
        count=len(lines),
        guesses=sum(1 for one in on_page if one.is_guess and one.article.audience),
        without_audience=sum(1 for one in lines if not one.article.audience),
    )


def article_view(draft: OpenDraft, library: Library, article_id: str) -> ArticleView:
    """Give one article; NotFound for one that isn't there, or was joined to another."""
    article = draft.draft.article(article_id)
    lines = _lines(draft)
    place = next((at for at, one in enumerate(lines) if one.article.id == article_id), None)
    line = (
        ArticleLine(article, is_guess=False, is_first=True, is_last=True, begins_heading=False)
        if place is None
        else lines[place]
    )
    after = lines[place + 1].article if place is not None and place + 1 < len(lines) else None
    return ArticleView(line, _cuts(article.words.nl), likely_acts(library, article), after)


def page_of(draft: OpenDraft, article_id: str) -> int:
    """Tell on which page of the list an article stands."""
    held = draft.draft.resting_on(article_id) or article_id
    places = (at for at, one in enumerate(draft.draft.standing) if one.id == held)
    return next(places, 0) // AT_A_TIME + 1


def place_in_words(words: str, at: str, before: str) -> int:
    """Find where an article is to be parted: at a sentence that was chosen, or before words that were typed; in no word."""
    if before := " ".join(before.split()):
        found = re.search(r"\s+".join(re.escape(one) for one in before.split()), words, re.IGNORECASE)
        if found is None:
            raise Invalid(at="article-cut-at-its-edge")
        return place_in_words(words, str(found.start()), "")
    try:
        place = min(max(whole(at), 0), len(words))
    except ValueError:
        raise Invalid(at="article-cut-at-its-edge") from None
    while place and INSIDE.match(words, place - 1):
        place -= 1
    return place


def guessed(draft: OpenDraft) -> AbstractSet[str]:
    """Name the articles of which nobody has said yet for whom they are: they came with a text that was divided."""
    history = draft.history
    came: set[str] = set()
    said: set[str] = set()
    for entry in history.entries:
        if entry.deed is not Deed.EDIT or entry.revision in history.undone:
            continue
        match entry.operation:
            case op.AddArticles() | op.SplitArticle():
                came.update(entry.made)
            case op.SetAudience(article=article):
                said.add(article)
    return came - said


def _lines(draft: OpenDraft) -> tuple[ArticleLine, ...]:
    standing, guesses = draft.draft.standing, guessed(draft)
    headings = [None, *(one.heading for one in standing)]
    return tuple(
        ArticleLine(
            article=one,
            is_guess=one.id in guesses,
            is_first=place == 0,
            is_last=place == len(standing) - 1,
            begins_heading=one.heading is not None and one.heading != headings[place],
        )
        for place, one in enumerate(standing)
    )


def _cuts(words: str) -> tuple[Cut, ...]:
    starts = [one for one in sentence_starts(words) if words[:one].strip()]
    return tuple(Cut(one, words[one : one + 80].strip()) for one in starts)
