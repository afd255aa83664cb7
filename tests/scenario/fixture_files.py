"""Fixtures the markdown-it way: a name, a dot, the input, a dot, what is expected, a dot."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

from course.scenario.conditions import Chose, InBand, Ruled
from course.scenario.model import CastMember
from course.scenario.read import read_lesson

FOLDER = Path(__file__).parent / "fixtures"
PRELUDE = """---
title: Les
module: m
bands: [po-7-8]
minutes: 5
cast:
  noor: {name: Noor, picture: noor.svg}
  ik: {name: Jij, me: true}
---
# Les

## start
"""
CLOSE = "\n\n## einde\n"
_BLOCK = r".*?)(?<=\n)\.\n"
_FIXTURE = re.compile(
    rf"^(?P<name>[^\n]+)\n\.\n(?P<given>{_BLOCK}(?P<expected>{_BLOCK}", re.DOTALL | re.MULTILINE
)


def fixtures(name: str) -> list[tuple[str, str, str]]:
    """Every fixture of a file: its name, its input and what is expected."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [(one["name"], one["given"], one["expected"]) for one in _FIXTURE.finditer(text)]


def outcome_in_scene(given: str) -> str:
    """What a scene with this text is read as; line 1 is the first line of the text."""
    return _outcome(PRELUDE + given + CLOSE, PRELUDE.count("\n"))


def outcome_of_file(given: str) -> str:
    """What a whole file with this text is read as."""
    return _outcome(given, 0)


def _outcome(text: str, above: int) -> str:
    lesson, problems = read_lesson(text, "les.md", "les")
    lines = []
    for scene in lesson.scenes.values() if lesson else ():
        if above and scene.id == "einde":
            continue
        marks = [f" ({mark})" for mark in ("later", "sad", "fixed") if getattr(scene, mark)]
        lines.append(f"# {scene.id}{''.join(marks)}")
        lines += [f"  {_said(test)}" for test in scene.condition]
        for part in (*scene.pieces, *scene.choices, *scene.talk):
            lines.extend(_dump(part, above, ""))
    for one in problems:
        shown = f"! {one.line - above} {one.severity} {one.code}: {one.message} | {one.remedy}"
        lines += [shown]
    return "".join(f"{line}\n" for line in lines)


def _dump(value: object, above: int, indent: str) -> list[str]:
    """A dataclass as a line of its plain fields, with the dataclasses in it indented below."""
    assert is_dataclass(value)
    plain, nested = [], []
    for field in fields(value):
        one = getattr(value, field.name)
        if isinstance(one, CastMember):
            plain.append(f"{field.name}={one.key}")
        elif field.name == "condition":
            plain += [_said(test) for test in one]
        elif field.name == "ways":
            plain += ["if " + " and ".join(map(_said, way)) for way in one]
        elif is_dataclass(one):
            nested.extend(_dump(one, above, indent + "  "))
        elif isinstance(one, tuple) and one and is_dataclass(one[0]):
            nested.extend(line for item in one for line in _dump(item, above, indent + "  "))
        elif field.name != "line" and one not in (None, "", (), 0):
            plain.append(
                f"{field.name}={one!r}" if not isinstance(one, tuple) else f"{field.name}={_row(one)}"
            )
    return [f"{indent}{value.line - above} {type(value).__name__} {' '.join(plain)}".rstrip(), *nested]


def _said(test: object) -> str:
    """A test of a condition as it would be written."""
    match test:
        case Chose():
            return f"chose{'!' if test.negated else ''}={','.join(test.names)}"
        case Ruled():
            asked = {"stance": test.stances, "verdict": test.verdicts}
            said = [f"{name}={','.join(words)}" for name, words in asked.items() if words]
            return " ".join([f"act={test.act}", *said])
        case InBand():
            return f"band={','.join(test.bands)}"
    raise AssertionError(test)


def _row(values: tuple[object, ...]) -> str:
    return " ".join(":".join(one) if isinstance(one, tuple) else str(one) for one in values)
