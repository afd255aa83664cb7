"""A teacher links the account of the board, and comes in with it: a real provider, a real browser, the policy as it is."""

from __future__ import annotations

from datetime import UTC, datetime

from playwright.sync_api import expect

from tests import builders
from tests.e2e.live import SECRET
from tests.e2e.test_pages import audit
from tests.people.sign_on.provider import PLAIN


def test_an_account_of_the_board_is_linked_and_lets_in(live, visit, elsewhere):
    teacher = live.teacher()
    board = live.ours.board_id
    elsewhere.kept_at(live.store, board, datetime.now(UTC), SECRET.encode())
    steps, problems = visit(bypass_csp=True), []
    page = visit().page
    page.goto("/sign-in")
    page.get_by_label("E-mailadres").fill(teacher.email)
    page.get_by_label("Wachtwoord").fill(builders.PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_url("**/teacher/")
    page.goto("/account")
    page.get_by_role("button", name="Koppel Bestuursaccount").click()
    page.wait_for_url(f"{elsewhere.issuer}/**")
    page.get_by_role("button", name=PLAIN).click()
    expect(page.get_by_text("Vanaf nu kom je ook met Bestuursaccount binnen.")).to_be_visible()
    page.get_by_role("button", name="Uitloggen").click()
    page.goto("/sign-in")
    page.get_by_role("link", name="Inloggen met Bestuursaccount").click()
    page.get_by_role("button", name=PLAIN).click()
    page.wait_for_url("**/teacher/")
    steps.page.goto("/sign-in")
    audit(steps, "sign-on", problems)
    keeper = builders.an_administrator_of(live.store, board)
    other = visit(keeper.id, viewport={"width": 390, "height": 844}).page
    other.goto("/admin/sign-on")
    other.get_by_role("link", name="Bekijk Bestuursaccount").click()
    assert problems == []
