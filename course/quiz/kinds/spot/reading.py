"""A picture, and options with check boxes that each have a place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.kinds.boxes import has_tick
from course.quiz.kinds.items import attributes_of, items_of, option_of
from course.quiz.kinds.reading import Content, Reading
from course.quiz.markdown import QUIZ, children_of
from course.quiz.model import Area, QuestionKind
from course.reading.markdown import first_line, pictures
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.quiz.kinds.reading import Written
    from course.quiz.model import Option
    from course.reading.findings import Findings
    from course.reading.markdown import Node

WHOLE, STEP, SMALLEST = 100, 5, 10
"""Per cent of a picture: places lie on a grid, so that the style sheet knows them all, and are as large as a fingertip."""

MOST_PLACES = 8


def _read(written: Written) -> Content:
    """Read the first picture as the one that is tapped, and options that each tell where they are in it."""
    findings = written.findings
    scene = next((one for one in written.text if pictures(one)), None)
    if scene is None:
        findings.error(written.line, "spot-without-picture", told("There is nothing to tap."), SPOT.how)
    items = items_of(written, SPOT, "bullet_list")
    if len(items) > MOST_PLACES:
        message = told("%(number)s places are too many to find.", number=len(items))
        findings.error(written.line, "too-many-options", message, told("Leave some out."))
    options = tuple(_option(item, findings) for item in items)[:MOST_PLACES]
    return Content(
        [one for one in written.text if one is not scene], options, picture=_html(scene) if scene else ""
    )


def _html(scene: Node) -> str:
    drawn = [one for inline in scene.children for one in children_of(inline) if one.type == "image"]
    return QUIZ.inline_html(drawn[:1])


def _option(item: Node, findings: Findings) -> Option:
    right, area = has_tick(item, findings), area_of(attributes_of(item).get("at", "").split())
    if area is None:
        findings.error(first_line(item), "option-without-place", told("This option has no place."), SPOT.how)
    return option_of(item, findings, right=right, area=area)


def area_of(numbers: Sequence[str]) -> Area | None:
    """Read `left top width height`, in steps of five per cent of the picture; None where that is no place in it."""
    if [one.isascii() and one.isdigit() for one in numbers] != [True] * 4:
        return None
    left, top, width, height = (int(one) for one in numbers)
    is_inside = SMALLEST <= width <= WHOLE - left and SMALLEST <= height <= WHOLE - top
    on_grid = all(int(one) % STEP == 0 for one in numbers)
    return Area(left, top, width, height) if is_inside and on_grid else None


SPOT = Reading(
    QuestionKind.SPOT,
    told(
        'Write a picture, and options as `- [x] … {at="left top width height"}`, '
        "in steps of 5 per cent of it and at least 10."
    ),
    3,
    _read,
)
