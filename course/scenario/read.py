"""The reader of lessons: from Markdown to the model, with every problem at once."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from course.reading.edition import edition_of
from course.scenario.attributes import check_attributes
from course.scenario.draft import Draft
from course.scenario.fences import mend_fences
from course.scenario.front_matter import read_lesson_front_matter
from course.scenario.leftovers import check_leftovers
from course.scenario.markdown import LESSON
from course.scenario.model import Lesson
from course.scenario.scenes import check_memory, check_targets, read_scenes
from course.scenario.settle import bands_asked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from course.reading.findings import Problem
    from course.scenario.cast import SharedMember


def split_lines(draft: Draft) -> None:
    """Take the source as lines without their ends; a line of spaces is an empty line."""
    text = draft.source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    draft.lines = [line if line.strip() else "" for line in text.split("\n")]


def parse_markdown(draft: Draft) -> None:
    """Fill in the tokens of the mended lines."""
    draft.tokens = LESSON.tokens("\n".join(draft.lines) + "\n")


PHASES: tuple[Callable[[Draft], None], ...] = (
    split_lines,
    mend_fences,
    parse_markdown,
    read_lesson_front_matter,
    check_attributes,
    check_leftovers,
    read_scenes,
    check_targets,
    check_memory,
)


def read_lesson(
    text: str, file: str, lesson_id: str, shared: Mapping[str, SharedMember] | None = None
) -> tuple[Lesson | None, tuple[Problem, ...]]:
    """Read one lesson; never raises, whatever the text.

    `file` is the path that problems name, relative to the content root; `shared` is the cast of all lessons.
    The lesson is None where the text
    has no scene. A lesson that comes with a problem of severity `error` is only for further checks: a choice
    may lead nowhere, a value may be empty.
    """
    draft = Draft(file, lesson_id, text, shared=shared or {})
    for phase in PHASES:
        phase(draft)
    if not draft.scenes:
        return None, draft.in_order()
    front = draft.front
    lesson = Lesson(
        id=lesson_id,
        title=draft.title or front.title,
        module=front.module,
        bands=front.bands,
        minutes=front.minutes,
        frameworks=front.frameworks,
        articles=front.articles,
        help=front.help,
        incident=front.incident,
        plays=front.plays,
        opening=tuple(draft.opening),
        cast=MappingProxyType(front.cast),
        scenes=MappingProxyType(draft.scenes),
        edition=edition_of(text),
        file=file,
        cover=draft.cover,
        key_lines=MappingProxyType(front.lines),
        talk=tuple(draft.talk),
        prepare=tuple(draft.prepare),
    )
    return replace(lesson, by_band=bands_asked(lesson)), draft.in_order()
