"""How far a draft is, as every page of it tells: articles, questions still to answer, what is still another's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.model import Stance
from course.rulebooks.questions import left_to_ask
from web.protocols.likely import questions_first

if TYPE_CHECKING:
    from course.library import Library
    from course.norms.model import Act
    from course.rulebooks.drafts.model import Answer, Draft, DraftArticle
    from course.rulebooks.drafts.rows import OpenDraft


@dataclass(frozen=True, slots=True)
class Progress:
    """What is done and what is still to do."""

    articles: int
    left: int
    """Questions to begin with that are not answered: "nog 14 te gaan"."""
    all: int
    """Questions to begin with."""
    later: int
    """Other questions on which the course turns, and that are not answered."""
    foreign: int
    """What was carried over and nobody confirmed."""
    unlinked: tuple[Act, ...]
    """Acts that are answered while no article says so: a school can't say what stands nowhere."""
    voiceless: tuple[DraftArticle, ...]
    """Articles that don't say for whom they are."""

    answers: int
    """All that was answered."""

    @property
    def is_whole(self) -> bool:
        """Whether there is an answer, every answer has its article, and every article its readers."""
        return bool(self.answers) and not self.unlinked and not self.voiceless


def progress_of(draft: OpenDraft, library: Library) -> Progress:
    """Count how far a draft is."""
    themes = questions_first(draft.draft, library)
    return Progress(
        articles=len(draft.draft.standing),
        left=left_to_ask(themes),
        all=sum(len(theme.first) for theme in themes),
        later=sum(theme.left_later for theme in themes),
        foreign=len(draft.draft.foreign),
        unlinked=_unlinked(draft.draft, library),
        answers=len(draft.draft.answers),
        voiceless=tuple(one for one in draft.draft.standing if not one.audience),
    )


def lacks_article(draft: Draft, answer: Answer | None) -> bool:
    """Whether an answer says something that no article says."""
    if answer is None or answer.stance is Stance.SILENT:
        return False
    return not any(draft.resting_on(one) for one in answer.articles)


def _unlinked(draft: Draft, library: Library) -> tuple[Act, ...]:
    acts = dict.fromkeys(act for (act, _), one in draft.answers.items() if lacks_article(draft, one))
    return tuple(library.norms.acts[one] for one in acts if one in library.norms.acts)
