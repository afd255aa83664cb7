"""What is wrong with somebody's name, address or year, put right: for who asks it, and for who keeps people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.language import Failed
from course.reading.told import told

if TYPE_CHECKING:
    from cli.keeping import Keeper
    from course.administration.reach import KeptPerson


def correct_person(
    keeper: Keeper, person: KeptPerson, *, name: str | None, email: str | None, year: str | None
) -> None:
    """Change what is given; Failed for what this person does not have, and then nothing is changed."""
    if person.is_pupil:
        _correct_pupil(keeper, person, name, year, email)
    else:
        _correct_staff(keeper, person, name, year, email)


def _correct_pupil(
    keeper: Keeper, person: KeptPerson, name: str | None, year: str | None, email: str | None
) -> None:
    from course.administration import pupils
    from course.errors import Invalid

    if email:
        raise Failed(told("A pupil has no address here."))
    if year and year not in pupils.YEARS:
        raise Invalid(year_group=told("Choose a year."))
    if name:
        pupils.rename(keeper.store, keeper.actor, person.id, name, keeper.origin)
    if year:
        pupils.set_year(keeper.store, keeper.actor, person.id, year, keeper.origin)


def _correct_staff(
    keeper: Keeper, person: KeptPerson, name: str | None, year: str | None, email: str | None
) -> None:
    from course.administration.staff import change_member
    from course.naming import Parts, split_name

    if year:
        raise Failed(told("Only pupils have a year."))
    parts = split_name(name) if name else Parts(person.given, person.particle, person.surname)
    change_member(keeper.store, keeper.actor, person.id, parts, email or person.email, keeper.origin)
