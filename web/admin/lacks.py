"""What is missing, in words, each with the page where something can be done about it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from flask import current_app, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from course.administration.checklist import Lack, Missing
from course.calendar import school_day, school_year
from web.display.attention import Matter
from web.http.identity import now, the_library

if TYPE_CHECKING:
    from collections.abc import Iterable


HOLIDAYS_AHEAD = timedelta(days=60)
"""So long before a school year of which no holidays are known this is told."""

TOLD_APART = 3
"""What is missing at more schools than this is told in one line."""


def lacks(missing: Iterable[Missing]) -> tuple[Matter, ...]:
    """Put what is missing in words; what is missing at many schools in one line that opens."""
    alike = dict[Lack, list[Missing]]()
    for one in missing:
        alike.setdefault(one.lack, []).append(one)
    matters = list[Matter]()
    for lack, found in alike.items():
        each = [_matter(one) for one in found]
        matters += [Matter(_of_many(lack, len(found)), parts=each)] if len(found) > TOLD_APART else each
    return tuple(matters)


def unset() -> tuple[Lack, ...]:
    """List what whoever runs the program has not told it."""
    known = the_library().curriculum.holidays.years
    soon = school_day(now()) + HOLIDAYS_AHEAD
    told = {
        Lack.HOLIDAYS: school_year(soon) in known,
        Lack.CONTACT: current_app.config["CONTACT"],
        Lack.MAIL: current_app.config["MAIL"],
    }
    return tuple(lack for lack, value in told.items() if not value)


def _matter(one: Missing) -> Matter:
    match one.lack:
        case Lack.SCHOOL:
            return Matter(
                _("There is no school yet. Add the first one."), url_for("admin.home", _anchor="new-school")
            )
        case Lack.CONTACT:
            return Matter(
                _("Nobody can see whom to ask. Whoever runs Deelwijs fills in DEELWIJS_CONTACT."),
                url_for("visitor.contact"),
            )
        case Lack.MAIL:
            return Matter(
                _(
                    "No mail is set up: you hand invitations over as links. Whoever runs Deelwijs fills in DEELWIJS_MAIL."
                ),
                url_for("admin.settings", _anchor="mail"),
            )
        case Lack.HOLIDAYS:
            return Matter(
                _(
                    "The school holidays run out: rhythms of goals soon count every week. "
                    "Whoever runs Deelwijs brings curriculum/holidays.toml up to date."
                ),
                url_for("admin.home"),
            )
        case Lack.BACKUP:
            return Matter(
                _("No backup was made this week. Whoever runs Deelwijs does so with “deelwijs backup”."),
                url_for("admin.settings", _anchor="backup"),
            )
        case _:
            return _of_school(one)


def _of_school(one: Missing) -> Matter:
    here = url_for("admin.school", school_id=one.school_id)
    match one.lack:
        case Lack.PROTOCOL:
            words = _(
                "%(school)s: its rules are not in the course. The director chooses them.", school=one.school
            )
            return Matter(words, url_for("rules.protocol"))
        case Lack.PEOPLE:
            words = _("%(school)s: nobody is in it yet. Read in a file.", school=one.school)
            return Matter(words, url_for("admin.roster", school_id=one.school_id))
        case Lack.TEACHER:
            words = ngettext(
                "%(school)s: %(num)s group has no teacher.",
                "%(school)s: %(num)s groups have no teacher.",
                one.count,
                school=one.school,
            )
            return Matter(words, f"{here}#groups")
        case Lack.GROUP:
            words = ngettext(
                "%(school)s: %(num)s pupil is in no group.",
                "%(school)s: %(num)s pupils are in no group.",
                one.count,
                school=one.school,
            )
            return Matter(words, f"{here}#without")
        case Lack.CONTACTS:
            words = _(
                "%(school)s: nobody said yet whom pupils and parents can turn to there.", school=one.school
            )
            return Matter(words, url_for("contacts.keep", school_id=one.school_id))
        case _:
            words = ngettext(
                "%(school)s: %(num)s member of staff has not been in yet. Hand over an invitation.",
                "%(school)s: %(num)s members of staff have not been in yet. Hand over invitations.",
                one.count,
                school=one.school,
            )
            return Matter(words, f"{here}#staff")


def _of_many(lack: Lack, schools: int) -> str:
    """Tell at how many schools the same is missing; never fewer than four."""
    match lack:
        case Lack.PROTOCOL:
            return _("At %(num)s schools the rules are not in the course.", num=schools)
        case Lack.PEOPLE:
            return _("At %(num)s schools there is nobody yet.", num=schools)
        case Lack.TEACHER:
            return _("At %(num)s schools there are groups without a teacher.", num=schools)
        case Lack.GROUP:
            return _("At %(num)s schools there are pupils in no group.", num=schools)
        case Lack.CONTACTS:
            return _("At %(num)s schools nobody said yet whom pupils and parents can turn to.", num=schools)
        case _:
            return _("At %(num)s schools there are members of staff who have not been in yet.", num=schools)
