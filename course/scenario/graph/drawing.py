"""A lesson as a picture that stands on its own: one SVG file, no script, no font and nothing else to fetch."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from course.scenario.graph.layout import HEAD, LINE, MARGIN, WIDTH, Box, Plan, Row, plan
from course.scenario.graph.marks import (
    MARKS,
    NEUTRAL,
    WORDS,
    Mark,
    Place,
    VerdictOf,
    mark_of,
    place_of,
)
from course.scenario.graph.ways import ways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.scenario.model import Lesson

_FILL = {Place.SCENE: "#ffffff", Place.START: "#ffffff", Place.ENDING: "#e3f1ee", Place.LATER: "#fdf1cf"}
_STYLE = (
    "text{font-family:'Atkinson Hyperlegible Next','Atkinson Hyperlegible',system-ui,sans-serif;"
    "font-size:14px;fill:#1c2b45}.title{font-size:17px;font-weight:700}.kind{font-size:12px;font-weight:700;"
    "letter-spacing:.04em}.act{font-size:11.5px;fill:#46566b}.band{font-size:20px;font-weight:700}.caption{font-size:26px;font-weight:700}"
    ".way{fill:none;stroke-width:2}.sign{font-size:14px;font-weight:700;text-anchor:middle;fill:#fff}"
)
_LEGEND = 70.0
_ENTRY_WIDTH = 190.0
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg(lesson: Lesson, verdict_of: VerdictOf | None = None, school: str = "") -> str:
    """Draw the scenes with their choices, and a way from each choice to its scene.

    With `verdict_of` each way has the colour, line and sign of its verdict, and the picture
    a key; `school` names whose verdicts they are.
    """
    drawn = plan(lesson)
    height = drawn.height + (_LEGEND if verdict_of else 0.0)
    caption = f"{lesson.title} – {school}" if school else lesson.title
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawn.width:.0f} {height:.0f}" '
            f'width="{drawn.width:.0f}" height="{height:.0f}" style="max-width:100%;height:auto" role="img" '
            f'lang="{lesson.locale}" aria-labelledby="lesson-title lesson-description">'
        ),
        f'<title id="lesson-title">{_text(caption)}</title>',
        f'<desc id="lesson-description">{_text(_description(lesson, verdict_of))}</desc>',
        f"<style>{_STYLE}</style>",
        f"<defs>{''.join(_arrow(mark) for mark in (*MARKS.values(), NEUTRAL))}</defs>",
        f'<rect width="{drawn.width:.0f}" height="{height:.0f}" fill="#fbf6ea"/>',
        f'<text class="caption" x="{MARGIN:.0f}" y="{MARGIN + 16:.0f}">{_text(caption)}</text>',
        *(
            f'<text class="band" x="{MARGIN:.0f}" y="{band.top + 16:.0f}">{WORDS[lesson.locale][band.name]}</text>'
            for band in drawn.bands
        ),
        *_ways(drawn, verdict_of),
        *(line for box in drawn.boxes.values() for line in _box(lesson, box)),
        *_badges(drawn, verdict_of),
        *(_legend(drawn.height + _LEGEND / 2, lesson.locale) if verdict_of else ()),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    return escape(_UNPRINTABLE.sub("", text))


def _description(lesson: Lesson, verdict_of: VerdictOf | None) -> str:
    """Tell the whole graph in words, for who can't see it."""
    words = WORDS[lesson.locale]
    scenes = lesson.scenes.values()
    choices = [choice for scene in scenes for choice in scene.choices]
    endings = sum(scene.is_ending for scene in scenes)
    told = [
        f"{len(scenes)} {words['scenes']}, {len(choices)} {words['choices']}, {endings} {words['endings']}."
    ]
    for scene in scenes:
        place = place_of(lesson, scene)
        told.append(f"{scene.title}{'' if place is Place.SCENE else f' ({words[place]})'}.")
        for choice in scene.choices:
            target = lesson.scenes.get(choice.target)
            verdict = f" ({mark_of(choice, verdict_of).words[lesson.locale]})" if verdict_of else ""
            told.append(f"“{choice.text}”{verdict} {words['leads']} {target.title if target else '?'}.")
    return " ".join(told)


def _name(mark: Mark) -> str:
    return f"arrow-{mark.colour[1:]}"


def _arrow(mark: Mark) -> str:
    return (
        f'<marker id="{_name(mark)}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
        f'orient="auto"><path d="M0 0L10 5L0 10z" fill="{mark.colour}"/></marker>'
    )


def _ways(drawn: Plan, verdict_of: VerdictOf | None) -> Iterator[str]:
    for way in ways(drawn):
        mark = mark_of(way.row.choice, verdict_of)
        dashes = f' stroke-dasharray="{mark.dashes}"' if mark.dashes else ""
        yield (
            f'<path class="way" d="{way.path}" stroke="{mark.colour}"{dashes} '
            f'marker-end="url(#{_name(mark)})"/>'
        )


