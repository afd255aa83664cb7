"""The shared cast of a content root, read before the lessons in which its people are met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.findings import Findings
from course.reading.text import content_files, read_text
from course.scenario.cast import read_member
from course.scenario.model import CAST

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from course.reading.findings import Problem
    from course.scenario.cast import SharedMember


def read_shared_cast(root: Path) -> tuple[Mapping[str, SharedMember], tuple[Problem, ...]]:
    """Read everybody in `lessons/cast/`; nobody where there is no such folder."""
    folder = root / "lessons" / CAST
    if not folder.is_dir():
        return {}, ()
    pictures = frozenset(path.name for path in folder.glob("*.svg"))
    members: dict[str, SharedMember] = {}
    problems: list[Problem] = []
    for path in content_files(folder, ".toml"):
        findings = Findings(f"lessons/{CAST}/{path.name}")
        text = read_text(root, findings)
        problems += findings.found
        if text is not None:
            members[path.stem], found = read_member(text, findings.file, path.stem, pictures)
            problems += found
    return members, tuple(problems)
