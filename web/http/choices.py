"""The choice that a form carries: one button's, or the parts of which a message was completed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.scenario.composing import JOINT

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict


def choice_in(fields: MultiDict[str, str]) -> str:
    """Give the choice as `course.scenario.composing` takes it; empty where there is none."""
    places = sorted((int(name[5:]), name) for name in fields if name[:5] == "part-" and name[5:].isdecimal())
    if places:
        return "".join(JOINT + fields[name] for _, name in places)
    return fields.get("choice", "")
