from __future__ import annotations

import pytest
from sqlalchemy import insert

from course.errors import Invalid, NotFound
from course.library import default_content_root, load_library
from course.norms.write import write_tree
from course.rulebooks.carrying_over import carry_over
from course.rulebooks.drafts.beginning import begin_empty, begin_from_starting, begin_from_version, slug_of
from course.rulebooks.owners import Owner
from course.rulebooks.tables import protocol_versions
from course.rulebooks.versions import Origin, find_version
from tests.builders import NOW, a_board, a_director, a_school, a_teacher, an_officer, signed_in
from tests.rulebooks.rules import published

LIBRARY = load_library(default_content_root())


def a_version(store, board_id: int, school_id: int | None = None, name: str = "De Eik") -> int:
    tree = {
        "id": slug_of(name),
        "name": name,
        "title": "Regels",
        "official": "https://deeik.nl/regels.pdf",
        "articles": {
            "a.1": {"audience": ["pupil"], "kind": "norm", "nl": "Vraag het eerst.", "teachable": True}
        },
        "stances": {"violate-privacy-of-others": {"stance": "forbidden", "articles": ["a.1"]}},
    }
    values = {
        "board_id": board_id, "school_id": school_id, "slug": slug_of(name), "name": name, "number": 1,
        "text": write_tree(tree), "key": f"{slug_of(name)}~000000000000", "kind": "major", "origin": "file",
        "rulebook": "000000000000", "published_at": NOW,
    }  # fmt: skip
    with store.write() as conn:
        return conn.execute(insert(protocol_versions).returning(protocol_versions.c.id), values).scalar_one()


def test_an_empty_draft_has_a_name_and_nothing_else(store):
    school = a_school(store)
    found = begin_empty(
        store, signed_in(store, a_director(store, school)), "  Basisschool  ’t Zaailand ", NOW
    )
    assert (found.row.owner, found.row.slug) == (Owner(school.board_id, school.id), "basisschool-t-zaailand")
    assert (found.draft.name, found.draft.articles, found.draft.answers) == (
        "Basisschool ’t Zaailand",
        (),
        {},
    )


def test_a_draft_without_a_name_is_refused(store):
    with pytest.raises(Invalid):
        begin_empty(store, signed_in(store, a_director(store)), " ", NOW)


def test_a_teacher_begins_none(store):
    with pytest.raises(NotFound):
        begin_empty(store, signed_in(store, a_teacher(store)), "De Eik", NOW)


def test_from_one_that_came_with_the_course_all_is_marked_and_its_name_is_not_taken_over(store):
    actor = signed_in(store, an_officer(store, a_board(store, "De Veerkracht")))
    found = begin_from_starting(store, LIBRARY, actor, "kom-leren", NOW)
    assert (found.row.name, found.row.origin_name) == ("De Veerkracht", "kom Leren")
    assert len(found.draft.articles) == len(LIBRARY.norms.protocols["kom-leren"].articles)
    assert all(one.is_foreign for one in (*found.draft.articles, *found.draft.answers.values()))


def test_from_one_s_own_version_nothing_is_marked(store):
    school = a_school(store)
    version = a_version(store, school.board_id, school.id)
    found = begin_from_version(store, signed_in(store, a_director(store, school)), version, NOW)
    assert (found.row.based_on, found.row.slug, found.draft.foreign) == (version, "de-eik", ())
    assert found.draft.official == "https://deeik.nl/regels.pdf"


def test_from_another_school_s_version_all_is_marked(store):
    school = a_school(store)
    other = a_school(store, school.board_id)
    version = a_version(store, school.board_id, other.id)
    found = begin_from_version(store, signed_in(store, a_director(store, school)), version, NOW)
    assert found.row.based_on is None
    assert found.draft.foreign == ("article:a.1", "answer:violate-privacy-of-others:")
    assert (found.draft.name, found.row.origin_name) == (school.name, "De Eik")
    assert found.draft.official == ""


def test_a_starting_protocol_by_which_the_school_goes_is_the_own_one_to_be_changed(store):
    school = a_school(store, protocol="verkruisen")
    director = signed_in(store, a_director(store, school))
    carry_over(store, LIBRARY, director.today, NOW)
    found = begin_from_starting(store, LIBRARY, director, "verkruisen", NOW)
    assert (found.row.slug, found.draft.foreign, found.draft.name) == ("verkruisen", (), "obs Verkruisen")
    with store.read() as conn:
        assert find_version(conn, found.row.based_on).origin is Origin.SHIPPED
    assert begin_from_starting(store, LIBRARY, director, "kom-leren", NOW).draft.foreign
    officer = signed_in(store, an_officer(store, school.board_id))
    assert begin_from_starting(store, LIBRARY, officer, "verkruisen", NOW).draft.foreign == ()


def test_the_board_s_version_by_which_the_school_goes_is_changed_and_another_is_marked(store):
    school = a_school(store)
    second = a_school(store, school.board_id)
    third = a_school(store, school.board_id)
    version = published(store, school, second)
    found = begin_from_version(store, signed_in(store, a_director(store, school)), version.id, NOW)
    assert (found.row.owner.school_id, found.row.based_on, found.draft.foreign) == (school.id, version.id, ())
    other = begin_from_version(store, signed_in(store, a_director(store, third)), version.id, NOW)
    assert other.draft.foreign


def test_another_board_s_version_does_not_exist(store):
    version = a_version(store, a_board(store))
    with pytest.raises(NotFound):
        begin_from_version(store, signed_in(store, a_director(store)), version, NOW)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ibn-i Sînâ", "ibn-i-sina"),
        ("学校", "protocol"),
        ("law", "protocol"),
        ("A" * 60, "a" * 48),
        ("!", "protocol"),
    ],
)
def test_an_address_is_made_of_any_name(name, slug):
    assert slug_of(name) == slug
