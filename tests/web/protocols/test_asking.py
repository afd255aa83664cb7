from __future__ import annotations

from dataclasses import replace

import pytest
from werkzeug.datastructures import MultiDict

from course.errors import Invalid, NotFound
from course.norms.model import Stance, nothing_national
from course.rulebooks.drafts.model import EVERYONE, Answer
from course.rulebooks.drafts.operations import SetAnswer, WriteArticle
from tests.rulebooks.rules import library
from tests.web.protocols.drafting import ACT, our_draft
from web.protocols.asking import adopted_advice, answers_in, find_question, question_view, theme_view

pytestmark = pytest.mark.usefixtures("at_a_page")


@pytest.fixture
def draft(town):
    return our_draft(town)


def test_a_question_shows_its_answer_its_articles_and_what_the_law_says(draft):
    view = question_view(draft, library(), ACT)
    assert view.is_answered
    assert not view.lacks_article
    assert [one.id for one in view.linked] == [draft.draft.standing[0].id]
    assert draft.draft.standing[0] not in view.likely
    assert [one.actor for one in view.actors] == ["pupil", "teacher", "parent"]
    with pytest.raises(NotFound):
        find_question(draft.draft, library(), "never")


def test_gladly_is_offered_only_where_it_was_said_before(draft):
    act = library().norms.acts[ACT]
    assert Stance.ENCOURAGED not in question_view(draft, library(), ACT).everyone.stances
    kept = draft.draft.with_answer((ACT, EVERYONE), Answer(Stance.ENCOURAGED))
    form = MultiDict({"stance": "encouraged"})
    assert answers_in(form, kept, act) == ()


def test_an_article_written_beside_an_answer_comes_in_with_it(draft):
    act = library().norms.acts[ACT]
    (operation,) = answers_in(MultiDict({"stance": "required", "written": "Vraag het."}), draft.draft, act)
    assert isinstance(operation, WriteArticle)
    assert operation.article.audience == act.actors
    with pytest.raises(Invalid):
        answers_in(MultiDict({"stance": "silent", "written": "Vraag het."}), draft.draft, act)


def test_silent_says_nothing_and_rests_on_nothing(draft):
    form = MultiDict([("stance", "silent"), ("article", draft.draft.standing[0].id), ("conditions", "nooit")])
    assert answers_in(form, draft.draft, library().norms.acts[ACT]) == (
        SetAnswer(ACT, Answer(Stance.SILENT)),
    )


def test_a_theme_leads_to_the_one_before_and_the_one_after(draft):
    themes = list(library().norms.themes)
    first = theme_view(draft, library(), themes[0], is_whole=True)
    last = theme_view(draft, library(), themes[-1], is_whole=False)
    assert (first.before, first.after.theme.id) == (None, themes[1])
    assert (last.before.theme.id, last.after) == (themes[-2], None)
    assert not first.hidden
    assert first.later
    assert first.rest
    assert all(one.uses for one in first.first)
    assert last.hidden == len(last.theme.later) + len(last.theme.rest)


def test_advice_becomes_an_article_with_the_answer_that_rests_on_it():
    """What the law says stands in for advice here: both are written alike."""
    norms = library().norms
    advising = replace(library(), norms=replace(norms, guidance=norms.law))
    act = next(one for one in norms.acts.values() if norms.law.position(one.id, one.actors[0]).articles)
    operation = adopted_advice(advising, act)
    position = norms.law.position(act.id, act.actors[0])
    assert operation.answers[0].answer.stance is position.stance
    assert norms.law.articles[position.articles[0]].words.nl in operation.article.words.nl
    silent = replace(library(), norms=replace(norms, guidance=nothing_national()))
    with pytest.raises(NotFound):
        adopted_advice(silent, act)
