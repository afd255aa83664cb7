"""A director pastes the rules of a real school, answers, looks, publishes, and the pages are fit for everybody."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests import builders
from tests.e2e.test_pages import audit

RULES = Path(__file__).parents[1] / "norms/data/rules/school-a.md"
THEME = "posting"


def test_a_director_pastes_rules_answers_looks_and_publishes(live, visit):
    school = builders.a_school(live.store, live.ours.board_id)
    steps = visit(builders.a_director(live.store, school).id)
    page, problems = steps.page, []
    steps.goto("/protocols/")
    audit(steps, "overview", problems)
    steps.goto("/protocols/new")
    audit(steps, "begin", problems)
    page.fill("#text", RULES.read_text(encoding="utf-8"))
    page.locator("form[action$='/new/text'] button").click()
    page.wait_for_url("**/articles*")
    audit(steps, "articles", problems)
    base = page.url.split("/articles")[0]
    page.locator("form[action$='/confirm-guesses'] button").click()
    expect(page.locator(".guess")).to_have_count(0)

    page.goto(f"{base}/questions/{THEME}")
    question = page.locator(".question-asked").first
    question.locator(".stance", has=page.locator("input[value=ask-first]")).first.click()
    question.locator(".articles-of-answer .tick").first.click()
    expect(question.locator(".answered .saved")).to_be_visible()
    expect(question.locator(".answered .badge")).to_have_count(0)
    audit(steps, "theme", problems)

    for name in ("questions", "preview", "history", "publish"):
        page.goto(f"{base}/{name}")
        audit(steps, name, problems)
    page.locator("form[action$='/publish/confirm'] button.primary").click()
    page.wait_for_url("**/publish/confirm*")
    audit(steps, "confirm", problems)
    page.locator("form[action$='/publish'] button.primary").click()
    page.wait_for_url("**/protocols/versions/*")
    audit(steps, "version", problems)
    page.goto("/rules/protocol")
    expect(page.locator("main")).to_contain_text("Ik spreek via internet niet af met onbekenden.")
    assert problems == []
