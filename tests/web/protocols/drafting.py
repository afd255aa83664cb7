"""Drafts and versions for the tests of the pages on which rules are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.model import Audience, Stance
from course.reading.words import Words
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.beginning import begin_empty
from course.rulebooks.drafts.drafting import edit
from course.rulebooks.drafts.model import Answer
from tests import builders
from tests.rulebooks.rules import library, published

if TYPE_CHECKING:
    from datetime import datetime

    from course.people.actor import Actor
    from course.rulebooks.drafts.rows import OpenDraft
    from course.store.store import Store
    from tests.web.town import Town

ACT, THEME = "ask-the-person-first", "images"
TEXT = """Afspraken voor leerlingen

1. Vraag eerst of het mag voordat je een foto deelt. Ook als het een grapje is.
2. Je telefoon ligt tijdens de les in je kluisje.

Afspraken voor het team

3. Leraren nemen geen vriendschapsverzoek van een leerling aan.
"""


def a_draft(store: Store, actor: Actor, now: datetime = builders.NOW) -> OpenDraft:
    """A draft with two articles, of which one has an answer resting on it."""
    draft = begin_empty(store, actor, "De Eik", now)
    words = Words("Vraag het eerst. Ook bij een grapje.", "")
    new = op.NewArticle(words, "", "1", audience=(Audience.PUPIL,))
    answers = (op.ActAnswer(ACT, Answer(Stance.REQUIRED)),)
    draft = edit(store, actor, draft.row.id, 0, op.WriteArticle(new, answers), now)
    more = op.AddArticles((op.NewArticle(Words("Je telefoon ligt in je kluisje.", ""), "", "2"),))
    return edit(store, actor, draft.row.id, draft.revision, more, now)


def our_draft(town: Town) -> OpenDraft:
    """A draft of our school's director."""
    return a_draft(town.store, builders.signed_in(town.store, town.director))


def for_doors(town: Town) -> dict[str, dict[str, object]]:
    """What stands for the converters of the pages of rules: in general, and where a door shuts what it opens on."""
    kept, away, gone = (our_draft(town) for _ in range(3))
    versions = [published(town.store, town.theirs) for _ in range(2)]
    return {
        "": {
            "draft_id": kept.row.id,
            "article": kept.draft.standing[0].id,
            "theme": THEME,
            "module": next(iter(library().curriculum.modules)),
            "version_id": versions[1].id,
            "before_id": versions[0].id,
        },
        "form": {"protocol": "compass", "version": versions[1].id, "seen": 1000},
        "protocols.away": {"draft_id": away.row.id},
        "protocols.publish_it": {"draft_id": gone.row.id},
    }
