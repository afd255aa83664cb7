from __future__ import annotations

import pytest

from course.norms.model import Audience, Stance
from course.norms.write import tree_of
from course.reading.words import Words
from course.rulebooks.concerned import decided_on
from course.rulebooks.drafts.model import Answer, Draft, DraftArticle
from course.rulebooks.drafts.tree import draft_of
from course.rulebooks.preview import preview_of
from tests.rulebooks.rules import an_act, library

ASK = DraftArticle("a", Words("Vraag het eerst, zegt kom Leren.", ""), audience=(Audience.PUPIL,))
OTHER = DraftArticle("b", Words("Eet geen soep boven je telefoon.", ""), audience=(Audience.PUPIL,))


@pytest.fixture
def draft():
    draft = Draft("De Eik", "Regels", articles=(ASK, OTHER))
    return draft.with_answer((an_act(), ""), Answer(Stance.ASK_FIRST, ("a",)))


def test_an_empty_draft_decides_nothing_and_cannot_be_published():
    found = preview_of(Draft("De Eik", "Regels"), library(), "de-eik")
    assert (found.choices.own, found.questions.own) == (0, 0)
    assert found.choices.all > 0
    assert not found.is_publishable


def test_what_the_own_rules_decide_is_counted_by_choice_question_and_module(draft):
    found = preview_of(draft, library(), "de-eik")
    places = [one for one in decided_on(library()) if one.act == an_act()]
    assert found.choices.own == sum(1 for one in places if one.lesson)
    assert found.questions.own == sum(1 for one in places if one.quiz)
    assert sum(one.own for one in found.modules.values()) == len(places)
    assert sum(one.all for one in found.modules.values()) == found.choices.all + found.questions.all


def test_articles_that_nobody_ever_sees_are_told(draft):
    assert [one.id for one in preview_of(draft, library(), "de-eik").unseen] == ["b"]


def test_articles_that_still_name_whose_they_were_are_told(draft):
    assert [one.id for one in preview_of(draft, library(), "de-eik", origin="kom Leren").borrowed] == ["a"]


def test_the_difference_is_that_from_the_version_in_force(draft):
    before = preview_of(draft, library(), "de-eik").protocol
    changed = draft.with_answer((an_act(), ""), Answer(Stance.FORBIDDEN, ("a",)))
    found = preview_of(changed, library(), "de-eik", in_force=before)
    assert found.difference.acts_changed == (an_act(),)
    assert preview_of(draft, library(), "de-eik").difference is None


def test_the_course_can_be_looked_at_under_the_draft_and_stays_as_it_is(draft):
    found = preview_of(draft, library(), "de-eik")
    assert found.library.judge(found.key, an_act(), Audience.PUPIL).position.stance is Stance.ASK_FIRST
    assert found.key not in library().norms.protocols


@pytest.mark.parametrize("protocol", library().norms.protocols.values(), ids=lambda one: one.id)
def test_each_starting_protocol_can_be_published_as_it_is(protocol):
    found = preview_of(draft_of(tree_of(protocol), is_foreign=False), library(), protocol.id)
    assert found.problems == ()
    assert found.is_publishable
    marked = preview_of(draft_of(tree_of(protocol), is_foreign=True), library(), protocol.id)
    assert not marked.is_publishable
