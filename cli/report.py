"""The figures of a school or of all schools, as the pages of director and officer show them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from cli.language import Failed, language, translator
from course.reading.told import one_after_another, told

if TYPE_CHECKING:
    from pathlib import Path

    from course.people.actor import Actor
    from course.reports.table import Table
    from course.rulebooks.loaded import LoadedRules
    from course.store.store import Store


@click.command()
@click.argument("school", required=False)
@click.option("--trend", is_flag=True, help="Month by month, beside the year before.")
@click.option("--json", "as_json", is_flag=True, help="For machines: with what each figure counts.")
@click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)
@language
@click.pass_obj
def report(content: Path, school: str | None, database: str | None, *, trend: bool, as_json: bool) -> None:
    """Print the figures of SCHOOL, or of every school of the board side by side, as counts and without names."""
    from course.library import load_library
    from course.reports.csv_file import csv_lines
    from course.reports.plain import plain
    from course.rulebooks.loaded import LoadedRules
    from course.store.store import Store
    from web.config import Config

    store = Store.open(database or Config.from_environment().database)
    try:
        if unfit := store.unfit():
            raise Failed(unfit)
        rules = LoadedRules(load_library(content), store)
        table = _trend(store, rules, school) if trend else _table(store, rules, school)
    finally:
        store.close()
    if as_json:
        click.echo(json.dumps(plain(table, translator()), ensure_ascii=False, indent=1))
        return
    for line in csv_lines(table, translator()):
        click.echo(line, nl=False)


def _table(store: Store, rules: LoadedRules, school: str | None) -> Table:
    """Draw it as somebody would see it who looks from the board's office."""
    from cli.language import spoken
    from course.calendar import school_day
    from course.figures.boards import board_page
    from course.figures.schools import school_page
    from course.reports.drawing import board_table, school_table

    now = datetime.now(UTC)
    today = school_day(now)
    school_id, actor = _at_the_office(store, school, now)
    library = rules.library_of_board(actor.board_id, today)
    if school_id is not None:
        return school_table(school_page(store, library, actor, today, school_id), spoken(), now)
    return board_table(board_page(store, library, actor, today), library.norms.protocols, spoken(), now)


def _trend(store: Store, rules: LoadedRules, school: str | None) -> Table:
    """Draw the year as somebody would see it who looks from the board's office."""
    from cli.language import spoken
    from course.figures.trend import board_trend, school_trend
    from course.reports.over_time import trend_table

    now = datetime.now(UTC)
    school_id, actor = _at_the_office(store, school, now)
    library = rules.library_of_board(actor.board_id, actor.today)
    if school_id is not None:
        return trend_table(school_trend(store, library, actor, school_id), spoken(), now, of_board=False)
    found = board_trend(store, lambda _: library, library, actor)
    return trend_table(found, spoken(), now, of_board=True)


def _at_the_office(store: Store, school: str | None, now: datetime) -> tuple[int | None, Actor]:
    """Find the school by its name, and look with the eyes of an officer of its board."""
    from sqlalchemy import select

    from course.administration.console import at_the_console
    from course.people.roles import Role
    from course.people.tables import boards, schools
    from course.reading.findings import offer

    with store.read() as conn:
        rows = conn.execute(select(schools.c.id, schools.c.name, schools.c.board_id)).all()
        any_board = conn.execute(select(boards.c.id).order_by(boards.c.id)).scalar()
    found = [row for row in rows if school in {None, row.name}]
    if not found and school is not None:
        near = offer(school, [row.name for row in rows])
        raise Failed(one_after_another(told("There is no school %(name)s.", name=school), near))
    if any_board is None:
        raise Failed(told("There is no board yet."))
    board = found[0].board_id if found else any_board
    actor = at_the_console(store, board, now, Role.OFFICER)
    return (found[0].id if school is not None else None), actor
