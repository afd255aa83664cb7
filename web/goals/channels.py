"""The channels of the school: told once, chosen in the logbook ever after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import flash, url_for
from flask_babel import gettext as _

from course.calendar import school_day
from course.errors import Invalid
from course.goals.channels import Channel, Kind, Readers, add_channel, close_channel, open_channel_again
from course.goals.logbook import logbook_of
from course.people.roles import Ability
from web.goals.forms import ChannelForm
from web.goals.routes import STORY, area
from web.goals.views import number_of
from web.http import bodies
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_store
from web.http.language import reason

if TYPE_CHECKING:
    from flask import Response

    from course.goals.channels import KeptChannel


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """One channel in words."""

    kept: KeptChannel
    kind: str
    readers: str
    used: int
    """How often something was done with it this school year."""


@area.get("/channels")
@door(Ability.NOTE_EVIDENCE)
def channels() -> Response:
    """Show the channels of the school, with a form for one more."""
    return _shown(ChannelForm(formdata=None))


@area.post("/channels")
@door(Ability.NOTE_EVIDENCE, page="goals.channels")
@bodies.takes(STORY)
def add() -> Response:
    """Add a channel; what can't be taken comes back as it was filled in."""
    form = ChannelForm()
    channel = Channel(
        name=form.name.data or "",
        kind=next((one for one in Kind if one == form.kind.data), None),
        is_public={"public": True, "closed": False}.get(form.is_public.data or ""),
        for_whom=next((one for one in Readers if one == form.for_whom.data), None),
        address=(form.address.data or "").strip(),
        kept_by_id=number_of(form.kept_by.data, "person"),
    )
    try:
        add_channel(the_store(), me(), channel, now())
    except Invalid as wrong:
        for name, why in wrong.fields.items():
            form[name].errors = [reason(why)]
        return _shown(form, 422)
    flash(_("The channel is added. You can choose it in the logbook."), "good")
    return gone_to(url_for("goals.channels"))


@area.post("/channels/<int:channel_id>/close")
@door(Ability.NOTE_EVIDENCE, page="goals.channels")
def close(channel_id: int) -> Response:
    """Use a channel no more."""
    close_channel(the_store(), me(), channel_id, now())
    flash(_("The channel is closed. Below you can open it again."), "info")
    return gone_to(url_for("goals.channels"))


@area.post("/channels/<int:channel_id>/open")
@door(Ability.NOTE_EVIDENCE, page="goals.channels")
def open_again(channel_id: int) -> Response:
    """Use a closed channel again."""
    open_channel_again(the_store(), me(), channel_id)
    flash(_("The channel is open again."), "good")
    return gone_to(url_for("goals.channels"))


def channel_line(kept: KeptChannel, form: ChannelForm, used: int = 0) -> ChannelLine:
    """Put a channel in words, with those of the form in which it was told."""
    kinds, readers = ({one.value: one.label for one in named.choices} for named in (form.kind, form.for_whom))
    return ChannelLine(kept, str(kinds[kept.channel.kind]), str(readers[kept.channel.for_whom]), used)


def _shown(form: ChannelForm, status: int = 200) -> Response:
    book = logbook_of(the_store(), me(), school_day(now()))
    form.kept_by.choices = [("", _("Nobody yet")), *((str(one), name) for one, name in book.team)]
    lines = tuple(
        channel_line(one, form, sum(entry.channel_id == one.id for entry in book.entries))
        for one in book.channels
    )
    return shown("goals/channels.html", "goals/_channels.html", status, form=form, lines=lines)
