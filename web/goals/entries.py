"""What the logbook is given: the choices of its form, and every entry with what its reader may do with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import format_date, lazy_gettext
from flask_babel import gettext as _

from course.curriculum.model import Purpose
from course.goals.permissions import may_note_for_any_group, may_review, may_withdraw
from web.goals.forms import WHOLE_SCHOOL

if TYPE_CHECKING:
    from course.goals.logbook import Logbook
    from course.goals.pages import Evidence
    from course.people.actor import Actor
    from web.goals.forms import UseForm

PURPOSES = {
    Purpose.PARENTS: lazy_gettext("For parents"),
    Purpose.TEACHING: lazy_gettext("For a teaching goal"),
    Purpose.PROFILE: lazy_gettext("To show the school"),
    Purpose.TEAM_TALK: lazy_gettext("Talk with the team"),
    Purpose.EVALUATION: lazy_gettext("Evaluation"),
}


@dataclass(frozen=True, slots=True)
class LogLine:
    """One entry as its reader sees it."""

    entry: Evidence
    when: str
    purpose: str
    may_withdraw: bool
    may_review: bool
    may_reply: bool


@dataclass(frozen=True, slots=True)
class LogView:
    """The logbook."""

    form: UseForm
    lines: tuple[LogLine, ...]
    may_log: bool
    """Whether there is anything that this reader can log for."""
    channels: int
    waiting: int
    """Entries that this reader is to confirm."""
    confirmed: int
    withdrawn: int | None


def log_view(book: Logbook, form: UseForm, actor: Actor, withdrawn: int | None) -> LogView:
    """Put the logbook in words; the choices of the form are filled in here."""
    for_all = may_note_for_any_group(actor)
    whole = _("The whole school") if for_all else _("Choose a group")
    form.group_id.choices = [
        (WHOLE_SCHOOL, whole),
        *((str(one.group_id), one.name) for one in book.groups),
    ]
    in_use = [one for one in book.channels if one.closed_at is None]
    form.channel_id.choices = [
        ("", _("No channel of this list")),
        *((str(one.id), one.channel.name) for one in in_use),
    ]
    lines = tuple(_line(one, actor) for one in book.entries)
    return LogView(
        form=form,
        lines=lines,
        may_log=for_all or bool(book.groups),
        channels=len(in_use),
        waiting=sum(one.may_review and _is_waiting(one.entry) for one in lines),
        confirmed=sum(one.entry.review.confirmed_at is not None for one in lines),
        withdrawn=withdrawn,
    )


def _is_waiting(entry: Evidence) -> bool:
    return entry.review.confirmed_at is None and not entry.review.waits_for_reply


def _line(entry: Evidence, actor: Actor) -> LogLine:
    return LogLine(
        entry=entry,
        when=format_date(entry.happened_on, "d MMMM"),
        purpose=str(PURPOSES[entry.purpose]) if entry.purpose else "",
        may_withdraw=may_withdraw(actor, entry),
        may_review=may_review(actor, entry),
        may_reply=entry.review.waits_for_reply and may_withdraw(actor, entry),
    )
