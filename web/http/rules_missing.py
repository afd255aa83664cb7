"""What somebody is told whose school goes by a protocol that the course does not have: everything that asks it has to wait.

A school's row may name a protocol whose file was taken out or renamed. Nobody there did anything wrong, and a page that is
"not there" would send them looking for a typing error; so each reader is told what is the matter and whom to tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import g, url_for
from flask_babel import gettext as _

from course.norms.model import Audience
from course.people.roles import Ability
from web.http.addresses import page_address
from web.http.signed_out import Trouble

if TYPE_CHECKING:
    from course.errors import NotFound
    from course.people.actor import Actor

STATUS = 409
"""Nothing is wrong with the request; the school's state is in its way."""


def lacks_rules(error: NotFound) -> bool:
    """Whether what was not found is the protocol of the reader's own school."""
    actor: Actor | None = g.get("actor")
    return (
        error.kind == "protocol"
        and actor is not None
        and bool(actor.protocol)
        and actor.protocol == error.name
    )


def rules_missing() -> Trouble:
    """Tell the reader what is the matter, and whom to tell."""
    actor: Actor = g.actor
    if actor.audience is Audience.PUPIL:
        return Trouble(
            STATUS,
            _("The rules of your school are not here yet"),
            _(
                "So you can't go on right now. It is not your fault, and what you did is kept. "
                "Tell your teacher, and try again later."
            ),
            _("Try again"),
            page_address(),
        )
    title = _("The protocol of %(school)s is not in the course", school=actor.school_name)
    waits = _(
        "Lessons, quizzes and rules go by the school's own protocol, and “%(name)s” is not there (any more). "
        "They wait until the school has a protocol; what was done is kept.",
        name=actor.protocol,
    )
    whom = _("Tell your director, who can ask the board for one.")
    if actor.may(Ability.LEAD_SCHOOL):
        whom = _("Ask the policy officer of %(board)s to give your school one.", board=actor.board_name)
    return Trouble(STATUS, title, f"{waits} {whom}", _("Whom can I ask?"), url_for("visitor.contact"))
