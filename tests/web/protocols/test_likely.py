from __future__ import annotations

from dataclasses import replace

import pytest

from course.norms.model import Audience
from tests.rulebooks.rules import a_text, an_act, an_article, library, published
from tests.web.protocols.drafting import our_draft
from web.protocols.likely import MOST, Likely, likely_acts, proposer

PHONE = "pupil-post-photo-of-classmates-without-asking"


@pytest.mark.usefixtures("at_a_page")
def test_articles_are_proposed_for_a_question_and_questions_for_an_article(town):
    draft = our_draft(town).draft
    assert Likely(library(), draft).articles(PHONE)[0] == draft.standing[0].id
    acts = likely_acts(library(), draft.standing[1])
    assert 0 < len(acts) <= MOST


@pytest.mark.usefixtures("at_a_page")
@pytest.mark.parametrize("audience", [Audience.PARENT, Audience.TEACHER])
def test_an_article_for_some_is_proposed_what_they_may_do(town, audience):
    article = replace(our_draft(town).draft.standing[0], audience=(audience,))
    assert all(audience in act.actors for act in likely_acts(library(), article))
    assert likely_acts(library(), article) != likely_acts(library(), replace(article, audience=()))


@pytest.mark.usefixtures("at_a_page")
def test_what_the_own_board_published_is_known_to_who_proposes(town):
    odd = "Wie met de blauwe vlieger loopt, klopt drie keer."
    published(town.store, town.theirs, text=a_text(articles={"a": an_article(odd)}))
    assert proposer(library()).acts(odd)[0].id == an_act()
