"""A new school year: shown, written as shown, undone while it can be, with what was learned going along."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from course.administration.rollover import confirm, last_rollover, next_name, plan, undo
from course.calendar import school_day
from course.classroom.class_sessions import open_class_session
from course.classroom.sign_in import sign_in_pupil
from course.enrolment.memberships import join
from course.enrolment.recount import differences
from course.errors import Invalid, Stale
from course.journal.journal import Origin
from course.learning.lesson.trails import forget_trails
from course.people.access import Group
from course.people.cards import draw_cards
from course.people.roles import InGroup
from course.people.tables import credentials, groups, memberships, persons, roles
from tests.builders import NOW, PICTURES, a_group, a_pupil, a_school, a_teacher, signed_in

if TYPE_CHECKING:
    from course.people.access import School
    from course.store.store import Store

AUGUST = datetime(2027, 8, 20, 9, tzinfo=UTC)
TODAY = school_day(AUGUST)
THEN = Origin(AUGUST)


@pytest.fixture
def school(store: Store) -> School:
    """Groep 7/8 with two of year 7 and one of year 8, and 6A with one of year 6."""
    made = a_school(store)
    both, six = a_group(store, made, "Groep 7/8"), a_group(store, made, "6A")
    for name, group, year in (
        ("Aya", both, "7"),
        ("Bram", both, "7"),
        ("Cato", both, "8"),
        ("Daan", six, "6"),
    ):
        a_pupil(store, group, name, year)
    return made


def standing(store: Store, school: School) -> dict[str, tuple[str | None, str | None]]:
    """Everybody's year and open group, by name; "" for the group of who has none, no year for who is gone."""
    query = (
        select(persons.c.name, persons.c.year_group, groups.c.name, groups.c.school_year, roles.c.until_on)
        .select_from(
            persons.join(roles, roles.c.person_id == persons.c.id)
            .outerjoin(
                memberships,
                (memberships.c.person_id == persons.c.id) & memberships.c.until_on.is_(None),
            )
            .outerjoin(groups, groups.c.id == memberships.c.group_id)
        )
        .where(roles.c.school_id == school.id, roles.c.role == "pupil")
    )
    with store.read() as conn:
        rows = conn.execute(query).all()
        assert differences(conn, school.id) == (), "counters are right after every step"
    return {
        row[0]: (None, None) if row.until_on else (row.year_group, f"{row[2]} {row.school_year}")
        for row in rows
    }


BEFORE = {
    "Aya": ("7", "Groep 7/8 2026"),
    "Bram": ("7", "Groep 7/8 2026"),
    "Cato": ("8", "Groep 7/8 2026"),
    "Daan": ("6", "6A 2026"),
}


def test_groups_go_up_leavers_leave_and_it_can_be_undone(store: Store, school: School) -> None:
    found = plan(store, school, TODAY)
    assert [(one.group, one.year_group, one.goes_to, len(one.pupils)) for one in found.lines] == [
        ("6A", "6", "7A", 1),
        ("Groep 7/8", "7", "Groep 7/8", 2),
        ("Groep 7/8", "8", "", 1),
    ]
    assert (found.moving, found.leaving, found.is_time) == (3, 1, True)
    assert standing(store, school) == BEFORE, "a preview writes nothing"
    confirm(store, school, {}, found.fingerprint, THEN)
    assert standing(store, school) == {
        "Aya": ("8", "Groep 7/8 2027"),
        "Bram": ("8", "Groep 7/8 2027"),
        "Cato": (None, None),
        "Daan": ("7", "7A 2027"),
    }
    assert plan(store, school, TODAY).from_year == 2027, "what is shown now is the year after"
    with pytest.raises(Invalid):
        confirm(store, school, {}, None, THEN)
    last = last_rollover(store, school)
    assert last is not None
    assert last.can_be_undone
    undo(store, school, THEN)
    assert standing(store, school) == BEFORE
    assert last_rollover(store, school) is None
    with store.read() as conn:
        years = conn.execute(select(groups.c.school_year)).scalars()
        assert set(years) == {2026}, "groups that it made are gone again"
    with pytest.raises(Invalid):
        undo(store, school, THEN)


