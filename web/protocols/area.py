"""What all pages of a draft do alike: open it, do one thing to it, go on, and tell of two who did different things."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flask import Blueprint, g, request
from flask_babel import format_date

from course.errors import ContentBroken, Invalid
from course.rulebooks.drafts.drafting import edit_together, open_draft
from course.rulebooks.drafts.history import Overtaken
from web.display.norm_words import asked_words, audience_words, stance_words
from web.http.addresses import page_address
from web.http.converters import whole
from web.http.hypermedia import failed, tell
from web.http.identity import me, now, the_store
from web.protocols.history import told_by
from web.protocols.slips import slip
from web.protocols.words import kind_words, source_words

if TYPE_CHECKING:
    from flask import Response

    from course.norms.model import Audience
    from course.rulebooks.drafts.operations import Operation
    from course.rulebooks.drafts.rows import OpenDraft

area = Blueprint("protocols", __name__, url_prefix="/protocols")

UNSENT = frozenset({"csrf_token", "owner", "seen", "drawn"})
"""Fields that a form gets anew when somebody sends it once more."""


def the_draft(draft_id: int) -> OpenDraft:
    """Open a draft that this person may edit."""
    return open_draft(the_store(), me(), draft_id)


def seen() -> int:
    """The revision of the page that was sent; what no page of ours sends is older than everything."""
    return max(0, request.form.get("seen", 0, type=whole))


def drawn() -> int:
    """The revision that a form's fields show: older than `seen` where a choice was made with both texts in sight."""
    return min(request.form.get("drawn", seen(), type=whole), seen())


def as_drawn(draft_id: int) -> OpenDraft:
    """Open a draft as it was when the form that was sent was drawn: only what differs from that was typed."""
    return the_draft(draft_id).as_of(drawn())


def do(draft_id: int, *operations: Operation) -> OpenDraft:
    """Do things to a draft, all of them or none."""
    if operations:
        done = edit_together(the_store(), me(), draft_id, seen(), operations, now())
        own = [one.revision for one in done.history.entries if one.person_id == me().person_id]
        g.draft_moved = {"from": own[-1] - len(operations), "to": own[-1]} if own else None
    return the_draft(draft_id)


@area.after_request
def _tell_revision(response: Response) -> Response:
    """Tell a page that stays as it is what its forms were drawn under now."""
    if moved := g.get("draft_moved"):
        tell(response, "draft-moved", moved)
    return response


@area.context_processor
def _words() -> dict[str, object]:
    """Words for answers, people and sources, for every page of a draft."""
    return {
        "stance_words": stance_words(),
        "asked_words": asked_words(),
        "audiences": audience_words(),
        "source_words": source_words(),
        "kinds": kind_words(),
    }


@area.app_template_filter("shown_day")
def _shown_day(typed: str) -> str:
    """Show a day that a form brought, as people write it."""
    return str(format_date(date.fromisoformat(typed), "d MMMM yyyy"))


@area.app_template_filter("audience_word")
def _audience_word(audience: Audience) -> str:
    return audience_words()[audience]


@area.errorhandler(Invalid)
def _invalid(error: Invalid) -> Response:
    """Say in words what can't be taken; nothing was changed."""
    words = " ".join(dict.fromkeys(slip(why) for why in error.fields.values()))
    return failed("protocols/slip.html", "protocols/_slip.html", 422, words=words, back=page_address())


@area.errorhandler(ContentBroken)
def _broken(error: ContentBroken) -> Response:
    """Say everything that is wrong with a file or a draft."""
    page, fragment = "protocols/broken.html", "protocols/_broken.html"
    return failed(page, fragment, 422, problems=error.problems, back=page_address())


@area.errorhandler(Overtaken)
def _overtaken(error: Overtaken) -> Response:
    """Tell both what was done since and what this person wanted, and let it be decided."""
    draft = the_draft((request.view_args or {})["draft_id"])
    again = [(name, value) for name, value in request.form.items(multi=True) if name not in UNSENT]
    return failed(
        "protocols/overtaken.html",
        "protocols/_overtaken.html",
        409,
        theirs=[told_by(draft, one) for one in (error.theirs, *reversed(error.earlier))],
        mine=[told_by(draft, None, one) for one in error.mine],
        is_own=error.theirs.person_id == me().person_id,
        again=again,
        revision=draft.revision,
        drawn=drawn(),
        action=request.path,
        back=page_address(),
    )
