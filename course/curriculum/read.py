"""Read the whole of `curriculum/`: modules, goals and frameworks."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from course.curriculum.frameworks import read_framework
from course.curriculum.goals import read_goals
from course.curriculum.holidays import read_holidays
from course.curriculum.model import Curriculum, Holidays, ProfileQuestions
from course.curriculum.modules import read_modules
from course.curriculum.practised import read_practised
from course.curriculum.profile import read_profile
from course.reading.findings import Findings
from course.reading.text import content_files, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from course.curriculum.model import FrameworkItem, GoalSet, Module, Practised
    from course.reading.findings import Problem

MODULES = "curriculum/modules.toml"
HOLIDAYS = "curriculum/holidays.toml"
PRACTISED = "curriculum/practised.toml"
PROFILE = "curriculum/profile.toml"


def read_curriculum(root: Path) -> tuple[Curriculum, tuple[Problem, ...]]:
    """Read the curriculum under a content root, with every problem in file and line order."""
    problems: list[Problem] = []
    goal_sets: dict[str, GoalSet] = {}
    frameworks: dict[str, FrameworkItem] = {}
    modules: dict[str, Module] = {}
    practised: dict[str, Practised] = {}
    for file, text in _texts(root, [root / MODULES], problems):
        modules, found = read_modules(text, file)
        problems += found
    for file, text in _texts(root, content_files(root / "curriculum" / "goals", ".toml"), problems):
        goal_set, found = read_goals(text, file, Path(file).stem)
        goal_sets[goal_set.id] = goal_set
        problems += found
    for file, text in _texts(root, content_files(root / "curriculum" / "frameworks", ".csv"), problems):
        items, found = read_framework(text, file)
        frameworks |= items
        problems += found
    for file, text in _texts(root, [one for one in [root / PRACTISED] if one.exists()], problems):
        practised, found = read_practised(text, file)
        problems += found
    holidays = Holidays()
    for file, text in _texts(root, [one for one in [root / HOLIDAYS] if one.exists()], problems):
        holidays, found = read_holidays(text, file)
        problems += found
    profile = ProfileQuestions()
    for file, text in _texts(root, [one for one in [root / PROFILE] if one.exists()], problems):
        profile, found = read_profile(text, file)
        problems += found
    frozen = Curriculum(
        MappingProxyType(modules),
        MappingProxyType(goal_sets),
        MappingProxyType(frameworks),
        MappingProxyType(practised),
        holidays,
        profile,
    )
    return frozen, tuple(sorted(problems))


def _texts(root: Path, paths: Iterable[Path], problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """Give each file that can be read by its name under the root, and its text; the others become a problem."""
    for path in paths:
        findings = Findings(path.relative_to(root).as_posix())
        text = read_text(root, findings)
        problems += findings.found
        if text is not None:
            yield findings.file, text
