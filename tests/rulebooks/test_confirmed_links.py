"""What people published as saying an act is known to who proposes, and only as it was said last."""

from __future__ import annotations

from course.norms.suggest.suggester import Link, suggester
from course.rulebooks.confirmed_links import confirmed_links
from tests import builders
from tests.rulebooks.rules import a_text, an_act, an_article, library, published, stance

ODD = "Wie met de blauwe vlieger loopt, klopt drie keer."


def links(store, board):
    return confirmed_links(store, board, library().norms.acts)


def test_a_published_link_is_known_on_its_own_board_alone(store):
    ours, theirs = builders.a_school(store), builders.a_school(store)
    assert links(store, ours.board_id) == ()
    published(store, ours, text=a_text(articles={"a": an_article(ODD)}))
    assert links(store, ours.board_id) == (Link(ODD, an_act()),)
    assert links(store, theirs.board_id) == ()


def test_only_the_newest_version_of_a_protocol_counts(store):
    school = builders.a_school(store)
    published(store, school, text=a_text(articles={"a": an_article(ODD)}))
    published(
        store,
        school,
        text=a_text(articles={"a": an_article(ODD)}, stances={an_act(1): stance("forbidden", "a")}),
    )
    assert links(store, school.board_id) == (Link(ODD, an_act(1)),)


def test_what_people_linked_is_proposed_first_for_words_that_nothing_else_knows(store):
    school = builders.a_school(store)
    published(store, school, text=a_text(articles={"a": an_article(ODD)}))
    norms = library().norms
    found = suggester(norms, links(store, school.board_id)).acts("Met de blauwe vlieger klopt hij.")
    assert found[0].id == an_act()
