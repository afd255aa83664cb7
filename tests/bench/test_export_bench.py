"""A whole school as a file, and ten times such a school: what making it holds at most. Rows are made in bulk."""

import tracemalloc
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import insert

from course.calendar import school_year
from course.enrolment.tables import group_sizes
from course.figures.tables import snapshot_counts, snapshots
from course.goals.tables import evidence
from course.learning.tables import group_progress, progress
from course.library import default_content_root, load_library
from course.norms.model import Audience
from course.people.roles import InGroup, Role
from course.people.tables import groups, memberships, persons, roles
from course.reports.whole.asking import Format, look
from course.reports.whole.making import make
from course.reports.whole.tables import exports
from tests import builders
from tests.bench.table import printed
from tests.reports.whole.files import reader_of

pytestmark = pytest.mark.bench

GROUPS, TIMES = 90, 10
PUPILS, ENTRIES, MONTHS = 22, 6, 4
"""Of each group: pupils, entries of the logbook, months that were written down."""
STAFF = 2
MOST = 1.25
"""Ten times the school may hold so much more: pages of the database's cache, and nothing that grows with it."""
AT_ONCE = 5_000


@pytest.fixture(scope="module")
def library():
    return load_library(default_content_root())


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.ADMINISTRATOR])
@pytest.mark.parametrize("wanted", Format)
def test_ten_times_the_school_is_made_in_the_memory_of_one(store, library, role, wanted, capsys):
    rows = []
    for times in (1, TIMES):
        school = builders.a_school(store, name=f"School {times}")
        maker = builders.a_director if role is Role.DIRECTOR else builders.an_administrator
        actor = builders.signed_in(store, maker(store, school))
        fill(store, library, school, GROUPS * times)
        make_one(store, library, actor, school, wanted)
        tracemalloc.start()
        size = make_one(store, library, actor, school, wanted)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        rows.append((f"{GROUPS * times} groups, {GROUPS * times * PUPILS:,} pupils", size / 1e6, peak / 1e6))
    ratio = rows[1][2] / rows[0][2]
    with capsys.disabled():
        title = f"{store.engine.dialect.name}, {role}, {wanted}: the peak of making it, ratio {ratio:.2f} (at most {MOST})"
        printed(title, ("", "MB of file", "MB at most held"), rows)
    assert ratio <= MOST


def make_one(store, library, actor, school, wanted):
    now = datetime.now(UTC)
    row = {"school_id": school.id, "asked_by": actor.person_id, "role": actor.role, "format": wanted.value}
    with store.write() as conn:
        conn.execute(exports.delete())
        conn.execute(insert(exports), {**row, "asked_at": now, "touched_at": now - timedelta(hours=1)})
    export = look(store, actor, school.id, now)[1]
    assert make(store, export, reader_of(store, library, actor, school.id, "nl"), lambda: datetime.now(UTC))
    return look(store, actor, school.id, now)[1].size


def fill(store, library, school, number):
    """Give a school so many groups, each with pupils, counters, evidence and months."""
    today = builders.NOW.date()
    year, since = school_year(today), date(school_year(today), 8, 1)
    modules = [one.id for one in library.modules_for(Audience.PUPIL)]
    ids = many(
        store,
        groups,
        [{"school_id": school.id, "name": f"{one:04}", "school_year": year} for one in range(number)],
    )
    many(store, group_sizes, [{"group_id": one, "year_group": "7", "pupils": PUPILS} for one in ids])
    counts = {"begun": 12, "completed": 9, "year_group": "7"}
    many(
        store,
        group_progress,
        [{"group_id": one, "module": module, **counts} for one in ids for module in modules],
    )
    people(store, school, ids, since, [one.id for one in library.modules_for(Audience.TEACHER)])
    noted = {
        "school_id": school.id,
        "goal": "",
        "school_year": year,
        "words": "Foto's van het uitje op de klassenpagina. " * 3,
    }
    noted |= {"happened_on": today, "noted_at": builders.NOW, "purpose": "parents"}
    many(store, evidence, [{**noted, "group_id": one} for one in ids for _ in range(ENTRIES)])
    for month in range(MONTHS):
        day = date(year, 8 + month, 28)
        row = {"school_id": school.id, "month_on": day.replace(day=1), "school_year": year, "taken_on": day}
        (taken,) = many(store, snapshots, [row])
        told = {"snapshot_id": taken, "audience": "pupil", "learners": PUPILS, "begun": 12, "completed": 9}
        many(
            store,
            snapshot_counts,
            [
                {**told, "group_id": one, "group_name": f"{one:04}", "module": module}
                for one in ids
                for module in modules
            ],
        )


def people(store, school, ids, since, modules):
    of_board = {"board_id": school.board_id, "created_at": builders.NOW}
    for role, each in ((Role.PUPIL, PUPILS), (Role.TEACHER, STAFF)):
        named = [
            {
                "name": f"{role} {one} {number}",
                "sort_key": f"{one:08}{number:04}",
                "year_group": "7",
                **of_board,
            }
            for one in ids
            for number in range(each)
        ]
        found = many(store, persons, named)
        place = {"role": role.value, "board_id": school.board_id, "school_id": school.id, "from_on": since}
        many(store, roles, [{"person_id": one, **place} for one in found])
        joined = {"role": InGroup(role.value).value, "from_on": since}
        many(
            store,
            memberships,
            [
                {"person_id": one, "group_id": ids[at // each], "look": f"{role[:1]}{at}", **joined}
                for at, one in enumerate(found)
            ],
        )
        if role is Role.TEACHER:
            done = {"started_at": builders.NOW, "touched_at": builders.NOW, "attempts": 1, "best": 90}
            many(
                store,
                progress,
                [{"person_id": one, "module": module, **done} for one in found for module in modules],
            )


def many(store, table, rows):
    """Insert rows in parts; gives their ids, where the table has them."""
    found = []
    has_id = "id" in table.c
    for first in range(0, len(rows), AT_ONCE):
        part = rows[first : first + AT_ONCE]
        with store.write() as conn:
            if has_id:
                found += conn.execute(
                    insert(table).returning(table.c.id, sort_by_parameter_order=True), part
                ).scalars()
            else:
                conn.execute(insert(table), part)
    return found
