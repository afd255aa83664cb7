"""Reminding the team, as the pages of training and of the protocol offer it alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import current_app, flash
from flask_babel import format_date, ngettext

from course.errors import Refused
from course.figures.staff_reminders import last_reminded, may_remind, remind_staff
from web.http.identity import me, now, the_library, the_store
from web.http.language import reason
from web.http.site import site_url

if TYPE_CHECKING:
    from course.figures.staff_reminders import Kind


@dataclass(frozen=True, slots=True)
class RemindView:
    """When the team was last reminded, and whether it can be now."""

    last: str
    """Empty where it never was."""
    is_offered: bool
    by_mail: bool
    """Whether a letter goes along."""


def remind_view(kind: Kind, *, is_anybody_left: bool) -> RemindView:
    """Offer it where somebody has not done it, and the last time is a week ago."""
    last = last_reminded(the_store(), me()).get(kind)
    return RemindView(
        format_date(last, "long") if last else "",
        is_anybody_left and may_remind(last, now()),
        by_mail=current_app.config["MAIL"] is not None,
    )


def remind_of(kind: Kind) -> None:
    """Remind whoever has not done it, and tell how many; where letters are sent, how many get one too."""
    site = site_url() if current_app.config["MAIL"] is not None else None
    try:
        done = remind_staff(the_store(), the_library(), me(), kind, site, now())
    except Refused as refused:
        flash(reason(refused.told), "warn")
        return
    told = [
        ngettext(
            "%(num)s colleague reads it on the own first page.",
            "%(num)s colleagues read it on their own first page.",
            done.people,
        )
    ]
    if site:
        told.append(ngettext("%(num)s letter is under way.", "%(num)s letters are under way.", done.letters))
    flash(" ".join(told), "good")
