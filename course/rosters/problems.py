"""Collects what is wrong with a roster's file, up to as many lines as somebody reads."""

from __future__ import annotations

from dataclasses import dataclass, field

from course.rosters.model import RosterProblem

MOST_TOLD = 200
"""Problems; whoever has more than these has another problem."""


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext's tools find a text that is translated elsewhere
    """Mark a text for the catalogs of translations."""
    return message


class NotARoster(Exception):
    """The file can't be read on; what is wrong stands among the problems."""


@dataclass(slots=True)
class RosterProblems:
    """The problems of one file."""

    found: list[RosterProblem] = field(default_factory=list)

    def error(self, line: int, message: str, **values: object) -> None:
        """Note what keeps the file out."""
        self._note(line, is_error=True, message=message, values=values)

    def warn(self, line: int, message: str, **values: object) -> None:
        """Note what is worth a look."""
        self._note(line, is_error=False, message=message, values=values)

    def refuse(self, line: int, message: str, **values: object) -> NotARoster:
        """Note what ends the reading; to be raised."""
        self.error(line, message, **values)
        return NotARoster(message)

    @property
    def has_errors(self) -> bool:
        """Whether the file is kept out."""
        return any(one.is_error for one in self.found)

    def told(self) -> tuple[RosterProblem, ...]:
        """Give the problems by line, errors first on a line, no more than somebody reads."""
        ordered = sorted(
            set(self.found), key=lambda one: (one.line, not one.is_error, one.message, one.values)
        )
        errors = [one for one in ordered if one.is_error]
        return tuple(ordered if len(ordered) <= MOST_TOLD else (errors or ordered)[:MOST_TOLD])

    def _note(self, line: int, *, is_error: bool, message: str, values: dict[str, object]) -> None:
        said = tuple((name, str(value)) for name, value in sorted(values.items()))
        self.found.append(RosterProblem(line, is_error, message, said))
