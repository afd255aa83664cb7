"""Read the whole of `curriculum/`: modules, goals and frameworks."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from course.curriculum.frameworks import read_framework
from course.curriculum.goals import read_goals
from course.curriculum.model import Curriculum
from course.curriculum.modules import read_modules
from course.problems import Findings

if TYPE_CHECKING:
    from pathlib import Path

    from course.curriculum.model import FrameworkItem, Goal
    from course.problems import Problem


def read_curriculum(root: Path) -> tuple[Curriculum, tuple[Problem, ...]]:
    """Read the curriculum under a content root, with every problem in file and line order."""
    problems: list[Problem] = []
    goals: dict[str, Goal] = {}
    frameworks: dict[str, FrameworkItem] = {}
    modules, found = read_modules(_text(root, "curriculum/modules.toml", problems), "curriculum/modules.toml")
    problems += found
    for path in sorted((root / "curriculum" / "goals").glob("*.toml")):
        file = f"curriculum/goals/{path.name}"
        some_goals, found = read_goals(_text(root, file, problems), file, path.stem)
        goals |= some_goals
        problems += found
    for path in sorted((root / "curriculum" / "frameworks").glob("*.csv")):
        file = f"curriculum/frameworks/{path.name}"
        items, found = read_framework(_text(root, file, problems), file)
        frameworks |= items
        problems += found
    frozen = Curriculum(MappingProxyType(modules), MappingProxyType(goals), MappingProxyType(frameworks))
    return frozen, tuple(sorted(problems))


def _text(root: Path, file: str, problems: list[Problem]) -> str:
    """Give a file's text; empty, with a problem, where it can't be read."""
    findings = Findings(file)
    try:
        return (root / file).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        findings.error(line, "not-utf-8", "This line is not UTF-8.", "Save the file as UTF-8.")
    except OSError as error:
        findings.error(1, "unreadable", f"The file can't be read: {error.strerror}.", "Add the file.")
    problems += findings.found
    return ""
