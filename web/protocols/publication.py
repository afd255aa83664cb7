"""What is decided with a version, as the form of publishing has it; and what the pages of publishing are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from course.errors import Invalid
from course.rulebooks.adopting import rules_of_board
from course.rulebooks.drafts.cleaning import LONGEST_NAME, plain
from course.rulebooks.publishing import Publication
from course.rulebooks.versions import ChangeKind, Decision, newest_version, next_number
from web.http.converters import whole
from web.protocols.slips import slip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkzeug.datastructures import MultiDict

    from course.library import Library
    from course.people.actor import Actor
    from course.rulebooks.adopting import SchoolRules
    from course.rulebooks.drafts.rows import OpenDraft
    from course.rulebooks.preview import Preview
    from course.rulebooks.versions import Version
    from course.store.store import Store


FIRST_YEAR, LAST_YEAR = 1900, 2200
"""What is beyond is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class PublishView:
    """What will be published, and where it can hold."""

    number: int
    before: Version | None
    """The version that it follows."""
    preview: Preview
    may_be_minor: bool
    schools: tuple[SchoolRules, ...]
    """Of the board, to choose from; empty for a school's own rules."""

    @property
    def is_publishable(self) -> bool:
        """Whether nothing in the draft itself stands in the way."""
        return self.preview.is_publishable


@dataclass(frozen=True, slots=True)
class Filled:
    """The form as it was filled in."""

    from_on: str
    adopted_by: str
    consent_on: str
    review_on: str
    kind: str
    schools: tuple[int, ...]


def publish_view(
    store: Store, library: Library, actor: Actor, draft: OpenDraft, found: Preview
) -> PublishView:
    """Gather what the pages of publishing show."""
    owner = draft.row.owner
    with store.read() as conn:
        before = newest_version(conn, owner, draft.row.slug)
        number = next_number(conn, owner, draft.row.slug)
        rules = rules_of_board(conn, library, owner.board_id, actor.today) if owner.school_id is None else ()
    difference = found.difference
    return PublishView(
        number=number,
        before=before,
        preview=found,
        may_be_minor=before is not None and difference is not None and difference.is_minor,
        schools=rules,
    )


def filled_in(form: MultiDict[str, str] | None, view: PublishView, actor: Actor) -> Filled:
    """Read the form as it was filled in; without one give what is likely."""
    if form is None:
        before = view.before.decision if view.before else Decision()
        own = view.before
        going = tuple(
            one.school_id
            for one in view.schools
            if own and one.version and (one.version.owner, one.version.slug) == (own.owner, own.slug)
        )
        kind = ChangeKind.MINOR if view.may_be_minor else ChangeKind.MAJOR
        return Filled(actor.today.isoformat(), before.adopted_by, "", "", kind.value, going)
    known = {one.school_id for one in view.schools}
    return Filled(
        form.get("from_on", "")[:20],
        plain(form.get("adopted_by", "")),
        form.get("consent_on", "")[:20],
        form.get("review_on", "")[:20],
        ChangeKind.MINOR.value if form.get("kind") == ChangeKind.MINOR.value else ChangeKind.MAJOR.value,
        tuple(one for one in form.getlist("school", type=whole) if one in known),
    )


def slips_of(values: Filled, view: PublishView, actor: Actor) -> Mapping[str, str]:
    """Say per field what is not right yet, in words."""
    wrong: dict[str, str] = {}
    for name in ("from_on", "consent_on", "review_on"):
        try:
            day = _day(getattr(values, name))
        except ValueError:
            wrong[name] = slip("day-unknown")
            continue
        if name == "from_on" and day is None:
            wrong[name] = slip("day-missing")
        elif name == "from_on" and day is not None and day < actor.today:
            wrong[name] = slip("day-in-the-past")
    if len(values.adopted_by) > LONGEST_NAME:
        wrong["adopted_by"] = slip("text-too-long")
    if values.kind == ChangeKind.MINOR and not view.may_be_minor:
        wrong["kind"] = slip("change-is-major")
    return wrong


def publication_of(form: MultiDict[str, str], actor: Actor) -> Publication:
    """Read what is decided; Invalid where a day or a name can't be taken."""
    try:
        from_on, consent, review = (
            _day(form.get(name, "")) for name in ("from_on", "consent_on", "review_on")
        )
    except ValueError:
        raise Invalid(from_on="day-unknown") from None
    if from_on is None:
        raise Invalid(from_on="day-missing")
    adopted_by = plain(form.get("adopted_by", ""))
    if len(adopted_by) > LONGEST_NAME:
        raise Invalid(adopted_by="text-too-long")
    minor = form.get("kind") == ChangeKind.MINOR.value
    schools = form.getlist("school", type=whole) if actor.school_id is None else None
    return Publication(
        from_on,
        ChangeKind.MINOR if minor else ChangeKind.MAJOR,
        Decision(adopted_by, consent, review),
        schools,
    )


def _day(typed: str) -> date | None:
    """Read a day; None for nothing, ValueError for what is no day or none of our time."""
    typed = typed.strip()
    if not typed:
        return None
    day = date.fromisoformat(typed)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(typed)
    return day
