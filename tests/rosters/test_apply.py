"""A roster comes in: who is new, moved, gone and back, on both databases, with the figures of groups right beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from course.enrolment.recount import differences
from course.errors import Clash
from course.journal.journal import Origin
from course.people.roles import Role
from course.people.tables import memberships, persons, roles
from course.rosters.apply import apply
from course.rosters.difference import Change, difference
from course.rosters.standing import read_standing
from tests.builders import NOW, a_group, a_pupil, a_school, a_teacher
from tests.rosters.rosters import SCHOOL_YEAR, a_roster, a_teacher_of

if TYPE_CHECKING:
    from course.people.access import School
    from course.rosters.difference import Difference
    from course.rosters.model import Roster
    from course.store.store import Store


def let_in(store: Store, school: School, roster: Roster) -> Difference:
    with store.write() as conn:
        found = difference(roster, read_standing(conn, school.id, SCHOOL_YEAR))
        apply(conn, school, SCHOOL_YEAR, found, Origin(NOW))
    return found


def tiles(store: Store, school: School) -> dict[str, set[str]]:
    """The names on the tiles of each group."""
    with store.read() as conn:
        standing = read_standing(conn, school.id, SCHOOL_YEAR)
    return {
        group.name: {one.name for one in standing.people if group.id in one.groups and one.is_pupil}
        for group in standing.groups
    }


def test_an_empty_school_gets_its_groups_pupils_and_staff(store: Store) -> None:
    school = a_school(store)
    roster = a_roster({"1": ("Noor", "7A"), "2": ("Sam", "7A"), "3": ("Sam", "7B")}, (a_teacher_of("7A"),))
    found = let_in(store, school, roster)
    assert found.counts["new"] == 3
    assert tiles(store, school) == {"Groep 7A": {"Noor", "Sam"}, "Groep 7B": {"Sam"}}
    with store.read() as conn:
        teacher = conn.execute(
            select(persons.c.id).where(persons.c.email == "b.visser@school.example")
        ).scalar_one()
        assert conn.execute(select(roles.c.role).where(roles.c.person_id == teacher)).scalars().all() == [
            "teacher"
        ]
        assert conn.execute(select(func.count()).where(memberships.c.person_id == teacher)).scalar_one() == 1


def test_the_same_roster_again_changes_nothing(store: Store) -> None:
    school = a_school(store)
    roster = a_roster({"1": ("Noor", "7A"), "2": ("Sam", "")}, (a_teacher_of("7A"),))
    let_in(store, school, roster)
    again = let_in(store, school, roster)
    assert again.is_empty
    assert again.counts == {"new": 0, "back": 0, "moved": 0, "changed": 0, "same": 2, "gone": 0}


def test_pupils_move_go_and_come_back_as_the_same_people(store: Store) -> None:
    school = a_school(store)
    let_in(store, school, a_roster({"1": ("Noor", "7A"), "2": ("Sam", "7A")}))
    with store.read() as conn:
        before = {one.key: one.id for one in read_standing(conn, school.id, SCHOOL_YEAR).people}
    assert let_in(store, school, a_roster({"1": ("Noor", "7B")})).counts["gone"] == 1
    assert tiles(store, school) == {"Groep 7A": set(), "Groep 7B": {"Noor"}}
    back = let_in(store, school, a_roster({"1": ("Noor", "7B"), "2": ("Sam", "7B")}))
    assert [one.person_id for one in back.pupils_by(Change.BACK)] == [before["2"]]
    assert tiles(store, school)["Groep 7B"] == {"Noor", "Sam"}


def test_two_of_one_name_get_an_initial_and_lose_it_when_one_goes(store: Store) -> None:
    school = a_school(store)
    surnames = {"1": "de Wit", "2": "Zwart"}
    let_in(store, school, a_roster({"1": ("Sam", "7A"), "2": ("Sam", "7A")}, surnames=surnames))
    assert tiles(store, school) == {"Groep 7A": {"Sam W.", "Sam Z."}}
    let_in(store, school, a_roster({"1": ("Sam", "7A")}, surnames=surnames))
    assert tiles(store, school) == {"Groep 7A": {"Sam"}}


def test_two_may_swap_names_and_groups(store: Store) -> None:
    school = a_school(store)
    let_in(store, school, a_roster({"1": ("Sam", "7A"), "2": ("Noor", "7A"), "3": ("Finn", "7B")}))
    let_in(store, school, a_roster({"1": ("Noor", "7A"), "2": ("Sam", "7A"), "3": ("Finn", "7B")}))
    let_in(store, school, a_roster({"1": ("Noor", "7B"), "2": ("Sam", "7A"), "3": ("Finn", "7A")}))
    assert tiles(store, school) == {"Groep 7A": {"Sam", "Finn"}, "Groep 7B": {"Noor"}}


def test_a_group_is_known_by_its_key_when_its_name_changes(store: Store) -> None:
    school = a_school(store)
    let_in(store, school, a_roster({"1": ("Noor", "7A")}))
    found = let_in(store, school, a_roster({"1": ("Noor", "7A")}, names={"7A": "De Uilen"}))
    assert found.counts["same"] == 1
    assert tiles(store, school) == {"De Uilen": {"Noor"}}


def test_who_was_added_by_hand_is_known_by_name_and_group_and_never_taken_out(store: Store) -> None:
    school = a_school(store)
    group = a_group(store, school, "Groep 7A")
    noor, guest = a_pupil(store, group, "Noor"), a_pupil(store, group, "Gast")
    found = let_in(store, school, a_roster({"1": ("Noor", "7A"), "2": ("Gast", "7B")}))
    assert {one.key: one.person_id for one in found.pupils} == {"1": noor, "2": None}
    assert tiles(store, school) == {"Groep 7A": {"Noor", "Gast"}, "Groep 7B": {"Gast"}}
    assert guest not in {one.person_id for one in found.pupils}


def test_a_tile_is_clear_of_one_that_was_made_by_hand(store: Store) -> None:
    school = a_school(store)
    group = a_group(store, school, "Groep 7A")
    a_pupil(store, group, "Sam W.")
    let_in(
        store, school, a_roster({"1": ("Sam", "7A"), "2": ("Sam", "7A")}, surnames={"1": "Wit", "2": "Zwart"})
    )
    assert tiles(store, school)["Groep 7A"] == {"Sam W.", "Sam Wi.", "Sam Z."}


def test_staff_are_known_by_their_address_and_keep_it(store: Store) -> None:
    school = a_school(store)
    member = a_teacher(store, school=school)
    found = let_in(store, school, a_roster({"1": ("Noor", "7A")}, (a_teacher_of("7A", email=member.email),)))
    assert found.staff[0].person_id == member.id
    again = replace(a_teacher_of("7A"), email="anders@school.example")
    assert let_in(store, school, a_roster({"1": ("Noor", "7A")}, (again,))).staff[0].keeps_email
    with store.read() as conn:
        assert (
            conn.execute(select(persons.c.email).where(persons.c.id == member.id)).scalar_one()
            == member.email
        )


def test_staff_who_are_gone_lose_their_roles_and_those_without_a_part_are_not_added(store: Store) -> None:
    school = a_school(store)
    caretaker = replace(a_teacher_of("7A", "C1", "c@school.example"), roles=(), groups=())
    let_in(store, school, a_roster({"1": ("Noor", "7A")}, (a_teacher_of("7A"), caretaker)))
    found = let_in(store, school, a_roster({"1": ("Noor", "7A")}))
    assert [one.name for one in found.gone_staff] == ["Bram Visser"]
    with store.read() as conn:
        open_roles = select(func.count()).where(
            roles.c.role == Role.TEACHER.value, roles.c.until_on.is_(None)
        )
        assert conn.execute(open_roles.where(roles.c.school_id == school.id)).scalar_one() == 0
        assert conn.execute(select(persons.c.id).where(persons.c.email == "c@school.example")).first() is None


def test_another_schools_people_stay_as_they_are(store: Store) -> None:
    here, there = a_school(store), a_school(store)
    let_in(store, there, a_roster({"1": ("Noor", "7A")}))
    found = let_in(store, here, a_roster({"1": ("Noor", "7A")}))
    assert found.counts["new"] == 1
    assert tiles(store, there) == {"Groep 7A": {"Noor"}}


def test_an_import_that_fails_halfway_leaves_everything_as_it_was(store: Store) -> None:
    school = a_school(store)
    a_teacher_elsewhere = a_teacher(store, school=a_school(store))
    let_in(store, school, a_roster({"1": ("Noor", "7A")}))
    staff = (a_teacher_of("7A", email=a_teacher_elsewhere.email),)
    with pytest.raises(Clash):
        let_in(store, school, a_roster({"1": ("Noor", "7B"), "2": ("Sam", "7A")}, staff))
    assert tiles(store, school) == {"Groep 7A": {"Noor"}}


def test_progress_is_told_up_to_the_last(store: Store) -> None:
    school, told = a_school(store), list[tuple[int, int]]()
    roster = a_roster({str(at): ("Kind", "7A") for at in range(1_200)})
    with store.write() as conn:
        found = difference(roster, read_standing(conn, school.id, SCHOOL_YEAR))
        apply(conn, school, SCHOOL_YEAR, found, Origin(NOW), lambda done, of: told.append((done, of)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (1_200, 1_200)


pupils = st.dictionaries(
    st.sampled_from([str(at) for at in range(8)]),
    st.tuples(st.sampled_from(["Sam", "Noor", "Zoë", "sam"]), st.sampled_from(["", "7A", "7B", "8"])),
    min_size=1,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(pupils, min_size=1, max_size=4))
def test_any_row_of_rosters_leaves_one_tile_for_each_pupil_and_true_figures(
    store: Store, rosters: list[dict[str, tuple[str, str]]]
) -> None:
    school = a_school(store)
    for one in rosters:
        let_in(store, school, a_roster(one))
    assert let_in(store, school, a_roster(rosters[-1])).is_empty
    for group, names in tiles(store, school).items():
        assert len(names) == len([None for _, to in rosters[-1].values() if f"Groep {to}" == group])
    with store.read() as conn:
        assert not differences(conn, school.id)
