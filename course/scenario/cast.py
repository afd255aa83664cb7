"""People whom readers meet in more than one lesson: `lessons/cast/`, one file per person, with their faces beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.reading.fields import Reading
from course.reading.told import told
from course.scenario.model import CAST
from course.scenario.paragraphs import PICTURE_FILE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from course.reading.findings import Problem

PLAIN = "face"
"""The face of who is given no other."""


@dataclass(frozen=True, slots=True)
class SharedMember:
    """Somebody of the shared cast; the key is the file's name."""

    key: str
    name: str
    faces: Mapping[str, str]
    """File names by what they show, e.g. "happy"; the first of all is the plain one."""


def read_member(
    text: str, file: str, key: str, pictures: Collection[str]
) -> tuple[SharedMember, tuple[Problem, ...]]:
    """Read one person; reports a face that is no drawing in the folder."""
    reading = Reading(file, text)
    fields = reading.top
    fields.only("name", PLAIN, "faces", "about")
    faces = {PLAIN: fields.text(PLAIN)}
    more = fields.table.get("faces", {})
    if not isinstance(more, dict) or not all(isinstance(one, str) for one in more.values()):
        fields.report(
            "faces",
            "wrong-faces",
            told("these are no faces"),
            told('write `faces = {happy = "noor-happy.svg"}`'),
        )
        more = {}
    faces |= more
    for name, src in faces.items():
        if src and (not PICTURE_FILE.fullmatch(src) or src not in pictures):
            place = PLAIN if name == PLAIN else "faces"
            remedy = told(
                "put `%(src)s` in lessons/%(cast)s/, or name a drawing that is there", src=src, cast=CAST
            )
            fields.report(place, "missing-picture", told("there is no picture %(src)s", src=src), remedy)
    return SharedMember(key, fields.text("name"), faces), reading.in_order()
