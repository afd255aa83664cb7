from __future__ import annotations

from tests.rulebooks.rules import library
from tests.web.protocols.drafting import our_draft
from web.protocols.likely import MOST, Likely, likely_acts

PHONE = "pupil-post-photo-of-classmates-without-asking"


def test_articles_are_proposed_for_a_question_and_questions_for_an_article(town):
    draft = our_draft(town).draft
    assert Likely(library(), draft).articles(PHONE)[0] == draft.standing[0].id
    acts = likely_acts(library(), draft.standing[1])
    assert 0 < len(acts) <= MOST
