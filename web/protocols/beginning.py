"""Thin routes of who sees what rules there are, and begins a draft: empty, with a text, or with somebody's rules."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import flash, request, url_for
from flask_babel import gettext as _

from course.errors import Invalid
from course.people.roles import Ability
from course.rulebooks.drafts.beginning import (
    begin_empty,
    begin_from_file,
    begin_from_starting,
    begin_from_version,
)
from course.rulebooks.drafts.drafting import edit, put_away
from course.rulebooks.drafts.taking_in import taken_in
from course.rulebooks.intake.documents import MOST_BYTES, clean, read_document
from course.rulebooks.intake.model import Obstacle, Unreadable
from web.http import bodies
from web.http.converters import number
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_boards_library, the_content, the_store
from web.protocols.area import area, the_draft
from web.protocols.overview import begin_view, overview_view
from web.protocols.slips import slip

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Response

    from course.rulebooks.drafts.rows import OpenDraft

DOCUMENT = bodies.Bound(bytes=MOST_BYTES + 64 * 1024, seconds=120)
"""A document, with a name beside it."""
PASTED = bodies.Bound(bytes=4 * 1024 * 1024, seconds=60)
"""A hundred pages full, of which a form makes up to twelve bytes a sign."""
RULES_FILE = bodies.Bound(bytes=2 * 1024 * 1024, seconds=60)


@area.get("/")
@door(Ability.EDIT_RULES)
def overview() -> Response:
    """Show the rules in force, what is being written, and what was before."""
    view = overview_view(the_store(), the_boards_library(), me())
    return shown("protocols/overview.html", "protocols/_overview.html", view=view)


@area.get("/new")
@door(Ability.EDIT_RULES)
def begin() -> Response:
    """Show the ways to begin."""
    view = begin_view(the_store(), the_boards_library(), me())
    return shown("protocols/begin.html", "protocols/_begin.html", view=view)


@area.post("/new/text")
@door(Ability.EDIT_RULES, page="protocols.begin")
@bodies.takes(PASTED)
def begin_with_text() -> Response:
    """Begin with a text that was pasted."""
    return _taken(lambda: clean(request.form.get("text", "")))


@area.post("/new/document")
@door(Ability.EDIT_RULES, page="protocols.begin")
@bodies.takes(DOCUMENT)
def begin_with_document() -> Response:
    """Begin with a document that was sent."""
    return _taken(lambda: read_document(_sent("document")))


@area.post("/new/empty")
@door(Ability.EDIT_RULES, page="protocols.begin")
def begin_with_nothing() -> Response:
    """Begin with a name alone: articles are written one by one, or come with the answers."""
    draft = begin_empty(the_store(), me(), _name(), now())
    return gone_to(url_for("protocols.themes", draft_id=draft.row.id))


@area.post("/new/starting")
@door(Ability.EDIT_RULES, page="protocols.begin")
def begin_with_starting() -> Response:
    """Begin with one of the protocols that came with the course."""
    protocol = request.form.get("protocol", "")[:80]
    draft = begin_from_starting(the_store(), the_content(), me(), protocol, now(), name=_name())
    return _opened(draft)


@area.post("/new/version")
@door(Ability.EDIT_RULES, page="protocols.begin")
def begin_with_version() -> Response:
    """Begin with a version of the own rules, or of another school of the board."""
    return _opened(begin_from_version(the_store(), me(), number("version"), now()))


@area.post("/new/file")
@door(Ability.EDIT_RULES, page="protocols.begin")
@bodies.takes(RULES_FILE)
def begin_with_file() -> Response:
    """Begin with a protocol file, as this page gives one away."""
    try:
        text = _sent("file").decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(Obstacle.BROKEN) from None
    own = request.form.get("own") == "yes"
    draft = begin_from_file(the_store(), the_content(), me(), text, now(), is_own=own)
    return _opened(draft)


@area.post("/<int:draft_id>/put-away")
@door(Ability.EDIT_RULES, page="protocols.overview")
def away(draft_id: int) -> Response:
    """Close a draft without publishing it."""
    name = the_draft(draft_id).row.name
    put_away(the_store(), me(), draft_id, now())
    flash(_("The draft of %(name)s is put away.", name=name), "info")
    return gone_to(url_for("protocols.overview"))


def _name() -> str:
    return request.form.get("name", "")[:1000] or me().school_name or me().board_name


def _sent(name: str) -> bytes:
    """Give what was sent as a file; Invalid where none was chosen, and Unreadable where nothing is in it."""
    sent = request.files.get(name)
    if sent is None or not sent.filename:
        raise Invalid(**{name: "file-missing"})
    with closing(sent):
        content = sent.read()
    if not content:
        raise Unreadable(Obstacle.EMPTY)
    return content


def _taken(read: Callable[[], str]) -> Response:
    """Begin with a text; where it can't be taken, the page tells why, and all that was typed stands there still."""
    try:
        return _with_text(read())
    except Invalid as refused:
        words = " ".join(dict.fromkeys(slip(why) for why in refused.fields.values()))
        view = begin_view(the_store(), the_boards_library(), me())
        kept = replace(view, name=_name(), refused=words, text=request.form.get("text", ""))
        return shown(
            "protocols/begin.html", "protocols/_begin.html", HTTPStatus.UNPROCESSABLE_ENTITY, view=kept
        )


def _with_text(text: str) -> Response:
    draft = begin_empty(the_store(), me(), _name(), now())
    revision = 0
    for operation in taken_in(text):
        draft = edit(the_store(), me(), draft.row.id, revision, operation, now())
        revision = draft.revision
    return _opened(draft)


def _opened(draft: OpenDraft) -> Response:
    return gone_to(url_for("protocols.articles", draft_id=draft.row.id))
