from __future__ import annotations

import pytest

from course.norms.model import Stance
from course.rulebooks.drafts.model import Answer
from tests.rulebooks.rules import library
from tests.web.protocols.drafting import our_draft
from web.protocols.progress import lacks_article, progress_of


@pytest.mark.usefixtures("at_a_page")
def test_what_is_done_and_what_is_left_is_counted(town):
    draft = our_draft(town)
    progress = progress_of(draft, library())
    assert (progress.articles, progress.foreign) == (2, 0)
    assert progress.left == progress.all - 1
    assert progress.later > 0
    assert progress.unlinked == ()
    assert [one.number for one in progress.voiceless] == ["2"]
    assert not progress.is_whole


def test_an_answer_needs_an_article_unless_the_rules_say_nothing(town):
    draft = our_draft(town).draft
    assert lacks_article(draft, Answer(Stance.FORBIDDEN))
    assert lacks_article(draft, Answer(Stance.FORBIDDEN, ("never",)))
    assert not lacks_article(draft, Answer(Stance.FORBIDDEN, (draft.standing[0].id,)))
    assert not lacks_article(draft, Answer(Stance.SILENT))
    assert not lacks_article(draft, None)
