"""Whom a reader can turn to at school: the school's own contacts, or where it has none for this reader the protocol's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.contacts.contacts import contacts_of
from web.http.identity import the_store
from web.http.language import locale_code

if TYPE_CHECKING:
    from course.norms.model import Audience, Protocol


@dataclass(frozen=True, slots=True)
class Reachable:
    """Somebody to turn to, as a page shows it; what isn't known is empty."""

    name: str
    how: str = ""
    """In words."""
    phone: str = ""
    email: str = ""

    @property
    def dialled(self) -> str:
        """The number as a telephone takes it."""
        return "".join(one for one in self.phone if one.isdigit() or one == "+")


def reachable_at(
    school_id: int | None, protocol: Protocol | None, audience: Audience | None
) -> tuple[Reachable, ...]:
    """List whom a reader can turn to at a school; all of them where nobody in particular reads."""
    own = [one for one in contacts_of(the_store(), school_id) if one.is_for(audience)]
    if own:
        return tuple(Reachable(one.name, one.when_where, one.phone, one.email) for one in own)
    named = protocol.contacts if protocol else ()
    return tuple(
        Reachable(one.role.for_locale(locale_code()), one.how.for_locale(locale_code()))
        for one in named
        if audience is None or audience in one.audience
    )
