"""Read `curriculum/practised.toml`: what of the frameworks is practised by deciding on acts of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.curriculum.model import Practised
from course.reading.fields import Reading

if TYPE_CHECKING:
    from course.reading.findings import Problem


def read_practised(text: str, file: str) -> tuple[dict[str, Practised], tuple[Problem, ...]]:
    """Read what each theme practises, by its id in the order of the file, with every problem in line order."""
    reading = Reading(file, text)
    reading.top.only("themes")
    themes = reading.top.entries("themes")
    practised = {
        theme: Practised(themes.texts(theme), reading.toml.line((*themes.path, theme)))
        for theme in themes.table
    }
    return practised, reading.in_order()
