"""Play a lesson and its quiz in the browser straight from their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.language import language, said
from cli.listening import PORT, refuse_if_taken
from course.errors import KINDS
from course.reading.told import one_after_another, told

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("lesson")
@click.option(
    "--protocol",
    default="kom-leren",
    show_default=True,
    help="Whose rules to begin with; the page lets you choose.",
)
@click.option("--port", type=PORT, default=8001, show_default=True, help="Port on this machine.")
@language
@click.pass_obj
def preview(content: Path, lesson: str, protocol: str, port: int) -> None:
    """Play LESSON and the quiz of its module from their files, and load them again whenever one is saved.

    The name of a quiz does as well.
    """
    from werkzeug.serving import run_simple

    from course.errors import NotFound
    from course.reading.findings import nearest
    from web.preview import make_preview
    from web.preview.desk import Desk

    known = sorted(path.name for path in (content / "lessons").glob("*") if path.is_dir())
    quiz = ""
    if lesson not in known and (of_quiz := _lesson_of(content, lesson)):
        lesson, quiz = of_quiz, lesson
    if lesson not in known:
        raise click.UsageError(_unknown("lesson", lesson, nearest(lesson, known)))
    try:
        desk = Desk(content, lesson, protocol)
    except NotFound as error:
        raise click.UsageError(_unknown(error.kind, error.name, error.nearest)) from None
    refuse_if_taken("127.0.0.1", port)
    address = f"http://127.0.0.1:{port}"
    preview = told("Preview of %(lesson)s: %(address)s  (Ctrl-C stops it)", lesson=lesson, address=address)
    click.echo(said(preview))
    if quiz:
        click.echo(said(told("Its quiz: %(address)s", address=f"{address}/lessons/quizzes/{quiz}")))
    run_simple("127.0.0.1", port, make_preview(desk), threaded=True)


def _lesson_of(content: Path, quiz: str) -> str:
    """Name the first lesson of the module that a quiz belongs to; empty for what is no quiz."""
    from course.curriculum.read import read_curriculum

    modules = read_curriculum(content)[0].modules.values()
    return next((one.lessons[0] for one in modules if one.quiz == quiz and one.lessons), "")


def _unknown(kind: str, name: str, near: str | None) -> str:
    unknown = told("There is no %(kind)s %(name)r.", kind=KINDS.get(kind, kind), name=name)
    return said(
        one_after_another(unknown, told("Did you mean %(name)r?", name=near), between=" ")
        if near
        else unknown
    )