def _badges(drawn: Plan, verdict_of: VerdictOf | None) -> Iterator[str]:
    """Label each way where it leaves: with the sign of its verdict, or with the letter of its choice."""
    for way in ways(drawn):
        mark = mark_of(way.row.choice, verdict_of)
        yield _badge(*way.badge, mark, mark.sign if verdict_of else _letter(drawn, way.row))


def _letter(drawn: Plan, row: Row) -> str:
    box = next(box for box in drawn.boxes.values() if row in box.rows)
    return _letter_at(box.rows.index(row))


def _letter_at(index: int) -> str:
    return chr(ord("a") + index % 26)


def _badge(x: float, y: float, mark: Mark, sign: str) -> str:
    shapes = {
        "✓": f'<circle cx="{x:.0f}" cy="{y:.0f}" r="11" fill="{mark.colour}"/>',
        "?": f'<path d="M{x:.0f} {y - 14:.0f}l14 24h-28z" fill="{mark.colour}"/>',
        "✕": f'<rect x="{x - 10:.0f}" y="{y - 10:.0f}" width="20" height="20" rx="2" fill="{mark.colour}"/>',
        "…": f'<path d="M{x:.0f} {y - 13:.0f}l13 13l-13 13l-13-13z" fill="{mark.colour}"/>',
    }
    plain = f'<rect x="{x - 11:.0f}" y="{y - 9:.0f}" width="22" height="18" rx="9" fill="{mark.colour}"/>'
    return f'{shapes.get(sign, plain)}<text class="sign" x="{x:.0f}" y="{y + 5:.0f}">{sign}</text>'


def _outline(box: Box, place: Place) -> Iterator[str]:
    """Draw the shape of a scene: an ending is round with a double line, a later-card is cut at its corners."""
    x, y, high = box.left, box.top, box.height
    line = f'fill="{_FILL[place]}" stroke="#1c2b45"'
    if place is Place.LATER:
        cut = 16
        corners = (
            f"M{x + cut:.0f} {y:.0f}h{WIDTH - 2 * cut:.0f}l{cut} {cut}v{high - 2 * cut:.0f}l-{cut} {cut}"
        )
        yield f'<path d="{corners}h-{WIDTH - 2 * cut:.0f}l-{cut} -{cut}v-{high - 2 * cut:.0f}z" {line} stroke-width="2"/>'
        return
    round_, width = (HEAD / 2, 2) if place is Place.ENDING else (8, 3 if place is Place.START else 1.5)
    size = f'x="{x:.0f}" y="{y:.0f}" width="{WIDTH:.0f}" height="{high:.0f}" rx="{round_:.0f}"'
    yield f'<rect {size} {line} stroke-width="{width}"/>'
    if place is Place.ENDING:
        size = f'x="{x + 5:.0f}" y="{y + 5:.0f}" width="{WIDTH - 10:.0f}" height="{high - 10:.0f}" rx="{round_ - 5:.0f}"'
        yield f'<rect {size} fill="none" stroke="#1c2b45" stroke-width="1"/>'


def _box(lesson: Lesson, box: Box) -> Iterator[str]:
    place = place_of(lesson, box.scene)
    x, y = box.left + 22, box.top
    yield "<g>"
    yield from _outline(box, place)
    kind = WORDS[lesson.locale].get(place, "").upper()
    middle = box.head / 2 + 6 - LINE / 2 * (len(box.title) - 1) + (8 if kind else 0)
    if kind:
        yield f'<text class="kind" x="{x:.0f}" y="{y + middle - 18:.0f}">{_text(kind)}</text>'
    for index, line in enumerate(box.title):
        yield f'<text class="title" x="{x:.0f}" y="{y + middle + LINE * index:.0f}">{_text(line)}</text>'
    for index, row in enumerate(box.rows):
        yield from _row(box, row, _letter_at(index))
    yield "</g>"


def _row(box: Box, row: Row, letter: str) -> Iterator[str]:
    x, top = box.left, box.top + row.top
    yield f'<path d="M{x + 10:.0f} {top:.0f}h{WIDTH - 20:.0f}" stroke="#c9c2b0"/>'
    yield f'<text class="kind" x="{x + 12:.0f}" y="{top + 23:.0f}">{letter}</text>'
    for index, line in enumerate(row.lines):
        yield f'<text x="{x + 28:.0f}" y="{top + 23 + LINE * index:.0f}">{_text(line)}</text>'
    for index, line in enumerate(row.act, start=len(row.lines)):
        yield f'<text class="act" x="{x + 28:.0f}" y="{top + 22 + LINE * index:.0f}">{_text(line)}</text>'


def _legend(y: float, locale: str) -> Iterator[str]:
    for index, mark in enumerate((*MARKS.values(), NEUTRAL)):
        x = MARGIN + 14 + _ENTRY_WIDTH * index
        yield _badge(x, y, mark, mark.sign)
        yield f'<text x="{x + 22:.0f}" y="{y + 5:.0f}">{_text(mark.words[locale])}</text>'
