"""By which protocol a school goes on a day: the newest adoption up to it, and before any its starting protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, bindparam, func, select

from course.people.tables import adoptions, schools

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, ScalarSelect


def in_force() -> ColumnElement[str]:
    """Say by which protocol the school of a row goes on the day of the parameter `today`."""
    return func.coalesce(_newest(adoptions.c.protocol), schools.c.protocol)


def adopted_version() -> ScalarSelect[int | None]:
    """Say which version the school of a row adopted by the day of the parameter `today`; empty before any adoption."""
    return _newest(adoptions.c.version_id)


def _newest(column: ColumnElement[Any]) -> ScalarSelect[Any]:
    """Of two decisions for one day the later one counts."""
    return (
        select(column)
        .where(adoptions.c.school_id == schools.c.id, adoptions.c.from_on <= bindparam("today", type_=Date))
        .order_by(adoptions.c.from_on.desc(), adoptions.c.id.desc())
        .limit(1)
        .correlate(schools)
        .scalar_subquery()
    )
