"""Pupils by hand: added, called otherwise, moved, taken out and put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.administration.finding import group_page, person_page
from course.administration.pupils import add_by_name, move, put_back, rename, set_year, take_out
from course.enrolment.recount import differences
from course.errors import Invalid, NotFound
from course.journal.journal import Origin
from tests import builders
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store

ORIGIN = Origin(NOW)


def test_several_come_in_at_once_each_with_a_tile_of_its_own(store: Store) -> None:
    school = builders.a_school(store)
    group = builders.a_group(store, school)
    builders.a_pupil(store, group, "Sam")
    admin = builders.signed_in(store, builders.an_administrator(store, school))
    names = add_by_name(store, admin, group.id, "Noor van Dam\nSam de Boer\n\nSam Jansen", "7", ORIGIN)
    assert names == ("Noor", "Sam B.", "Sam J.")
    assert [one.name for one in group_page(store, admin, group.id).pupils] == [
        "Noor",
        "Sam",
        "Sam B.",
        "Sam J.",
    ]
    for names_typed, year in (("", "7"), ("Noor", "99"), ("\n".join("abcdefgh" * 10), "7"), ("x" * 81, "7")):
        with pytest.raises(Invalid):
            add_by_name(store, admin, group.id, names_typed, year, ORIGIN)


def test_a_name_that_another_tile_has_is_refused_and_figures_stay_true(store: Store) -> None:
    school = builders.a_school(store)
    group, other = builders.a_group(store, school), builders.a_group(store, school)
    admin = builders.signed_in(store, builders.an_administrator(store, school))
    noor, sam = builders.a_pupil(store, group, "Noor"), builders.a_pupil(store, group, "Sam")
    builders.a_pupil(store, other, "Noor")
    with pytest.raises(Invalid):
        rename(store, admin, sam, "noor", ORIGIN)
    with pytest.raises(Invalid):
        move(store, admin, noor, other.id, ORIGIN)
    move(store, admin, sam, other.id, ORIGIN)
    set_year(store, admin, sam, "8", ORIGIN)
    rename(store, admin, sam, "Samira", ORIGIN)
    page = person_page(store, admin, sam)
    assert (page.person.name, page.person.year_group) == ("Samira", "8")
    assert [one for one, _name, _school in page.groups] == [other.id]
    with store.read() as conn:
        assert differences(conn, school.id) == ()


def test_who_is_taken_out_is_put_back_as_a_pupil_of_the_school(store: Store) -> None:
    school = builders.a_school(store)
    group = builders.a_group(store, school)
    admin = builders.signed_in(store, builders.an_administrator(store, school))
    noor = builders.a_pupil(store, group, "Noor")
    take_out(store, admin, noor, ORIGIN)
    assert not person_page(store, admin, noor).person.open_roles
    put_back(store, admin, noor, ORIGIN)
    put_back(store, admin, noor, ORIGIN)
    assert len(person_page(store, admin, noor).person.open_roles) == 1
    move(store, admin, noor, group.id, ORIGIN)
    with store.read() as conn:
        assert differences(conn, school.id) == ()


def test_a_neighbours_pupil_is_not_there(store: Store) -> None:
    school = builders.a_school(store)
    admin = builders.signed_in(store, builders.an_administrator(store, school))
    stranger = builders.a_pupil(store, builders.a_group(store))
    for call in (
        lambda: rename(store, admin, stranger, "X", ORIGIN),
        lambda: take_out(store, admin, stranger, ORIGIN),
        lambda: person_page(store, admin, stranger),
        lambda: set_year(store, admin, admin.person_id, "7", ORIGIN),
    ):
        with pytest.raises(NotFound):
            call()
