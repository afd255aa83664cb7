"""Help outside the school: whom a child, a parent or a school can turn to, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from course.norms.model import Audience, Norms, Sure
    from course.reading.words import Words


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Whom a child, a parent or a school can turn to outside the school."""

    id: str
    name: str
    audience: tuple[Audience, ...]
    for_whom: Words
    checked: date
    sure: Sure
    phone: str = ""
    chat: str = ""
    site: str = ""
    hours: Words | None = None
    """None where they aren't known."""
    cost: Words | None = None


def first_help(norms: Norms, audience: Audience) -> HelpLine | None:
    """Give the line for where there is room for one: the first in the file that is there for a reader, if any is."""
    return next(iter(help_for(norms, audience)), None)


def help_for(norms: Norms, audience: Audience | None) -> tuple[HelpLine, ...]:
    """Give the lines that are there for a reader, in the order of the file; all where nobody in particular reads."""
    lines = norms.help.values()
    return tuple(one for one in lines if audience is None or audience in one.audience)


def help_named(norms: Norms, names: Iterable[str], audience: Audience) -> tuple[HelpLine, ...]:
    """Give the lines with these names that are there for a reader, in this order."""
    found = (norms.help.get(name) for name in names)
    return tuple(one for one in found if one and audience in one.audience)
