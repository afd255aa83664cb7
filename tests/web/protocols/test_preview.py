from __future__ import annotations

import pytest

from course.errors import NotFound
from course.rulebooks.drafts.beginning import begin_from_starting
from tests.builders import NOW, signed_in
from tests.rulebooks.rules import library, published
from tests.web.protocols.drafting import our_draft
from web.protocols.preview import module_view, preview_view, previewed, replaced


@pytest.fixture
def director(store, town):
    return signed_in(store, town.director)


def test_a_draft_is_previewed_once_for_each_revision(store, town, director):
    draft = our_draft(town)
    found = previewed(store, library(), director, draft)
    assert previewed(store, library(), director, draft) is found
    view = preview_view(found, draft)
    assert {one.module.id for one in view.modules} == set(library().curriculum.modules)
    assert view.preview.choices.own > 0
    assert view.without_audience == 1


def test_a_draft_replaces_its_newest_version_else_what_the_school_goes_by(store, town, director):
    draft = our_draft(town)
    assert replaced(store, library(), director, draft).id == "kom-leren"
    version = published(store, town.ours)
    assert replaced(store, library(), director, draft).id == version.key


def test_what_was_carried_over_is_listed_in_words(app, store, town, director):
    draft = begin_from_starting(store, library(), director, "compass", NOW)
    with app.test_request_context():
        view = preview_view(previewed(store, library(), director, draft), draft)
    assert len(view.foreign) == len(draft.draft.foreign)
    assert all(one.words for one in view.foreign)
    assert any(one.detail for one in view.foreign)


def test_a_module_shows_every_place_where_something_is_decided(store, town, director):
    found = previewed(store, library(), director, our_draft(town))
    view = module_view(found, "mag-deze-foto")
    assert [one[0] for one in view.lessons] == list(library().module("mag-deze-foto").lessons)
    judged = [one for _, _, places in view.lessons for place in places for one in place.judged]
    assert len({one.act.id for one in judged}) > 3
    assert view.questions
    with pytest.raises(NotFound):
        module_view(found, "never")
