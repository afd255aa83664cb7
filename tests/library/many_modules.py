"""A content root with as many modules as wanted, made of the project's own: for what must not grow with their number."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from course.library import default_content_root

if TYPE_CHECKING:
    from pathlib import Path


def write_modules(root: Path, number: int) -> Path:
    """Write a sound content root with `number` modules below a folder, and give it back.

    The project's own modules come first, under their own names; then copies of them by turns, as `mag-deze-foto-2`
    with a lesson and a quiz of the same name. Words differ in their titles only, so every copy is an edition of its own
    that costs as much to read, to keep and to draw as what an author wrote.
    """
    own = default_content_root()
    for folder in ("norms", "lessons", "quizzes", "curriculum"):
        shutil.copytree(own / folder, root / folder)
    file = root / "curriculum" / "modules.toml"
    blocks = _blocks(file.read_text(encoding="utf-8"))
    names = list(blocks)
    written = [blocks[name] for name in names[:number]]
    for index in range(len(names), number):
        name, turn = names[index % len(names)], index // len(names) + 1
        written.append(re.sub(rf"\b{name}\b", f"{name}-{turn}", _without_seats(blocks[name])))
        _copy_lesson(root, name, turn)
        _copy_quiz(root, name, turn)
    file.write_text("\n".join(written), encoding="utf-8")
    _leave_out(root, names[number:])
    return root


def _blocks(text: str) -> dict[str, str]:
    """The text of each module in `modules.toml`, its summary included, by its id."""
    parts = re.split(r"^(?=\[modules\.[\w-]+\]$)", text, flags=re.MULTILINE)[1:]
    return {part.partition("]")[0].removeprefix("[modules."): part for part in parts}


def _without_seats(block: str) -> str:
    """A module with its first lesson alone: other seats of an incident are not copied."""
    return re.sub(r"^lessons = \[(\"[^\"]+\").*\]$", r"lessons = [\1]", block, flags=re.MULTILINE)


def _copy_lesson(root: Path, name: str, turn: int) -> None:
    folder = root / "lessons" / f"{name}-{turn}"
    shutil.copytree(root / "lessons" / name, folder)
    for file in folder.glob("*.md"):
        _rename(file, file, name, turn)


def _copy_quiz(root: Path, name: str, turn: int) -> None:
    folder = root / "quizzes" / f"{name}-{turn}"
    shutil.copytree(root / "quizzes" / name, folder)
    for file in folder.glob("*.md"):
        _rename(file, file, name, turn)


def _rename(source: Path, target: Path, name: str, turn: int) -> None:
    text = source.read_text(encoding="utf-8").replace(f"module: {name}\n", f"module: {name}-{turn}\n", 1)
    target.write_text(
        re.sub(r"^(title: .+)$", rf"\1 {turn}", text, count=1, flags=re.MULTILINE), encoding="utf-8"
    )


def _leave_out(root: Path, names: list[str]) -> None:
    for name in names:
        shutil.rmtree(root / "lessons" / name)
        shutil.rmtree(root / "quizzes" / name)
