"""Tell a lesson's scenes, choices and endings as Mermaid text, which Git hosts and the preview draw."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.language import language_named, said
from cli.norms import load
from cli.reporting import BROKEN_CONTENT, UNKNOWN_NAME, report_problems
from course.errors import KINDS
from course.library.shared_cast import read_shared_cast
from course.norms.table import VerdictTable
from course.reading.findings import Findings, nearest
from course.reading.text import read_text
from course.reading.told import one_after_another, told, told_number
from course.scenario.graph import mermaid
from course.scenario.model import BANDS
from course.scenario.read import read_lesson
from course.scenario.settle import rules_asked, settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from course.norms.model import Protocol, Verdict
    from course.scenario.model import Lesson


@click.command()
@click.argument("lesson")
@click.option(
    "--protocol",
    help="Show it as it is at a school with this protocol, with its verdicts; for all schools unless given.",
)
@click.option("--band", type=click.Choice(BANDS), help="With --protocol, for which band.")
@click.option(
    "--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Which text of it."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    help="Write to this file; to the screen unless given.",
)
@language_named("--language")
@click.pass_obj
def graph(
    content: Path, lesson: str, protocol: str | None, band: str | None, lang: str, output: Path | None
) -> None:
    """Tell the scenes, choices and endings of LESSON, the name of its folder, as Mermaid text.

    Git hosts draw it in a Markdown file, between ```mermaid and ```; `deelwijs preview` shows it drawn.
    """
    drawn = _read(content, lesson, lang)
    text = _under(content, drawn, protocol, band) if protocol else mermaid(drawn)
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.FileError(str(output), error.strerror or str(error)) from error
    scenes = told_number("%(num)s scene", "%(num)s scenes", len(drawn.scenes))
    click.echo(f"{output}: {said(scenes)}")


def _read(content: Path, lesson: str, lang: str) -> Lesson:
    """Read a lesson, or end with exit code 2 and the nearest name; tells its problems, and draws what there is."""
    known = {path.parent.name for path in (content / "lessons").glob("*/*.md")}
    if lesson not in known:
        _unknown("lesson", lesson, known)
    findings = Findings(f"lessons/{lesson}/{lang}.md")
    if not (content / findings.file).exists():
        _untranslated(lesson, lang)
    text = read_text(content, findings)
    shared, _ = read_shared_cast(content)
    drawn, problems = read_lesson(text, findings.file, lesson, shared) if text is not None else (None, ())
    report_problems([*findings.found, *problems])
    if drawn is None:
        sys.exit(BROKEN_CONTENT)
    return drawn


def _untranslated(lesson: str, lang: str) -> None:
    """End with exit code 2 for a lesson that is there in the other language only."""
    other = "nl" if lang == "en" else "en"
    lacking = (
        told("The lesson %(lesson)s has no English text", lesson=lesson)
        if lang == "en"
        else told("The lesson %(lesson)s has no Dutch text", lesson=lesson)
    )
    remedy = told(
        "write lessons/%(lesson)s/%(lang)s.md, or ask for --lang %(other)s",
        lesson=lesson,
        lang=lang,
        other=other,
    )
    click.echo(said(one_after_another(lacking, remedy, between="; ")), err=True)
    sys.exit(UNKNOWN_NAME)


def _under(content: Path, lesson: Lesson, protocol: str, band: str | None) -> str:
    """Tell a lesson as it is under a protocol, with the school's name; tells which acts are unknown."""
    norms = load(content)
    protocols: Mapping[str, Protocol] = norms.protocols
    if protocol not in protocols:
        _unknown("protocol", protocol, protocols)
    asked = lesson.acts() | {one.act for one in rules_asked(lesson)}
    unknown = sorted(asked - norms.acts.keys())
    if unknown:
        _unknown("act", unknown[0], norms.acts)
    table = VerdictTable(norms)

    def verdict_of(act: str) -> Verdict:
        return table.verdict(protocol, act)

    here = settle(lesson, lambda act: table.stance(protocol, act), band)
    return mermaid(here, verdict_of, protocols[protocol].name)


def _unknown(kind: str, name: str, names: Iterable[str]) -> None:
    known = sorted(names)
    like = nearest(name, known)
    if like:
        remedy = told("did you mean %(name)s?", name=like)
    else:
        remedy = (
            told("there are: %(names)s", names=", ".join(known)) if known else told("there is none at all")
        )
    unknown = told("There is no %(kind)s %(name)s", kind=KINDS[kind], name=name)
    click.echo(said(one_after_another(unknown, remedy, between="; ")), err=True)
    sys.exit(UNKNOWN_NAME)
