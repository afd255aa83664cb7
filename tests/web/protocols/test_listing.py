from __future__ import annotations

import pytest

from course.errors import Invalid, NotFound
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.drafting import edit, undo
from tests.builders import NOW, signed_in
from tests.rulebooks.rules import library
from tests.web.protocols.drafting import our_draft
from web.protocols.listing import article_view, articles_view, guessed, page_of, place_in_words

pytestmark = pytest.mark.usefixtures("at_a_page")


def test_whom_an_article_is_for_is_a_guess_until_it_is_said_and_again_when_that_is_undone(store, town):
    draft, actor = our_draft(town), signed_in(store, town.director)
    second = draft.draft.standing[1].id
    assert guessed(draft) == {second}
    said = edit(store, actor, draft.row.id, draft.revision, op.SetAudience(second, ()), NOW)
    assert guessed(said) == set()
    assert guessed(undo(store, actor, draft.row.id, said.revision, NOW)) == {second}


def test_the_list_knows_its_first_and_last_and_what_was_laid_aside(store, town):
    draft, actor = our_draft(town), signed_in(store, town.director)
    view = articles_view(draft, 99)
    assert [(one.is_first, one.is_last) for one in view.lines] == [(True, False), (False, True)]
    assert (view.page, view.pages, view.count, view.without_audience) == (1, 1, 2, 1)
    first = draft.draft.standing[0].id
    view = articles_view(edit(store, actor, draft.row.id, draft.revision, op.SetAside((first,)), NOW), 1)
    assert [one.id for one in view.aside] == [first]
    assert page_of(draft, first) == 1


def test_an_article_shows_where_it_can_be_parted_and_what_comes_next(town):
    draft = our_draft(town)
    view = article_view(draft, library(), draft.draft.standing[0].id)
    assert [(one.at, one.before) for one in view.cuts] == [(17, "Ook bij een grapje.")]
    assert view.next == draft.draft.standing[1]
    assert article_view(draft, library(), draft.draft.standing[1].id).next is None
    with pytest.raises(NotFound):
        article_view(draft, library(), "never")


def test_a_place_is_a_sentence_or_the_words_that_were_typed():
    assert place_in_words("Een. Twee", "5", "") == 5
    assert place_in_words("Een.  Twee  drie", "", "twee drie") == 6
    assert place_in_words("Een. Twee", "7", "") == place_in_words("Een. Twee", "", "wee") == 5
    for at, before in (("", ""), ("x", ""), ("1", "vier")):
        with pytest.raises(Invalid):
            place_in_words("Een. Twee", at, before)
