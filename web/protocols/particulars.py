"""What a protocol says of itself: its names, whom it names for help, what to do in doubt, its channels and its address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import flash, request, url_for
from flask_babel import gettext as _

from course.errors import Invalid
from course.norms.model import Audience
from course.people.roles import Ability
from course.reading.words import Words
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.model import DraftContact
from web.display.norm_words import audience_words
from web.http import bodies
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import the_content
from web.protocols.area import area, as_drawn, do, the_draft
from web.protocols.progress import progress_of
from web.protocols.words import short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flask import Response

    from course.rulebooks.drafts.model import Draft

CONTACTS = bodies.Bound(bytes=96 * 1024, seconds=30)
"""Some thirty people to turn to, each with a sentence or two."""
NOBODY_YET = DraftContact(Words("", ""), (), Words("", ""))
"""The fields in which one more is filled in."""


@dataclass(frozen=True, slots=True)
class DoubtView:
    """Which article tells one audience what to do in doubt."""

    audience: Audience
    words: str
    article: str
    """Id of the article that stands there now; empty for none."""


@dataclass(frozen=True, slots=True)
class ParticularsView:
    """What a protocol says of itself, as its forms show it."""

    contacts: tuple[DraftContact, ...]
    """With an empty one at the end."""
    doubts: tuple[DoubtView, ...]
    articles: tuple[tuple[str, str], ...]
    """Every article by its id, as people know it again."""


@area.get("/<int:draft_id>/particulars")
@door(Ability.EDIT_RULES)
def particulars(draft_id: int) -> Response:
    """Show what the protocol says of itself."""
    draft = the_draft(draft_id)
    context: dict[str, Any] = {"draft": draft, "progress": progress_of(draft, the_content())}
    view = particulars_view(draft.draft)
    return shown("protocols/particulars.html", "protocols/_particulars.html", view=view, **context)


@area.post("/<int:draft_id>/title")
@door(Ability.EDIT_RULES, page="protocols.particulars")
def set_title(draft_id: int) -> Response:
    """Say what school or board and document are called."""
    name, title = (" ".join(request.form.get(one, "").split()) for one in ("name", "title"))
    if not name:
        raise Invalid(name="protocol-without-name")
    return _kept(draft_id, op.SetTitle(name, title or name))


@area.post("/<int:draft_id>/contacts")
@door(Ability.EDIT_RULES, page="protocols.particulars")
@bodies.takes(CONTACTS)
def set_contacts(draft_id: int) -> Response:
    """Say whom the protocol names for help; whom the form leaves empty goes."""
    held = as_drawn(draft_id).draft.contacts
    return _kept(draft_id, op.SetContacts(tuple(_contacts_in_form(held))))


@area.post("/<int:draft_id>/doubt")
@door(Ability.EDIT_RULES, page="protocols.particulars")
def set_doubt(draft_id: int) -> Response:
    """Say which article tells whom what to do in doubt: what of these was changed."""
    draft = as_drawn(draft_id).draft
    wanted = {one.audience: request.form.get(f"doubt-{one.audience}", "") for one in _doubts(draft)}
    known = {one.id for one in draft.standing}
    if not known.issuperset(filter(None, wanted.values())):
        raise Invalid(article="article-unknown")
    changed = [one for one in _doubts(draft) if one.article != wanted[one.audience]]
    return _kept(draft_id, *(op.SetDoubt(one.audience, wanted[one.audience]) for one in changed))


@area.post("/<int:draft_id>/channels")
@door(Ability.EDIT_RULES, page="protocols.particulars")
def set_channels(draft_id: int) -> Response:
    """Name the channels of the school, a line for each."""
    lines = [" ".join(one.split()) for one in request.form.get("channels", "").splitlines()]
    return _kept(draft_id, op.SetChannels(tuple(dict.fromkeys(filter(None, lines)))))


@area.post("/<int:draft_id>/official")
@door(Ability.EDIT_RULES, page="protocols.particulars")
def set_official(draft_id: int) -> Response:
    """Say at which address the official text stands."""
    return _kept(draft_id, op.SetOfficial(request.form.get("official", "")))


def particulars_view(draft: Draft) -> ParticularsView:
    """Give what the forms show."""
    articles = tuple((one.id, short(one)) for one in draft.standing)
    return ParticularsView((*draft.contacts, NOBODY_YET), tuple(_doubts(draft)), articles)


def _kept(draft_id: int, *operations: op.Operation) -> Response:
    do(draft_id, *operations)
    flash(_("Kept."), "good")
    return gone_to(url_for("protocols.particulars", draft_id=draft_id))


def _doubts(draft: Draft) -> Iterator[DoubtView]:
    for audience, words in audience_words().items():
        held = draft.doubt.get(audience, "")
        yield DoubtView(audience, words, (draft.resting_on(held) or "") if held else "")


def _contacts_in_form(held: Sequence[DraftContact]) -> Iterator[DraftContact]:
    """Read every contact; Invalid for one of which something is missing. English stays where the Dutch does."""
    roles, hows = request.form.getlist("role"), request.form.getlist("how")
    for place, typed in enumerate(zip(roles, hows, strict=False)):
        before = held[place] if place < len(held) else NOBODY_YET
        role, how = (" ".join(one.split()) for one in typed)
        ticked = request.form.getlist(f"audience-{place}")
        whom = tuple(one for one in Audience if one.value in ticked)
        if not role and not how:
            continue
        if not (role and how and whom):
            raise Invalid(contacts="contact-not-whole")
        yield DraftContact(_as_before(role, before.role), whom, _as_before(how, before.how))


def _as_before(text: str, before: Words) -> Words:
    return before if before.nl == text else Words(text, "")
