"""The one error tree: what the course refuses, in words that `web.http.errors` turns into a status and a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.findings import count_problems

if TYPE_CHECKING:
    from datetime import datetime

    from course.reading.findings import Problem


class DeelwijsError(Exception):
    """Base of every error that the program raises on purpose."""


class NotFound(DeelwijsError):
    """Something named does not exist, or not for this person; `nearest` offers the likeliest right name."""

    def __init__(self, kind: str, name: str, nearest: str | None = None) -> None:
        """Keep what was asked: `kind` is a word of DESIGN.md ("lesson", "choice"), `name` what was given."""
        super().__init__(f"unknown {kind}: {name}" + (f" (did you mean {nearest}?)" if nearest else ""))
        self.kind, self.name, self.nearest = kind, name, nearest


class Stale(DeelwijsError):
    """A page older than the stored state answered; nothing was changed and the current state is shown instead."""


class Refused(DeelwijsError):
    """The person is known but may not do this."""


class TooSoon(DeelwijsError):
    """Secrets were tried often: the next try is taken a little later, and nothing was checked now."""

    def __init__(self, scope: str, until: datetime) -> None:
        """Keep what is tried ("pictures", "codes" or "staff") and from when it can be tried again."""
        super().__init__(f"too many wrong tries at {scope}; again at {until:%H:%M:%S}")
        self.scope, self.until = scope, until


class Unavailable(DeelwijsError):
    """The database can't be reached, or not in time; nothing was changed, and trying again may help."""


class Clash(DeelwijsError):
    """Two writes wanted what only one can have, or one pointed at what is gone; this one changed nothing."""


class Incomplete(DeelwijsError):
    """A part of the program that is made from its sources is not there; the message says how to make it."""


class Invalid(DeelwijsError):
    """Input that can't be taken; `fields` maps a field's name to a message id for the reader's language."""

    def __init__(self, **fields: str) -> None:
        """Keep the message per field."""
        super().__init__(", ".join(f"{name}: {why}" for name, why in fields.items()))
        self.fields = fields


class ContentBroken(DeelwijsError):
    """The content can't be used; carries every problem, so that an author mends them in one go."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems in file and line order."""
        super().__init__(f"{count_problems(problems)} in the content")
        self.problems = problems
