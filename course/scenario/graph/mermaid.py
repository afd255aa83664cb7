"""A lesson as a Mermaid flowchart, which Git hosts draw inside Markdown."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from course.scenario.graph.marks import NEUTRAL, WORDS, Place, VerdictOf, mark_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from course.scenario.model import Lesson, Scene

_SHAPES: Mapping[Place, tuple[str, str]] = {
    Place.SCENE: ("[", "]"),
    Place.START: ("[[", "]]"),
    Place.ENDING: ("([", "])"),
    Place.LATER: ("{{", "}}"),
}
_PLAIN = re.compile(r"[^\w .,:!?'()/+–—-]")
_WIDTH = 32


def mermaid(lesson: Lesson, verdict_of: VerdictOf | None = None) -> str:
    """Draw the scenes, choices and endings as Mermaid text; `verdict_of` colours and names each choice's verdict.

    A choice that leads to no scene is left out.
    """
    names = {scene_id: f"s{number}" for number, scene_id in enumerate(lesson.scenes)}
    lines = [
        "flowchart LR",
        f"  accTitle: {_one_line(lesson.title)}",
        *(f"  {_node(lesson, scene, names[scene.id])}" for scene in lesson.scenes.values()),
        *(f"  {line}" for line in _edges(lesson, names, verdict_of)),
        "  classDef start stroke-width:3px",
        "  classDef ending fill:#e3f1ee,stroke:#0f766e,stroke-width:3px",
        "  classDef later fill:#fdf1cf,stroke:#a15c00,stroke-dasharray:6 4",
    ]
    return "\n".join(lines) + "\n"


def _node(lesson: Lesson, scene: Scene, name: str) -> str:
    place = place_of(lesson, scene)
    before, after = _SHAPES[place]
    told = "" if place is Place.SCENE else f"<br/>({WORDS[lesson.locale][place]})"
    kind = "" if place is Place.SCENE else f":::{place}"
    return f'{name}{before}"{_label(scene.title)}{told}"{after}{kind}'


def _edges(lesson: Lesson, names: Mapping[str, str], verdict_of: VerdictOf | None) -> Iterator[str]:
    number = 0
    for scene in lesson.scenes.values():
        for choice in scene.choices:
            if choice.target not in names:
                continue
            mark = mark_of(choice, verdict_of)
            label = [_label(choice.text), _label(choice.act or "")]
            if verdict_of:
                label.append(_label(f"{mark.sign} {mark.words[lesson.locale]}"))
            told = "<br/>".join(part for part in label if part)
            yield f'{names[scene.id]} -->|"{told}"| {names[choice.target]}'
            if mark is not NEUTRAL:
                dashes = f",stroke-dasharray:{mark.dashes}" if mark.dashes else ""
                yield f"linkStyle {number} stroke:{mark.colour},stroke-width:2px{dashes}"
            number += 1


def _label(text: str) -> str:
    """Break a label over lines and write every character that Mermaid could mistake as its number."""
    broken = textwrap.wrap(text, _WIDTH, break_long_words=False)
    return "<br/>".join(_PLAIN.sub(lambda found: f"#{ord(found[0])};", line) for line in broken)


def _one_line(text: str) -> str:
    return re.sub(r"[^\w .,!?'()-]", " ", text).strip()
