"""`deelwijs account` shows by what somebody comes in, and takes it away."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from course.journal import journal
from course.journal.journal import Event
from course.people.invitations import invited
from course.people.mail.queue import Letter, take_due
from tests import builders
from tests.people.sign_on.links import a_link

if TYPE_CHECKING:
    import pytest

    from tests.cli.keeping import Kept


def test_an_account_elsewhere_is_shown_unlinked_and_told(kept: Kept) -> None:
    email = kept.teacher.email
    a_link(kept.store, kept.teacher.id, kept.school.board_id, "Microsoft")
    assert "accounts elsewhere: Microsoft" in kept.says("account", email)
    assert kept.run("account", email, "--unlink", "Google").exit_code == 1
    assert "accounts elsewhere: -" in kept.says("account", email, "--unlink", "Microsoft")
    (told,) = journal.read(kept.store, events=[Event.FACTOR_REMOVED])
    assert (told.person_id, told.about_id, told.detail) == (None, kept.teacher.id, "sign-on")


def test_a_link_for_one_use_is_handed_over_and_opens(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEELWIJS_URL", "https://leren.example")
    told = json.loads(kept.says("account", str(kept.teacher.id), "--invite", "--json"))
    site, token = told["link"].split("#")
    assert site == "https://leren.example/account/invited"
    assert invited(kept.store, token, datetime.now(UTC)) == kept.teacher.email
    assert kept.says("account", kept.teacher.email, "--invite").splitlines()[-1].startswith(site)
    (first, second) = journal.read(kept.store, events=[Event.INVITED])
    assert (first.person_id, second.about_id) == (None, kept.teacher.id)
    refused = kept.run("account", str(kept.pupil), "--invite")
    assert (refused.exit_code, "unknown member of staff" in refused.stderr) == (1, True)


def test_an_invitation_is_mailed_where_there_is_mail(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = kept.run("account", kept.teacher.email, "--mail-invitation")
    assert (refused.exit_code, "No mail server is set" in refused.stderr) == (1, True)
    monkeypatch.setenv("DEELWIJS_MAIL", "smtp://127.0.0.1:25")
    monkeypatch.setenv("DEELWIJS_MAIL_FROM", "deelwijs@school.example")
    monkeypatch.setenv("DEELWIJS_URL", "https://leren.example")
    kept.says("account", kept.teacher.email, "--mail-invitation")
    (letter,) = take_due(kept.store, datetime.now(UTC))
    assert (letter.kind, letter.person_id, letter.site) == (
        Letter.INVITATION,
        kept.teacher.id,
        "https://leren.example",
    )


def test_sign_ins_are_counted_and_ended(kept: Kept) -> None:
    builders.signed_in(kept.store, kept.teacher, datetime.now(UTC))
    assert "signed in on: 1" in kept.says("account", kept.teacher.email)
    assert "signed in on: 0" in kept.says("account", kept.teacher.email, "--sign-out")
    assert "second step: no" in kept.says("account", kept.teacher.email, "--no-second-step")
    assert kept.run("account", "nobody@school.example").exit_code == 1
