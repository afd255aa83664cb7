"""The one error tree: what the course refuses, in words that `web.http.errors` turns into a status and a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.findings import count_problems
from course.reading.told import Told, one_after_another, told

if TYPE_CHECKING:
    from datetime import datetime

    from course.reading.findings import Problem


KINDS = {
    str(kind): kind
    for kind in (
        told("account"),
        told("act"),
        told("answer"),
        told("article"),
        told("attempt"),
        told("board"),
        told("card"),
        told("choice"),
        told("class code"),
        told("class session"),
        told("contact"),
        told("document"),
        told("draft"),
        told("edit"),
        told("evaluation"),
        told("evidence"),
        told("goal"),
        told("group"),
        told("knock"),
        told("later-card"),
        told("lesson"),
        told("member of staff"),
        told("module"),
        told("page"),
        told("person"),
        told("protocol"),
        told("pupil"),
        told("question"),
        told("quiz"),
        told("request"),
        told("role"),
        told("roster"),
        told("scene"),
        told("school"),
        told("school year"),
        told("step"),
        told("version"),
    )
}
"""What can be asked for by name, in the words of DESIGN.md."""


class DeelwijsError(Exception):
    """Base of every error that the program raises on purpose."""

    @property
    def told(self) -> str:
        """What happened, as a text that can be said in Dutch where it knows how."""
        first = self.args[0] if self.args else ""
        return first if isinstance(first, str) else str(self)


class NotFound(DeelwijsError):
    """Something named does not exist, or not for this person; `nearest` offers the likeliest right name."""

    def __init__(self, kind: str, name: str, nearest: str | None = None) -> None:
        """Keep what was asked: `kind` is a word of DESIGN.md ("lesson", "choice"), `name` what was given."""
        super().__init__(self._said(kind, name, nearest))
        self.kind, self.name, self.nearest = kind, name, nearest

    @staticmethod
    def _said(kind: str, name: str, nearest: str | None) -> Told:
        unknown = told("unknown %(kind)s: %(name)s", kind=KINDS.get(kind, kind), name=name)
        if not nearest:
            return unknown
        return one_after_another(unknown, told("(did you mean %(name)s?)", name=nearest), between=" ")


class Worded(DeelwijsError):
    """One that is its message: made by `told`, so that it can be said in Dutch."""

    def __init__(self, message: Told) -> None:
        """Keep what happened."""
        super().__init__(message)


class Stale(Worded):
    """A page older than the stored state answered; nothing was changed and the current state is shown instead."""


class Refused(Worded):
    """The person is known but may not do this."""


class TooSoon(DeelwijsError):
    """Secrets were tried often: the next try is taken a little later, and nothing was checked now."""

    def __init__(self, scope: str, until: datetime) -> None:
        """Keep what is tried ("pictures", "codes" or "staff") and from when it can be tried again."""
        again = f"{until:%H:%M:%S}"
        super().__init__(
            told("too many wrong tries at %(scope)s; again at %(until)s", scope=scope, until=again)
        )
        self.scope, self.until = scope, until


class Unavailable(Worded):
    """The database can't be reached, or not in time; nothing was changed, and trying again may help."""


class Clash(Worded):
    """Two writes wanted what only one can have, or one pointed at what is gone; this one changed nothing."""


class Incomplete(Worded):
    """A part of the program that is made from its sources is not there; the message says how to make it."""


class Invalid(DeelwijsError):
    """Input that can't be taken; `fields` maps a field's name to a message id for the reader's language."""

    def __init__(self, **fields: str) -> None:
        """Keep the message per field."""
        super().__init__(one_after_another(*(_field(*one) for one in fields.items()), between=", "))
        self.fields = fields


def _field(name: str, why: str) -> Told:
    message = why if isinstance(why, Told) else Told(why.replace("%", "%%"))
    return one_after_another(name, message, between=": ")


class ContentBroken(DeelwijsError):
    """The content can't be used; carries every problem, so that an author mends them in one go."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems in file and line order."""
        super().__init__(told("%(problems)s in the content", problems=count_problems(problems)))
        self.problems = problems