def test_what_is_written_is_what_was_shown(store: Store, school: School) -> None:
    shown = plan(store, school, TODAY, {"6A": "7 blauw"})
    with pytest.raises(Stale):
        confirm(store, school, {}, shown.fingerprint, THEN)
    a_pupil(store, a_group(store, school, "5C"), "Eva", "5")
    with pytest.raises(Stale):
        confirm(store, school, {"6A": "7 blauw"}, shown.fingerprint, THEN)
    again = plan(store, school, TODAY, {"6A": "7 blauw", "Groep 7/8:8": "Groep 8"})
    confirm(store, school, {"6A": "7 blauw", "Groep 7/8:8": "Groep 8"}, again.fingerprint, THEN)
    assert standing(store, school)["Daan"] == ("7", "7 blauw 2027")
    assert standing(store, school)["Cato"] == ("8", "Groep 8 2027"), "who stays is in the same year"


def test_before_august_it_can_be_looked_at_alone(store: Store, school: School) -> None:
    found = plan(store, school, school_day(NOW))
    assert (found.from_year, found.to_year, found.is_time, found.moving) == (2026, 2027, False, 3)
    with pytest.raises(Invalid):
        confirm(store, school, {}, found.fingerprint, Origin(NOW))
    assert standing(store, school) == BEFORE


def test_whom_a_roster_of_the_new_year_placed_stays_there(store: Store, school: School) -> None:
    new = a_group(store, school, "Bovenbouw", 2027)
    with store.write() as conn:
        aya = conn.execute(select(persons.c.id).where(persons.c.name == "Aya")).scalar_one()
        join(conn, new.id, [aya], InGroup.PUPIL, TODAY)
    a_pupil(store, new, "Fay", "6")
    found = plan(store, school, TODAY)
    assert ([one[1] for one in found.placed], found.newcomers) == (["Aya"], ("Fay",))
    confirm(store, school, {}, found.fingerprint, THEN)
    after = standing(store, school)
    assert (after["Aya"], after["Fay"]) == (("7", "Bovenbouw 2027"), ("6", "Bovenbouw 2027"))
    undo(store, school, THEN)
    with store.read() as conn:
        held = conn.execute(
            select(memberships.c.group_id).where(
                memberships.c.person_id == aya, memberships.c.until_on.is_(None)
            )
        ).scalars()
        assert len(set(held)) == 2, "in both, as before"


def test_nothing_is_undone_once_a_pupil_came_in(store: Store, school: School) -> None:
    confirm(store, school, {}, None, THEN)
    with store.read() as conn:
        daan, group = conn.execute(
            select(memberships.c.person_id, memberships.c.group_id)
            .join(persons, persons.c.id == memberships.c.person_id)
            .where(persons.c.name == "Daan", memberships.c.until_on.is_(None))
        ).one()
        row = conn.execute(select(groups).where(groups.c.id == group)).one()
    teacher = signed_in(
        store, a_teacher(store, Group(row.id, school.id, school.board_id, row.name, 2027)), AUGUST
    )
    code = open_class_session(store, teacher, group, AUGUST).code
    sign_in_pupil(store, code, daan, PICTURES, AUGUST)
    with pytest.raises(Invalid) as refused:
        undo(store, school, THEN)
    assert "signed in since" in refused.value.fields["undo"]
    last = last_rollover(store, school)
    assert last is not None
    assert not last.can_be_undone


def test_two_of_one_name_keep_a_new_year_out_and_leave_all_as_it_was(store: Store, school: School) -> None:
    a_pupil(store, a_group(store, school, "6B"), "Daan", "6")
    with pytest.raises(Invalid):
        confirm(store, school, {"6B": "7A"}, None, THEN)
    with store.read() as conn:
        assert set(conn.execute(select(groups.c.school_year)).scalars()) == {2026}


def test_cards_end_with_the_year(store: Store, school: School) -> None:
    with store.read() as conn:
        row = conn.execute(select(groups).where(groups.c.name == "6A")).one()
    teacher = signed_in(store, a_teacher(store, Group(row.id, school.id, school.board_id, "6A", 2026)))
    with store.read() as conn:
        daan = conn.execute(select(persons.c.id).where(persons.c.name == "Daan")).scalar_one()
    draw_cards(store, teacher, row.id, [daan], b"x", NOW, forget_trails)
    confirm(store, school, {}, None, THEN)
    with store.read() as conn:
        assert "card" not in conn.execute(select(credentials.c.kind)).scalars().all()


@pytest.mark.parametrize(
    ("group", "year", "wanted"),
    [
        ("7B", "7", "8B"),
        ("Groep 7", "7", "Groep 8"),
        ("7/8", "7", "7/8"),
        ("De Uilen", "7", "De Uilen"),
        ("1A", "11", "2A"),
        ("H17", "7", "H17"),
        ("Schakelklas", "S", "Schakelklas"),
    ],
)
def test_a_name_is_suggested(group: str, year: str, wanted: str) -> None:
    assert next_name(group, year) == wanted
