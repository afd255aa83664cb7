"""A content root with as many modules as wanted, made of the project's own: for what must not grow with their number."""

from __future__ import annotations

import re
import shutil
import tomllib
from typing import TYPE_CHECKING

from course.library import default_content_root

if TYPE_CHECKING:
    from pathlib import Path


def write_modules(root: Path, number: int) -> Path:
    """Write a sound content root with `number` modules below a folder, and give it back.

    The project's own modules come first, under their own names; then copies of them by turns, as `mag-deze-foto-2`
    with its lessons and its quiz named alike. Words differ in their titles only, so every copy is an edition of its own
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
        written.append(_copy_module(root, blocks[name], name, turn))
    file.write_text("\n".join(written), encoding="utf-8")
    _leave_out(root, [blocks[name] for name in names[number:]])
    return root


def _blocks(text: str) -> dict[str, str]:
    """The text of each module in `modules.toml`, its summary included, by its id."""
    parts = re.split(r"^(?=\[modules\.[\w-]+\]$)", text, flags=re.MULTILINE)[1:]
    return {part.partition("]")[0].removeprefix("[modules."): part for part in parts}


def _texts_of(block: str) -> tuple[str, ...]:
    """The folders of a module's lessons and of its quiz, below the root."""
    (module,) = tomllib.loads(block)["modules"].values()
    return (*(f"lessons/{one}" for one in module["lessons"]), f"quizzes/{module['quiz']}")


def _copy_module(root: Path, block: str, name: str, turn: int) -> str:
    """Copy a module's lessons and quiz, and give its block under the new names."""
    texts = _texts_of(block)
    for text in texts:
        folder = root / f"{text}-{turn}"
        shutil.copytree(root / text, folder)
        for file in folder.glob("*.md"):
            _rename(file, name, turn)
    for old in {name, *(text.rpartition("/")[2] for text in texts)}:
        block = re.sub(rf'(?<=["/.])({old})(?=["/.\]])', rf"\1-{turn}", block)
    return block


def _rename(file: Path, name: str, turn: int) -> None:
    text = file.read_text(encoding="utf-8").replace(f"module: {name}\n", f"module: {name}-{turn}\n", 1)
    for line, mark in (("title", " "), ("incident", "-")):
        text = re.sub(rf"^({line}: .+)$", rf"\1{mark}{turn}", text, count=1, flags=re.MULTILINE)
    file.write_text(text, encoding="utf-8")


def _leave_out(root: Path, blocks: list[str]) -> None:
    for block in blocks:
        for text in _texts_of(block):
            shutil.rmtree(root / text)
