"""A board begins with one administrator, who adds its schools."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.administration.beginning import add_school, begin, has_begun, rename_school
from course.administration.overview import kept_schools
from course.errors import Invalid, NotFound, Refused
from course.journal.journal import Origin
from course.people.invitations import accept
from course.people.roles import Role
from tests import builders
from tests.builders import NOW

if TYPE_CHECKING:
    from course.people.actor import Actor
    from course.store.store import Store

OWN = "paarse-lantaarn-zwemt-hoog"
KNOWN = {"kom-leren"}
ORIGIN = Origin(NOW)


def an_administrator(store: Store) -> Actor:
    token = begin(store, "Stichting De Kade", "Anna de Vries", "Anna@kade.example", NOW)
    accept(store, token, OWN, NOW)
    from course.people.sign_in import sign_in_staff

    return builders.identity_of(store, sign_in_staff(store, "anna@kade.example", OWN, NOW))


def test_the_first_administrator_comes_in_with_the_link_and_adds_a_school(store: Store) -> None:
    assert not has_begun(store)
    admin = an_administrator(store)
    assert has_begun(store)
    assert (admin.role, admin.school_id, admin.board_name) == (Role.ADMINISTRATOR, None, "Stichting De Kade")
    school = add_school(store, admin, " De  Steiger ", "kom-leren", KNOWN, ORIGIN)
    rename_school(store, admin, school, "De Kade", ORIGIN)
    assert [one.school.name for one in kept_schools(store, admin)] == ["De Kade"]


def test_a_board_that_is_there_is_never_begun_again(store: Store) -> None:
    an_administrator(store)
    with pytest.raises(Refused):
        begin(store, "Andere", "Bo", "bo@kade.example", NOW)


@pytest.mark.parametrize(("board", "email"), [("", "a@b.example"), ("Bestuur", "anna")])
def test_a_name_and_an_address_are_needed(store: Store, board: str, email: str) -> None:
    with pytest.raises(Invalid):
        begin(store, board, "Anna", email, NOW)
    assert not has_begun(store)


def test_schools_have_names_of_their_own_and_a_known_protocol(store: Store) -> None:
    admin = an_administrator(store)
    add_school(store, admin, "De Kade", "kom-leren", KNOWN, ORIGIN)
    for name, protocol in (("de kade", "kom-leren"), ("", "kom-leren"), ("De Wal", "none")):
        with pytest.raises(Invalid):
            add_school(store, admin, name, protocol, KNOWN, ORIGIN)


def test_who_keeps_one_school_adds_none(store: Store) -> None:
    school = builders.a_school(store)
    admin = builders.signed_in(store, builders.an_administrator(store, school))
    with pytest.raises(NotFound):
        add_school(store, admin, "De Wal", "kom-leren", KNOWN, ORIGIN)
    with pytest.raises(NotFound):
        rename_school(store, admin, builders.a_school(store).id, "De Wal", ORIGIN)
