"""Looking for words in a draft: the questions that can be answered, and the articles that there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import request

from course.people.roles import Ability
from web.display.looking_for import every_word_in
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import the_content
from web.protocols.area import area, the_draft
from web.protocols.likely import proposer
from web.protocols.listing import page_of
from web.protocols.progress import progress_of

if TYPE_CHECKING:
    from flask import Response

    from course.library import Library
    from course.norms.model import Act
    from course.rulebooks.drafts.model import DraftArticle
    from course.rulebooks.drafts.rows import OpenDraft

MOST = 12
"""Of each shown; who finds more says it in more words."""
LONGEST = 200
"""Characters that are looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for some words."""

    words: str
    questions: tuple[tuple[Act, bool], ...]
    """Each with whether it is answered: those that hold every word first, then those that mean something like it."""
    articles: tuple[tuple[DraftArticle, int], ...]
    """Each with its page in the list."""


@area.get("/<int:draft_id>/find")
@door(Ability.EDIT_RULES)
def find(draft_id: int) -> Response:
    """Show the questions and articles that some words are about."""
    draft = the_draft(draft_id)
    context: dict[str, Any] = {"draft": draft, "progress": progress_of(draft, the_content())}
    found = found_in(draft, the_content(), " ".join(request.args.get("q", "").split())[:LONGEST])
    return shown("protocols/find.html", "protocols/_find.html", found=found, **context)


def found_in(draft: OpenDraft, library: Library, words: str) -> Found:
    """Look for words; for none nothing is found."""
    if not words:
        return Found("", (), ())
    acts = library.norms.acts
    named = [
        one.id
        for one in acts.values()
        if any(every_word_in(text, words) for text in (one.words.nl, *one.also))
    ]
    meant = [one.id for one in proposer(library).acts(words, most=MOST)]
    answered = {act for act, _ in draft.draft.answers}
    questions = [(acts[one], one in answered) for one in dict.fromkeys((*named, *meant))]
    texts = ((one, f"{one.number} {one.words.nl} {one.original}") for one in draft.draft.standing)
    articles = [(one, page_of(draft, one.id)) for one, text in texts if every_word_in(text, words)]
    return Found(words, tuple(questions[:MOST]), tuple(articles[:MOST]))
