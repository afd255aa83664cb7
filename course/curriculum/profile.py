"""Read `curriculum/profile.toml`: the questions of a school's profile plan, and what makes its goal SMART."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.curriculum.model import ProfileQuestions, Prompt
from course.reading.fields import Reading
from course.reading.told import told

if TYPE_CHECKING:
    from course.reading.fields import Fields
    from course.reading.findings import Problem

_NAME = re.compile(r"[a-z]{1,30}")


def read_profile(text: str, file: str) -> tuple[ProfileQuestions, tuple[Problem, ...]]:
    """Read the questions in the order of the file, with every problem in line order."""
    reading = Reading(file, text)
    top = reading.top
    top.only("source", "questions", "goal")
    source = top.text("source")
    questions = tuple(_prompt(name, fields) for name, fields in top.tables("questions"))
    goal = tuple(_prompt(name, fields) for name, fields in top.tables("goal"))
    twice = {one.id for one in questions} & {one.id for one in goal}
    if twice:
        message = told("%(name)r stands under questions and under goal", name=min(twice))
        top.report("goal", "duplicate-question", message, told("rename one of them"))
    return ProfileQuestions(source, questions, goal), reading.in_order()


def _prompt(name: str, fields: Fields) -> Prompt:
    fields.only("nl", "en", "explanation")
    if not _NAME.fullmatch(name):
        fields.reading.report(
            fields.path,
            "wrong-name",
            told("%(name)r can be no name of a question", name=name),
            told("write small letters, thirty at most"),
        )
    return Prompt(name, fields.words(), fields.both("explanation"))
