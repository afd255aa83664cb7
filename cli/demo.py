"""Build the demo board, and print who can sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.language import language, said
from cli.listening import PORT, refuse_if_taken
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from course.demo.plan import PlannedBoard


@click.command()
@click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)
@click.option("--port", type=PORT, default=8000, show_default=True, help="Port on this machine.")
@click.option("--build-only", is_flag=True, help="Build and print; do not serve.")
@language
@click.pass_obj
def demo(content: Path, database: str | None, port: int, *, build_only: bool) -> None:
    """Build the demo board, unless it is there, print who can sign in and how, and serve it."""
    from cli.compile import compiled
    from cli.serve import run
    from course.demo.board import build_board
    from course.library import open_library
    from course.store.store import Store
    from web.config import Config

    if not build_only:
        refuse_if_taken("127.0.0.1", port)
    config = Config.from_environment()
    if not build_only:
        compiled(content, config.compiled)
    library = open_library(content, config.compiled)
    store = Store.open(database or config.database)
    try:
        store.migrate()
        click.echo(sheet(build_board(store, library)))
    finally:
        store.close()
    if not build_only:
        click.echo()
        run(content, database, host="127.0.0.1", port=port, workers=2)


def sheet(board: PlannedBoard) -> str:
    """Tell who can sign in: per school a pupil, a teacher and the director, and who works for the board."""
    from course.people.public_password import PASSWORD

    columns = (
        told("School"),
        told("Protocol"),
        told("Class code"),
        told("Group"),
        told("Pupil"),
        told("Pictures"),
    )
    pupils = [tuple(map(said, columns))]
    staff = [tuple(map(said, (told("School"), told("Teacher"), told("Director"))))]
    for school in board.schools:
        group = school.groups[0]
        pupil = group.pupils[0]
        pictures = ", ".join(pupil.pictures)
        pupils.append((school.name, school.protocol, school.code, group.name, pupil.name, pictures))
        staff.append((school.name, school.teachers[0].email, school.director.email))
    for one in board.beside:
        school, pupil = board.schools[one.school], one.group.pupils[0]
        pictures = ", ".join(pupil.pictures)
        pupils.append((school.name, school.protocol, one.code, one.group.name, pupil.name, pictures))
    return "\n".join(
        (
            said(told("Demo board: %(name)s (everybody in it is fictional)", name=board.name)),
            "",
            said(told("Pupils sign in with the class code, their name and four pictures:")),
            *_columns(pupils),
            "",
            said(
                told(
                    "Staff sign in with e-mail address and password; the password is %(password)s",
                    password=PASSWORD,
                )
            ),
            *_columns(staff),
            said(told("Officer of the board: %(email)s", email=board.officer.email)),
            *_administrator(board),
            *_with_two_roles(board),
        )
    )


def _administrator(board: PlannedBoard) -> list[str]:
    if board.administrator is None:
        return []
    return [said(told("Administrator of the board: %(email)s", email=board.administrator.email))]


def _with_two_roles(board: PlannedBoard) -> list[str]:
    """Name who chooses a role after signing in: see `course.demo.several`."""
    if len(board.schools) == 1:
        return []
    first, last = board.schools[0], board.schools[-1]
    return [
        said(told("Director who also teaches a group: %(email)s", email=last.director.email)),
        said(told("Teacher at two schools: %(email)s", email=first.teachers[-1].email)),
    ]


def _columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
