"""A lesson as a Mermaid flowchart: scenes and choices are its nodes, so that each can have a shape, a line and words."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from course.scenario.graph.marks import (
    MARKS,
    NEUTRAL,
    WORDS,
    Place,
    VerdictOf,
    condition_in_words,
    mark_of,
    place_of,
)
from course.scenario.walk import reachable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from course.scenario.graph.marks import VerdictMark
    from course.scenario.model import Choice, Lesson

_SHAPES: Mapping[Place, tuple[str, str]] = {
    Place.SCENE: ("[", "]"),
    Place.START: ("[[", "]]"),
    Place.ENDING: ("([", "])"),
    Place.LATER: ("{{", "}}"),
}
_LOOKS: Mapping[Place, str] = {
    Place.SCENE: "fill:#ffffff,stroke:#1c2b45",
    Place.START: "fill:#ffffff,stroke:#1c2b45,stroke-width:3px",
    Place.ENDING: "fill:#e3f1ee,stroke:#0f766e,stroke-width:3px",
    Place.LATER: "fill:#fdf1cf,stroke:#a15c00,stroke-dasharray:6 4",
}
_INK = "color:#1c2b45"
_MEANING = re.compile(r"[^\w ,!?'()‘’“”…✓✕–—.-]|_|(?<![^\W\d_])[.-]|-(?![^\W_])")
"""What may mean something to Mermaid, to Markdown in its labels or to HTML; full stop and hyphen do so beside no letter."""
_AFTERWARDS = re.compile(r"\\(?=n)|:(?=fa-)")
"""What Mermaid looks for once the numbers are letters again: a new line and an icon. Nothing that is seen keeps it apart."""
_APART = "\u200b"
_WIDTH = 32


def mermaid(lesson: Lesson, verdict_of: VerdictOf | None = None, school: str = "") -> str:
    """Tell the scenes, choices and endings as Mermaid text.

    `verdict_of` colours each choice and names its verdict, and adds a legend; `school` names in it whose verdicts they are.
    A choice that leads to no scene, and a scene that no way leads to, say so; what hangs on something says on what. A
    lesson that is settled for one school tells what is left to ask there.
    """
    lines = [
        "flowchart LR",
        f"  accTitle: {_one_line(lesson.title)}",
        f"  accDescr: {_summary(lesson)}",
        *(f"  {line}" for line in _scenes(lesson)),
        *(f"  {line}" for line in _choices(lesson, verdict_of)),
        *(f"  {line}" for line in (_legend(lesson.locale, school) if verdict_of else ())),
        *(f"  classDef {place} {look},{_INK}" for place, look in _LOOKS.items()),
        *(f"  {_class(mark)}" for mark in (*(MARKS.values() if verdict_of else ()), NEUTRAL)),
    ]
    return "\n".join(lines) + "\n"


def _summary(lesson: Lesson) -> str:
    words, scenes = WORDS[lesson.locale], lesson.scenes.values()
    choices, endings = sum(len(scene.choices) for scene in scenes), sum(scene.is_ending for scene in scenes)
    return f"{len(scenes)} {words['scenes']}, {choices} {words['choices']}, {endings} {words['endings']}"


def _names(lesson: Lesson) -> Mapping[str, str]:
    """Short names for the scenes, since an id of the author's may be a word of Mermaid's, such as `end`."""
    return {scene: f"s{number}" for number, scene in enumerate(lesson.scenes)}


def _scenes(lesson: Lesson) -> Iterator[str]:
    names, words = _names(lesson), WORDS[lesson.locale]
    found = reachable(lesson, lesson.start, *lesson.later)
    for scene in lesson.scenes.values():
        place = place_of(lesson, scene)
        told = [] if place is Place.SCENE else [words[place]]
        told += [] if scene.id in found else [words["unreachable"]]
        told += [one for one in [condition_in_words(scene.condition, lesson.locale)] if one]
        before, after = _SHAPES[place]
        label = _label(scene.title, *(f"({one})" for one in told))
        yield f'{names[scene.id]}{before}"{label}"{after}:::{place}'


def _choices(lesson: Lesson, verdict_of: VerdictOf | None) -> Iterator[str]:
    names = _names(lesson)
    for scene in lesson.scenes.values():
        for number, choice in enumerate(scene.choices):
            target = names.get(choice.target)
            lost = "" if target else f"({WORDS[lesson.locale]['nowhere']})"
            node = f"{names[scene.id]}c{number}{_choice(lesson, choice, verdict_of, lost)}"
            yield f"{names[scene.id]} --> {node}" + (f" --> {target}" if target else "")


def _choice(lesson: Lesson, choice: Choice, verdict_of: VerdictOf | None, lost: str) -> str:
    mark = mark_of(choice, verdict_of)
    said = _said(mark, lesson.locale) if verdict_of else ""
    hangs = [condition_in_words(way, lesson.locale) for way in choice.ways]
    return f'("{_label(choice.text, *choice.acts, said, *hangs, lost)}"):::{mark.name}'


def _legend(locale: str, school: str) -> Iterator[str]:
    title = f"{WORDS[locale]['legend']}: {school}" if school else WORDS[locale]["legend"]
    yield f'subgraph legend["{_label(title)}"]'
    for mark in (*MARKS.values(), NEUTRAL):
        yield f'  k{mark.name}("{_label(_said(mark, locale))}"):::{mark.name}'
    yield "end"


def _said(mark: VerdictMark, locale: str) -> str:
    return f"{mark.sign} {mark.words[locale]}"


def _class(mark: VerdictMark) -> str:
    dashes = f",stroke-dasharray:{mark.dashes}" if mark.dashes else ""
    return f"classDef {mark.name} fill:#ffffff,stroke:{mark.colour},stroke-width:2px{dashes},{_INK}"


def _label(*parts: str) -> str:
    """Lay out the parts of a label below each other, broken over lines; what could mean anything is told by its number."""
    plain = (_AFTERWARDS.sub(lambda found: found[0] + _APART, part) for part in parts)
    lines = [line for part in plain for line in _wrapped(part)]
    return "<br/>".join(_MEANING.sub(lambda found: f"#{ord(found[0])};", line) for line in lines)


def _one_line(text: str) -> str:
    return re.sub(r"[^\w .,!?'()-]", " ", text).strip()


def _wrapped(text: str) -> list[str]:
    """Break between words only: half a word is none that a reader finds."""
    return textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
