"""Who is who, without a database."""

from __future__ import annotations

from dataclasses import replace

from course.rosters.difference import Change, difference
from course.rosters.standing import KnownGroup, KnownPerson, Standing
from tests.rosters.rosters import a_roster


def known(number: int, name: str, key: str | None, *groups: int) -> KnownPerson:
    return KnownPerson(
        number,
        name,
        name,
        "",
        "",
        "",
        "7",
        key=key,
        roles=frozenset({"pupil"}),
        groups=dict.fromkeys(groups, "pupil"),
    )


def test_two_children_of_one_name_by_hand_are_nobodys_match() -> None:
    groups = (KnownGroup(1, "Groep 7A", None),)
    standing = Standing(1, groups, (known(1, "Sam", None, 1), known(2, "Sam", None, 1)))
    found = difference(a_roster({"9": ("Sam", "7A")}), standing)
    assert found.pupils[0].change is Change.NEW


def test_a_key_goes_before_a_name() -> None:
    groups = (KnownGroup(1, "Groep 7A", "7A"),)
    standing = Standing(1, groups, (known(1, "Sam", None, 1), known(2, "Noor", "9", 1)))
    found = difference(a_roster({"9": ("Sam", "7A")}), standing)
    assert found.pupils[0].person_id == 2


def test_an_eck_id_is_known_under_another_key() -> None:
    person = known(2, "Noor", "old", 1)
    person.eck_id = "https://ketenid.example/1"
    roster = a_roster({"new": ("Noor", "7A")})
    pupil = roster.pupils[0]
    found = difference(
        type(roster)(
            roster.kind, roster.school, roster.school_year, roster.groups,
            (replace(pupil, eck_id="https://ketenid.example/1"),), (),
        ),
        Standing(1, (KnownGroup(1, "Groep 7A", "7A"),), (person,)),
    )  # fmt: skip
    assert found.pupils[0].person_id == 2
    assert not found.pupils[0].has_key


def test_another_year_is_a_change_and_nothing_is_one_where_all_is_the_same() -> None:
    person = known(2, "Noor", "9", 1)
    person.year_group = "6"
    standing = Standing(1, (KnownGroup(1, "Groep 7A", "7A"),), (person,))
    found = difference(a_roster({"9": ("Noor", "7A")}), standing)
    assert (found.pupils[0].change, found.pupils[0].old_year_group) == (Change.CHANGED, "6")
    assert not found.is_empty
