"""Two entries of one person become one, with what was learned of both."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, insert, select

from course.enrolment.merging import TWO_KEYS, merge
from course.enrolment.recount import differences, mend
from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Event, Origin
from course.learning.tables import attempts, progress, runs
from course.people.roster import add_external_key, find_by_external_key
from course.people.tables import memberships, persons
from tests.builders import NOW, a_group, a_pupil, a_school, a_teacher

if TYPE_CHECKING:
    from course.store.store import Store

EARLIER = NOW - timedelta(days=30)


def rows(store: Store, table: Any, person: int) -> list[dict[str, Any]]:
    with store.read() as conn:
        return [
            dict(row) for row in conn.execute(select(table).where(table.c.person_id == person)).mappings()
        ]


def learned(store: Store, person: int, **values: Any) -> None:
    row = {
        "person_id": person,
        "module": "foto",
        "started_at": NOW,
        "touched_at": NOW,
        "attempts": 1,
        "best": 40,
    }
    with store.write() as conn:
        conn.execute(insert(progress), {**row, **values})


def ran(store: Store, person: int, endings: dict[str, int], **values: Any) -> None:
    row = {"person_id": person, "lesson": "foto", "edition": "e", "path": "", "decided": "[]"}
    more = {"endings": json.dumps(endings), "started_at": NOW, "touched_at": NOW}
    with store.write() as conn:
        conn.execute(insert(runs), {**row, **more, **values})


def tried(store: Store, person: int, number: int, right: int, **values: Any) -> None:
    row = {
        "person_id": person,
        "quiz": "foto",
        "edition": "e",
        "number": number,
        "seed": 1,
        "questions": "[]",
    }
    with store.write() as conn:
        conn.execute(
            insert(attempts), {**row, "right": right, "started_at": NOW, "finished_at": NOW, **values}
        )


def test_the_best_of_both_stays_and_figures_are_right(store: Store) -> None:
    school = a_school(store)
    group, other = a_group(store, school), a_group(store, school)
    stays, double = a_pupil(store, group, "Noor"), a_pupil(store, other, "Noor")
    learned(store, stays, best=90, attempts=2)
    learned(store, double, completed_at=EARLIER, completed_edition="mod", quiz_passed_at=EARLIER)
    learned(store, double, module="appen")
    ran(store, stays, {"a": 3, "b": 5})
    ran(store, double, {"c": 2}, completed_at=EARLIER)
    tried(store, stays, 1, 4)
    tried(store, double, 1, 7)
    tried(store, double, 2, 8)
    with store.write() as conn:
        mend(conn, school.id)
        merge(conn, stays, double, school.board_id, Origin(NOW))
    (foto,) = [one for one in rows(store, progress, stays) if one["module"] == "foto"]
    assert (foto["best"], foto["attempts"], foto["completed_at"]) == (90, 3, EARLIER)
    assert len(rows(store, progress, stays)) == 2
    (run,) = rows(store, runs, stays)
    assert run["completed_at"] == EARLIER
    assert set(json.loads(run["endings"])) == {"a", "b", "c"}
    assert [(one["number"], one["right"]) for one in rows(store, attempts, stays)] == [(1, 4), (2, 7), (3, 8)]
    with store.read() as conn:
        assert differences(conn, school.id) == ()
        assert not conn.execute(select(func.count()).where(persons.c.id == double)).scalar()
    assert [one["group_id"] for one in rows(store, memberships, stays) if not one["until_on"]] == [group.id]
    (told,) = journal.read(store, events=[Event.MERGED])
    assert (told.about_id, told.detail) == (stays, str(double))


def test_who_is_in_no_group_takes_over_the_others(store: Store) -> None:
    from course.enrolment.memberships import leave

    school = a_school(store)
    group = a_group(store, school)
    stays, double = a_pupil(store, group, "Noor"), a_pupil(store, group, "Noortje")
    with store.write() as conn:
        leave(conn, group.id, [stays], NOW.date())
        merge(conn, stays, double, school.board_id, Origin(NOW))
    assert [one["look"] for one in rows(store, memberships, stays) if not one["until_on"]] == ["noor"]


def test_keys_go_along_and_two_of_one_administration_are_refused(store: Store) -> None:
    school = a_school(store)
    group = a_group(store, school)
    one, two, three = (a_pupil(store, group) for _ in range(3))
    with store.write() as conn:
        add_external_key(conn, two, "roster:1", "22")
        add_external_key(conn, three, "roster:1", "33")
        merge(conn, one, two, school.board_id, Origin(NOW))
    with store.read() as conn:
        assert find_by_external_key(conn, "roster:1", "22") == one
    with pytest.raises(Invalid) as refused, store.write() as conn:
        merge(conn, one, three, school.board_id, Origin(NOW))
    assert refused.value.fields["other"] == TWO_KEYS


def test_staff_keep_the_roles_and_groups_of_both(store: Store) -> None:
    school = a_school(store)
    group, other = a_group(store, school), a_group(store, school)
    stays, double = a_teacher(store, group), a_teacher(store, group, other)
    with store.write() as conn:
        merge(conn, stays.id, double.id, school.board_id, Origin(NOW))
    assert {one["group_id"] for one in rows(store, memberships, stays.id)} == {group.id, other.id}
