"""Which articles may answer a question, and which acts an article may speak of: proposed, for somebody to tick.

What proposes is loaded by the first who asks: its word lists and stemmer would make each start longer.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from course.rulebooks.confirmed_links import confirmed_links
from course.rulebooks.questions import questions_of
from web.http.identity import me, the_store

if TYPE_CHECKING:
    from pathlib import Path

    from course.library import Library
    from course.norms.model import Act
    from course.norms.suggest.suggester import Link, Suggester
    from course.rulebooks.drafts.model import Draft, DraftArticle
    from course.rulebooks.questions import ThemeQuestions

MOST = 5
"""Proposed at a time."""
WEIGHED = 300
"""Articles of a draft; to weigh one takes a hundredth of a second, once."""


class Likely:
    """The articles of one draft, to be asked act by act."""

    __slots__ = ("_articles", "_suggester")

    def __init__(self, library: Library, draft: Draft) -> None:
        """Take the articles that stand."""
        self._suggester = proposer(library)
        self._articles = {one.id: one.words.nl for one in draft.standing[:WEIGHED]}

    def articles(self, act: str) -> tuple[str, ...]:
        """Name the articles that may speak of an act, the likeliest first."""
        return tuple(one.id for one in self._suggester.articles(act, self._articles, MOST))


def likely_acts(library: Library, article: DraftArticle) -> tuple[Act, ...]:
    """Name the acts that an article may speak of, the likeliest first: of those for whom it is, where that was said."""
    found = proposer(library).acts(article.words.nl, most=len(library.norms.acts))
    acts = [library.norms.acts[one.id] for one in found]
    fitting = [act for act in acts if set(act.actors) & set(article.audience)]
    return tuple((fitting or acts)[:MOST])


def questions_first(draft: Draft, library: Library) -> tuple[ThemeQuestions, ...]:
    """List the questions, with those to begin with of which the own articles may speak."""
    articles = [(one.words.nl, one.audience) for one in draft.standing[:WEIGHED]]
    return questions_of(draft, library, proposer(library).spoken_of(articles) if articles else ())


def proposer(library: Library) -> Suggester:
    """Give who proposes to this person: by the norms, by rules of real schools, and by what the own board published."""
    from course.norms.suggest.suggester import suggester

    links = confirmed_links(the_store(), me().board_id, library.norms.acts)
    return suggester(library.norms, (*_examples(library.root), *links))


@lru_cache(maxsize=4)
def _examples(root: Path) -> tuple[Link, ...]:
    from course.norms.suggest.examples import read_examples

    return read_examples(root)
