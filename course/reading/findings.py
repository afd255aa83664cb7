"""Problems in content, collected and shown all at once, never thrown one by one."""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from course.reading.told import ENGLISH, one_after_another, said, told, told_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.reading.told import Speech, Told


class Severity(StrEnum):
    """How bad a problem is: an error stops the start, a warning is shown, a hint may be left."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in a content file: where, how bad, what, and what to do about it."""

    file: str
    """Path relative to the content root, with forward slashes."""
    line: int
    """First line of the place, counted from 1."""
    severity: Severity
    code: str
    """Stable kebab-case name of the rule, e.g. `unknown-act`."""
    message: Told
    """Made by `told`, so that nobody can be told in English alone."""
    remedy: Told


SEVERITIES = {
    Severity.ERROR: told("error"),
    Severity.WARNING: told("warning"),
    Severity.HINT: told("hint"),
}


def format_problem(problem: Problem, speech: Speech = ENGLISH, severity: str | None = None) -> str:
    """Lay a problem out for a screen, its remedy below it; `severity` is its word where that has a colour."""
    word = severity or SEVERITIES[problem.severity].said(speech)
    place = f"{problem.file}:{problem.line}"
    message, remedy = said(problem.message, speech), said(problem.remedy, speech)
    return f"{place}: {word} [{problem.code}] {message}\n    {remedy}"


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether something makes the content unusable."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def without_hints(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out the hints: what is told without asking."""
    return [problem for problem in problems if problem.severity is not Severity.HINT]


def count_problems(problems: Iterable[Problem]) -> Told:
    """Count what is told without asking, e.g. "2 errors and 1 warning"."""
    numbers = Counter(problem.severity for problem in without_hints(problems))
    words = [number_of(numbers[severity], severity) for severity in Severity if numbers[severity]]
    if not words:
        return told("no problems")
    return words[0] if len(words) == 1 else told("%(one)s and %(other)s", one=words[0], other=words[1])


def number_of(number: int, severity: Severity) -> Told:
    """Say how many there are, e.g. "2 errors"."""
    match severity:
        case Severity.ERROR:
            return told_number("%(num)s error", "%(num)s errors", number)
        case Severity.WARNING:
            return told_number("%(num)s warning", "%(num)s warnings", number)
        case Severity.HINT:
            return told_number("%(num)s hint", "%(num)s hints", number)


def nearest(name: str, names: Iterable[str], likeness: float = 0.6) -> str | None:
    """Find the known name most like a mistyped one, whatever its capitals, to offer it; None when nothing is near.

    `likeness` is the ratio of `difflib` from which a name is near.
    """
    folded: dict[str, str] = {}
    for one in names:
        folded.setdefault(one.casefold(), one)
    return next(
        (folded[one] for one in difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=likeness)),
        None,
    )


@dataclass(slots=True)
class Findings:
    """The problems of one file: whoever reads or audits it adds to them and hands them back `in_order()`."""

    file: str
    """Path relative to the content root, with forward slashes."""
    found: list[Problem] = field(init=False, default_factory=list)

    def error(self, line: int, code: str, message: Told, remedy: Told) -> None:
        """Note what makes the content unusable."""
        self.found.append(Problem(self.file, line, Severity.ERROR, code, message, remedy))

    def warning(self, line: int, code: str, message: Told, remedy: Told) -> None:
        """Note what should be mended, yet does not stop the start."""
        self.found.append(Problem(self.file, line, Severity.WARNING, code, message, remedy))

    def hint(self, line: int, code: str, message: Told, remedy: Told) -> None:
        """Note what may be left."""
        self.found.append(Problem(self.file, line, Severity.HINT, code, message, remedy))

    def in_order(self) -> tuple[Problem, ...]:
        """Give everything found, in line order."""
        return tuple(sorted(self.found))


def offer(name: str, names: Iterable[str]) -> Told:
    """End a remedy for a mistyped name: " Did you mean x?", or nothing when no name is near."""
    best = nearest(name, names)
    return one_after_another(" ", told("Did you mean %(name)s?", name=best)) if best else one_after_another()


def did_you_mean(name: str, names: Iterable[str], otherwise: Told | None = None) -> Told:
    """Give the remedy for a mistyped name: the nearest one, else what is told otherwise, or all that are known."""
    known = sorted(names)
    like = nearest(name, known)
    if like:
        return told("Did you mean `%(name)s`?", name=like)
    return otherwise or told("Use one of: %(names)s.", names=", ".join(known))
