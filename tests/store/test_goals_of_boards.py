"""Revision 0013 gives every board the five goals that it showed until then, in each of its school years."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import text

from course.calendar import school_day, school_year
from course.goals.board_goals import goals_of
from course.store.migrate import downgrade, upgrade
from course.store.store import Store
from tests.builders import the_five

ROWS = (
    "boards (name) VALUES ('De Veerkracht')",
    "boards (name) VALUES ('Buren')",
    "schools (board_id, name, protocol, adopted_on) VALUES (1, 'De Eik', 'kom-leren', '2020-08-01')",
    "groups (school_id, name, school_year) VALUES (1, '7B', 2023)",
    (
        "evidence (school_id, goal, school_year, happened_on, words, noted_at)"
        " VALUES (1, 'kom-leren:doelstellingen.1', 2021, '2021-09-01', 'Open dag', '2021-09-01 08:00:00+00:00')"
    ),
)


def years(store: Store, board: int) -> list[int]:
    with store.read() as conn:
        found = conn.execute(
            text("SELECT DISTINCT school_year FROM board_goals WHERE board_id = :board ORDER BY 1"),
            {"board": board},
        )
        return [*found.scalars()]


def test_every_board_keeps_its_five_goals_in_every_year_in_which_it_had_groups_or_evidence(
    empty_url: str,
) -> None:
    store = Store.open(empty_url)
    upgrade(store, "0012")
    this_year = school_year(school_day(datetime.now(UTC)))
    with store.write() as conn:
        for row in ROWS:
            conn.execute(text(f"INSERT INTO {row}"))
        conn.execute(
            text("INSERT INTO groups (school_id, name, school_year) VALUES (1, '8B', :next)"),
            {"next": this_year + 1},
        )
    upgrade(store, "0013")
    assert years(store, 1) == [2021, 2023, this_year]
    assert years(store, 2) == [this_year]
    store.migrate()
    with store.read() as conn:
        for year in (2021, 2023, this_year, this_year + 1):
            found = goals_of(conn, 1, year)
            assert [(one.number, one.goal_set) for one in found] == [(n, "kom-leren") for n in range(1, 6)]
            expected = [(one.id, one.words, one.due(year)) for one in the_five().goals.values()]
            assert [(one.goal.id, one.goal.words, one.goal.due(year)) for one in found] == expected
            for kept, told in zip(
                found, the_five().goals.values(), strict=True
            ):  # a board keeps what it adopted
                assert told.explanation.nl.startswith(kept.goal.explanation.nl)
            measured = [(one.measure, one.target, one.article) for one in the_five().goals.values()]
            assert [one.goal.purpose for one in found] == [one.purpose for one in the_five().goals.values()]
            assert [(one.goal.measure, one.goal.target, one.goal.article) for one in found] == measured
        assert conn.execute(text("SELECT count(*) FROM evidence")).scalar() == 1
    downgrade(store, "0012")
    with store.read() as conn:
        assert conn.execute(text("SELECT count(*) FROM evidence")).scalar() == 1
    store.close()


def test_a_database_without_boards_is_carried_over_too(empty_url: str) -> None:
    store = Store.open(empty_url)
    upgrade(store, "0012")
    upgrade(store, "0013")
    assert years(store, 1) == []
    store.close()
