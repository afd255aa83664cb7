"""Thin routes of who publishes a draft: fill in from when, see what will happen, and do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, request, url_for
from flask_babel import gettext as _

from course.people.roles import Ability
from course.rulebooks.publishing import publish
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_content, the_store
from web.protocols.area import area, seen, the_draft
from web.protocols.listing import page_of
from web.protocols.preview import previewed
from web.protocols.progress import progress_of
from web.protocols.publication import filled_in, publication_of, publish_view, slips_of

if TYPE_CHECKING:
    from flask import Response


@area.get("/<int:draft_id>/publish")
@door(Ability.PUBLISH_RULES)
def prepare(draft_id: int) -> Response:
    """Show what has to be decided: from when, by whom, and how much it changes."""
    return _page(draft_id)


@area.get("/<int:draft_id>/publish/confirm")
@door(Ability.PUBLISH_RULES)
def confirm_publishing(draft_id: int) -> Response:
    """Show what will happen, before it happens; what is not right yet leads back to the form."""
    return _page(draft_id, is_filled=True)


@area.post("/<int:draft_id>/publish")
@door(Ability.PUBLISH_RULES, page="protocols.prepare")
def publish_it(draft_id: int) -> Response:
    """Publish a draft."""
    what = publication_of(request.form, me())
    version = publish(the_store(), the_content(), me(), draft_id, seen(), what, now())
    flash(_("Done: this is version %(number)s of your rules.", number=version.number), "good")
    return gone_to(url_for("protocols.version", version_id=version.id))


def _page(draft_id: int, *, is_filled: bool = False) -> Response:
    draft = the_draft(draft_id)
    found = previewed(the_store(), the_content(), me(), draft)
    view = publish_view(the_store(), the_content(), me(), draft, found)
    values = filled_in(request.args if is_filled else None, view, me())
    wrong = slips_of(values, view, me()) if is_filled else {}
    progress = progress_of(draft, the_content())
    is_ready = is_filled and not wrong and view.is_publishable and progress.is_whole
    name = "confirm" if is_ready else "publish"
    return shown(
        f"protocols/{name}.html",
        f"protocols/_{name}.html",
        422 if wrong else 200,
        draft=draft,
        progress=progress,
        pages={one.id: page_of(draft, one.id) for one in progress.voiceless[:12]},
        view=view,
        values=values,
        wrong=wrong,
    )
