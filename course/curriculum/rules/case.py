"""What every rule looks at and reports to: the curriculum, everything that it names, and a file's findings by its name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from course.curriculum.read import MODULES
from course.reading.findings import Findings

if TYPE_CHECKING:
    from course.curriculum.model import Curriculum
    from course.norms.model import Norms
    from course.quiz.model import Quiz
    from course.reading.findings import Problem
    from course.scenario.model import Lesson


@dataclass(slots=True)
class Case:
    """The whole curriculum before the audit, and what the rules find in it, file by file."""

    curriculum: Curriculum
    lessons: tuple[Lesson, ...]
    """Every lesson in every language that could be read."""
    quizzes: tuple[Quiz, ...]
    norms: Norms
    pictures: Collection[str]
    """The picture files that there are, relative to `lessons/`."""
    there: Mapping[str, Collection[str]]
    """Names by kind, "lesson" and "quiz", of what has a file, read or not."""
    _findings: dict[str, Findings] = field(init=False, default_factory=dict)

    def file(self, name: str) -> Findings:
        """Give the findings of one file, relative to the content root."""
        return self._findings.setdefault(name, Findings(name))

    @property
    def modules(self) -> Findings:
        """The findings of the file of modules."""
        return self.file(MODULES)

    def parts(self) -> Iterator[tuple[Findings, Lesson | Quiz]]:
        """Every lesson and quiz with the findings of its file."""
        both: tuple[Lesson | Quiz, ...] = (*self.lessons, *self.quizzes)
        return ((self.file(part.file), part) for part in both)

    def in_order(self) -> tuple[Problem, ...]:
        """Give everything found, in file and line order."""
        return tuple(sorted(problem for findings in self._findings.values() for problem in findings.found))


Rule = Callable[[Case], None]
