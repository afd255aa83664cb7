from __future__ import annotations

from datetime import timedelta

from tests.builders import signed_in
from tests.rulebooks.rules import TODAY, library, published
from tests.web.protocols.drafting import our_draft
from web.protocols.overview import begin_view, overview_view


def test_a_director_sees_the_own_school_and_an_officer_every_school(store, town):
    draft = our_draft(town)
    version = published(store, town.ours)
    later = published(store, town.ours, from_on=TODAY + timedelta(days=9))
    under = library().with_protocols(version.protocol(library().norms.acts))
    view = overview_view(store, under, signed_in(store, town.director))
    assert [(one.school, one.version.id) for one in view.in_force] == [("De Eik", version.id)]
    assert [one.id for one in view.drafts] == [draft.row.id]
    assert [one.version.id for one in view.versions] == [later.id, version.id]
    assert [(one.school_name, one.version_id) for one in view.coming] == [("De Eik", later.id)]
    assert view.own_version.id == later.id
    board = overview_view(store, under, signed_in(store, town.officer))
    assert board.is_board
    assert [one.school for one in board.in_force] == ["De Beuk", "De Eik"]
    assert board.own_version is None


def test_one_may_begin_with_what_came_along_ones_own_and_the_neighbours(store, town):
    own, others = published(store, town.ours), published(store, town.theirs)
    view = begin_view(store, library(), signed_in(store, town.director))
    assert view.name == "De Eik"
    assert "compass" in {one.id for one in view.starting}
    assert [one.version.id for one in view.own] == [own.id]
    assert [(one.version.id, one.owner) for one in view.others] == [(others.id, "De Beuk")]
