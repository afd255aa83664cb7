"""A draft in two windows of one account: a window that stays saves again and again, and the other is told of both texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests import builders
from tests.e2e.test_own_rules import paste

if TYPE_CHECKING:
    from playwright.sync_api import Page


def press(page: Page, stance: str) -> int:
    """Answer the first question, and give the status of what comes back."""
    question = page.locator(".question-asked").first
    with page.expect_response(lambda answer: "/answers/" in answer.url) as sent:
        question.locator(".stance", has=page.locator(f"input[value={stance}]")).first.click()
    return sent.value.status


def test_a_window_that_stays_saves_again_and_the_other_is_told(live, visit):
    school = builders.a_school(live.store, live.ours.board_id)
    steps = visit(builders.a_director(live.store, school).id)
    address = f"{paste(steps, 'school-d')}/questions/images"
    page = steps.page
    page.goto(address)
    other = page.context.new_page()
    other.goto(address)
    assert [press(page, stance) for stance in ("allowed", "forbidden", "required")] == [200, 200, 200]
    assert press(other, "discouraged") == 409
    expect(other.locator("#notices .error-summary")).to_contain_text("ander venster")
    assert press(page, "allowed") == 200
