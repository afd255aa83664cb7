"""The examples in the documentation of a format are read as an author would copy them, without a problem."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.reading.findings import without_hints
from course.reading.markdown import anchor
from course.scenario.cast import read_member
from course.scenario.read import read_lesson

TEXT = (Path(__file__).parents[2] / "docs" / "lesson-format.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = [one["text"] for one in BLOCK.finditer(TEXT) if one["kind"] == "markdown"]
FRONT = next(one["text"] for one in BLOCK.finditer(TEXT) if one["kind"] == "yaml")


def as_lesson(example: str) -> str:
    """An example in a lesson of its own: with a scene around it, and the scenes that its choices lead to."""
    text = example if example.startswith(("#", "{")) or "\n## " in example else f"## Een scène\n\n{example}"
    here = {anchor(one) for one in re.findall(r"^## (.*)$", text, re.MULTILINE)}
    there = dict.fromkeys(re.findall(r"\]\(#([\w-]+)\)", text))
    text += "".join(f"\n\n## {one}\n" for one in there if one not in here)
    return f"{FRONT}\n# De foto van Daan\n\n{text}\n"


@pytest.mark.parametrize("example", EXAMPLES, ids=[one.splitlines()[0][:40] for one in EXAMPLES])
def test_an_example_of_the_lesson_format_is_read_without_a_problem(example: str) -> None:
    lesson, problems = read_lesson(as_lesson(example), "lessons/les/nl.md", "les")
    assert without_hints(problems) == []
    assert lesson is not None
    shown = [
        part for scene in lesson.scenes.values() for part in (*scene.pieces, *scene.choices, *scene.talk)
    ]
    assert shown, "an example shows something"


def test_the_example_of_the_shared_cast_is_read_without_a_problem() -> None:
    text = next(one["text"] for one in BLOCK.finditer(TEXT) if one["kind"] == "toml")
    member, problems = read_member(text, "lessons/cast/noor.toml", "noor", {"noor.svg", "noor-blij.svg"})
    assert problems == ()
    assert member.name == "Noor"


def test_every_way_to_write_a_condition_has_an_example() -> None:
    examples = "\n".join(EXAMPLES)
    assert all(one in examples for one in ("chose=", "chose!=", "stance=", "verdict=", "band=", 'when="'))
