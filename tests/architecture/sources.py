"""The project's own files, as Git knows them: no test here looks at what a machine has lying about."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def tracked() -> tuple[str, ...]:
    """Every file that Git keeps or would keep, relative to the root; all files where there is no Git."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):
        skipped = (".venv", ".git", "var", "build", "dist", "node_modules")
        listed = [
            path.relative_to(ROOT).as_posix()
            for path in ROOT.rglob("*")
            if path.is_file() and not {"__pycache__", *skipped} & set(path.relative_to(ROOT).parts)
        ]
    return tuple(sorted(name for name in set(listed) if (ROOT / name).is_file()))


def under(*folders: str, suffix: str = "") -> tuple[str, ...]:
    """The files in some folders, with a suffix."""
    found = tuple(name for name in tracked() if name.split("/")[0] in folders and name.endswith(suffix))
    assert found, f"nothing in {folders} ends in {suffix!r}"
    return found


@cache
def text(name: str) -> str:
    """What a text file says."""
    return (ROOT / name).read_text(encoding="utf-8")


def is_text(name: str) -> bool:
    return b"\0" not in (ROOT / name).read_bytes()[:8000]


@cache
def tree(name: str) -> ast.Module:
    """A Python file as its syntax tree."""
    return ast.parse(text(name), name)
