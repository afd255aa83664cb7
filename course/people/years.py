"""Which school year somebody lives in: one rule, for the groups of a person and for those of a school.

It is the newest year with groups that has begun. Next year's groups, added in spring, wait for 1 August; and where nobody
has added any by then, last year's stay, so that nobody finds an empty page. Goals and their evidence have dates, and go by
the calendar alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, func, select

from course.people.tables import groups

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement

_other = groups.alias("other")


def lived_in(years: Iterable[int | None], present: int) -> int:
    """Choose from the years that there are groups of, the `present` one being today's; that where none has begun."""
    return max((year for year in years if year is not None and year <= present), default=present)


def is_lived_in() -> ColumnElement[bool]:
    """Say the same in SQL of a group and its school; the parameter `in_year` is the present year."""
    begun = _other.c.school_year <= bindparam("in_year", type_=Integer)
    newest = (
        select(func.max(_other.c.school_year))
        .where(_other.c.school_id == groups.c.school_id, begun)
        .correlate(groups)
        .scalar_subquery()
    )
    return groups.c.school_year == newest
