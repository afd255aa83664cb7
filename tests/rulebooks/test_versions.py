from __future__ import annotations

from datetime import date

import pytest

from course.errors import Clash, NotFound
from course.rulebooks.owners import Owner
from course.rulebooks.versions import (
    ChangeKind,
    Decision,
    NewVersion,
    Origin,
    find_version,
    keep_version,
    list_versions,
    newest_version,
    next_number,
    version_in_sight,
)
from tests.builders import NOW, a_director, a_school, an_officer, signed_in
from tests.rulebooks.rules import a_text, library


def new(school, number=1, **changes):
    values = {
        "owner": Owner(school.board_id, school.id), "slug": "de-eik", "name": "De Eik", "number": number,
        "text": a_text(version=str(number)), "kind": ChangeKind.MAJOR, "origin": Origin.DRAFT, "based_on": None,
        "rulebook": "000000000000", "decision": Decision("Bestuur", date(2026, 10, 1), date(2028, 8, 1)),
        "published_by": None,
    }  # fmt: skip
    return NewVersion(**values | changes)


def test_a_version_is_read_as_it_was_kept(store):
    school = a_school(store)
    with store.write() as conn:
        version = find_version(conn, keep_version(conn, new(school), NOW))
    assert (version.key, version.text, version.published_at) == (new(school).key, a_text(version="1"), NOW)
    assert version.decision == Decision("Bestuur", date(2026, 10, 1), date(2028, 8, 1))
    assert version.protocol(library().norms.acts).id == version.key


def test_an_owner_has_one_version_of_a_number_and_numbers_count_on(store):
    school = a_school(store)
    owner = Owner(school.board_id, school.id)
    with store.write() as conn:
        assert newest_version(conn, owner, "de-eik") is None
        keep_version(conn, new(school), NOW)
        assert next_number(conn, owner, "de-eik") == 2
        keep_version(conn, new(school, 2, origin=Origin.FILE), NOW)
        keep_version(conn, new(school, owner=Owner(school.board_id)), NOW)
        assert newest_version(conn, owner, "de-eik").number == 2
        assert newest_version(conn, owner, "de-eik", Origin.DRAFT).number == 1
        assert next_number(conn, Owner(school.board_id), "de-eik") == 2
    for twice in (new(school), new(school, owner=Owner(school.board_id))):
        with pytest.raises(Clash), store.write() as conn:
            keep_version(conn, twice, NOW)


def test_versions_of_the_board_and_its_schools_are_in_sight_and_no_other_board_s(store):
    school = a_school(store)
    director = signed_in(store, a_director(store, school))
    stranger = signed_in(store, an_officer(store))
    with store.write() as conn:
        version_id = keep_version(conn, new(school), NOW)
        keep_version(conn, new(school, owner=Owner(school.board_id)), NOW)
    assert [one.owner.school_id for one in list_versions(store, director)] == [None, school.id]
    assert list_versions(store, stranger) == ()
    with store.read() as conn:
        assert version_in_sight(conn, director, version_id).id == version_id
        with pytest.raises(NotFound):
            version_in_sight(conn, stranger, version_id)
        with pytest.raises(NotFound):
            find_version(conn, 0)
