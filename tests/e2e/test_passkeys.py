"""A director makes a passkey on a device of which Chromium plays the part, and comes in and confirms with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect
from sqlalchemy import update

from course.people.tables import sign_ins
from tests import builders
from tests.e2e.test_pages import audit

if TYPE_CHECKING:
    from datetime import datetime

OWN = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def test_a_passkey_is_made_signs_in_and_confirms(live, visit):
    director = builders.a_director(live.store, live.ours)
    address = live.url.replace("127.0.0.1", "localhost")
    steps = visit(base_url=address, bypass_csp=True)
    page, problems = steps.page, []
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": OWN})
    page.goto("/sign-in")
    page.get_by_label("E-mailadres").fill(director.email)
    page.get_by_label("Wachtwoord").fill(builders.PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.goto("/account/second-step")
    page.get_by_role("button", name="Maak een passkey").click()
    expect(page.locator(".recovery-codes li")).to_have_count(10)
    audit(steps, "codes", problems)
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    audit(steps, "passkeys", problems)
    page.get_by_role("button", name="Uitloggen").click()
    page.goto("/sign-in")
    page.get_by_role("button", name="Inloggen met een passkey").click()
    page.wait_for_url("**/director/")
    _long_ago(live, None)
    page.goto("/account/second-step")
    page.get_by_role("button", name="Maak nieuwe codes").click()
    expect(page.get_by_role("heading", name="Ben jij het?")).to_be_visible()
    audit(steps, "fresh", problems)
    page.get_by_role("button", name="Gebruik een passkey").click()
    expect(page.locator(".recovery-codes li")).to_have_count(10)
    assert problems == []


def _long_ago(live, moment: datetime | None) -> None:
    with live.store.write() as conn:
        conn.execute(update(sign_ins).values(confirmed_at=moment))
