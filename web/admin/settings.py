"""The page of settings of a board: how its staff sign in, and how long it keeps what is of the whole board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, current_app, flash, request, url_for
from flask_babel import gettext as _

from course.administration.checklist import last_backup
from course.administration.sign_in_rules import ask_second_step_of, letter_to_me, second_step_for
from course.errors import NotFound
from course.journal.terms import BoardKept
from course.people.factors.required import CAN_BE_ASKED
from course.people.mail.queue import waiting
from course.people.roles import Ability
from course.people.sign_on.providers import offered
from course.privacy.board_terms import board_days, board_terms, set_board_days
from web.admin.doing import did, origin
from web.admin.routes import area
from web.display.roles import role_name
from web.http.converters import number
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_store
from web.http.site import site_url

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from course.people.mail.smtp import MailServer
    from course.privacy.retention import Term


@area.route("/settings", methods=["GET", "POST"])
@door(Ability.KEEP_PEOPLE, fresh=True)
def settings() -> Response:
    """Show how staff sign in, and take of which roles a second step is asked."""
    if request.method == "POST":
        whom = {role for role in CAN_BE_ASKED if role.value in request.form.getlist("second_step")}
        ask_second_step_of(the_store(), me(), whom, origin())
        flash(_("It is kept, and holds from everybody's next sign-in."), "good")
        return gone_to(url_for("admin.settings"))
    asked = second_step_for(the_store(), me())
    return shown(
        "admin/settings.html",
        "admin/_settings.html",
        mail=_mail(),
        backed_up_at=last_backup(the_store()),
        providers=[one.name for one in offered(the_store(), me().board_id)],
        roles=[(role, role_name(role), role in asked) for role in CAN_BE_ASKED],
        terms=_terms(),
    )


@area.post("/settings/retention")
@door(Ability.KEEP_PEOPLE, page="admin.settings", fresh=True)
def set_board_retention() -> Response:
    """Keep the journal and reports for so many days from now on."""
    kept: timedelta = current_app.config["JOURNAL_KEPT"]
    days = {kind: number(kind.value) for kind in board_terms(kept)}
    return did(
        lambda: set_board_days(the_store(), me(), days, kept, origin()),
        _("These terms hold from now on."),
        url_for("admin.settings"),
    )


@area.post("/settings/test-mail")
@door(Ability.KEEP_PEOPLE, page="admin.settings")
def test_mail() -> Response:
    """Mail whoever asks a letter, to see whether mail works."""
    if current_app.config["MAIL"] is None:
        raise NotFound("page", "")
    address = letter_to_me(the_store(), me(), site_url(), now())
    flash(_("A test letter to %(address)s is under way.", address=address), "good")
    return gone_to(url_for("admin.settings"))


def _terms() -> list[tuple[str, str, int, Term]]:
    """Say of each how it is called, for how long it is kept, and between which bounds."""
    kept: timedelta = current_app.config["JOURNAL_KEPT"]
    words = {BoardKept.JOURNAL: _("The journal"), BoardKept.REPORTS: _("Reports of what is wrong")}
    with the_store().read() as conn:
        days = board_days(conn, me().board_id, kept)
    return [(kind.value, words[kind], days[kind], term) for kind, term in board_terms(kept).items()]


def _mail() -> Mapping[str, object] | None:
    """Say how letters go, without what opens the mail server."""
    server: MailServer | None = current_app.config["MAIL"]
    if server is None:
        return None
    return {
        "host": server.host,
        "port": server.port,
        "sender": current_app.config["MAIL_FROM"],
        "waiting": waiting(the_store()),
    }
