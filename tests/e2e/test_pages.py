"""Every kind of page, for everybody who may see it: axe finds nothing by day or by night, and nothing scrolls sideways."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from course.people.roles import Role
from course.quiz.model import QuestionKind
from course.rulebooks.drafts.beginning import begin_from_version
from tests import builders
from tests.e2e.addresses import NO_PAGES, STATES, addresses, of_rules
from tests.e2e.steps import CLEAN, LESSON, NOT_FINE, PLAY
from tests.rulebooks.rules import a_text, an_act, published, stance
from tests.web.doors import ROLES, ROUTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.live import Live
    from tests.e2e.steps import Steps

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOUND = """async rules => (await axe.run(document, {runOnly: rules, resultTypes: ["violations"]})).violations
    .map(one => one.id + ": " + one.nodes
        .map(node => node.target.join(" ") + " " + (node.failureSummary || "")).join(" | "))"""
NARROW = {"width": 320, "height": 640}
PHONE = {"width": 390, "height": 844}
SMALLEST_TARGET = 44
MOST = 12


def for_role(live: Live, role: Role | None) -> Iterator[tuple[str, str]]:
    """The pages that this role may see; the sign-in pages for who has not signed in."""
    for endpoint, path in addresses(live, role).items():
        if ROUTES[endpoint].is_for(role) and (role is None or not ROUTES[endpoint].is_for(None)):
            yield endpoint, path


def person(live: Live, role: Role | None) -> int | None:
    """Somebody of this role, made for one test; nobody for who has not signed in."""
    made = {
        Role.PUPIL: lambda: live.pupil("Kiki"),
        Role.TEACHER: lambda: live.teacher().id,
        Role.COACH: lambda: builders.a_coach(live.store, live.our_group).id,
        Role.DIRECTOR: lambda: live.director().id,
        Role.OFFICER: lambda: live.officer().id,
        Role.ADMINISTRATOR: lambda: builders.an_administrator_of(live.store, live.ours.board_id).id,
    }
    return made[role]() if role else None


def audit(steps: Steps, name: str, problems: list[str]) -> None:
    """Run axe on the page as it stands, by day and by night, and look for what sticks out on the narrowest phone.

    Staff's pages have tables that scroll on a phone, so axe sees those at that width too.
    """
    page = steps.page
    page.evaluate("source => { if (!window.axe) (0, eval)(source) }", AXE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        problems += [f"{name} ({scheme}): {one}" for one in page.evaluate(FOUND, RULES)]
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    wide = page.viewport_size
    if page.locator("body.calm").count():
        page.set_viewport_size(PHONE)
        problems += [f"{name} (phone): {one}" for one in page.evaluate(FOUND, RULES)]
    page.set_viewport_size(NARROW)
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        problems.append(f"{name}: scrolls sideways at 320 px: {page.evaluate(STICKS_OUT)}")
    problems += [
        f"{name}: a target below 44 px: {one}" for one in page.evaluate(SMALL_TARGETS, SMALLEST_TARGET)
    ]
    page.set_viewport_size(wide)


STICKS_OUT = """() => [...document.querySelectorAll("body *")]
    .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .slice(-3).map(one => one.tagName + "." + one.className)"""
SMALL_TARGETS = """least => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, summary, textarea")]
    .filter(one => one.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}) && !one.matches(".skip-link"))
    .map(one => one.closest("label") || one)
    .filter(one => {
        const boxes = [...one.getClientRects()];
        const after = getComputedStyle(one, "::after");
        const reaches = after.content !== "none" && after.position === "absolute";
        const reach = side => reaches ? parseFloat(after[side]) || 0 : 0;
        const text = !one.closest(".site-footer") && one.closest("p, li, dd, td, cite, .explanation");
        const inText = text && getComputedStyle(one).display === "inline";
        return boxes.length && !inText && ["width", "height"].some(
            side => Math.max(...boxes.map(box => box[side]), reach(side)) < least - 0.5);
    })
    .map(one => one.outerHTML.slice(0, 120))"""


@pytest.fixture
def look(visit, live):
    """`look(person)` opens a browser that axe may be put into."""
    return lambda person_id=None: visit(person_id, bypass_csp=True, reduced_motion="reduce")


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_every_page_is_open_to_everybody(live, look, role):
    steps, problems = look(person(live, role)), []
    seen = []
    if role is None:
        steps.type_code(live.code)
    for endpoint, path in for_role(live, role):
        answer = steps.page.goto(path)
        assert answer.status == 200, path
        audit(steps, endpoint, problems)
        seen.append(endpoint)
    assert problems == []
    assert seen


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.OFFICER], ids=str)
def test_every_page_of_rules_in_the_making_is_open_to_who_makes_them(live, look, role):
    """At a school of their own: other journeys go by the rules of ours."""
    problems: list[str] = []
    schools = [builders.a_school(live.store, live.ours.board_id) for _ in range(2)]
    staff = builders.a_director(live.store, schools[0]) if role is Role.DIRECTOR else live.officer()
    own = schools[:1] if role is Role.DIRECTOR else schools
    now = datetime.now(UTC)
    texts = a_text(), a_text(stances={an_act(): stance("forbidden", "a")})
    before, version = (published(live.store, *own, text=text, now=now) for text in texts)
    draft = begin_from_version(live.store, builders.signed_in(live.store, staff, now), version.id, now)
    pages = of_rules(draft.row.id, draft.draft.standing[0].id, version.id, before.id)
    steps = look(staff.id)
    for endpoint, path in pages.items():
        answer = steps.page.goto(path)
        assert answer.status == 200, path
        audit(steps, endpoint, problems)
    assert problems == []


def test_no_page_is_forgotten(live):
    """Every endpoint that is a page is in one of the lists, or is a state that has a test of its own."""
    listed = set(addresses(live, None)) | set(of_rules(0, "", 0, 0))
    got = {name for name, route in ROUTES.items() if "GET" in route.methods} - NO_PAGES
    assert got - listed == STATES


def test_a_lesson_is_open_to_everybody_at_every_turn(live, look):
    steps, problems = look(live.pupil("Jip")).goto(PLAY), []
    steps.choose("in-de-bus")
    audit(steps, "feedback", problems)
    steps.choose(*NOT_FINE[1:])
    audit(steps, "an ending that is not fine", problems)
    steps.back_to(0)
    audit(steps, "back in time", problems)
    steps.choose(*CLEAN)
    audit(steps, "a good ending", problems)
    steps.page.locator("form[action$='/runs'] button").click()
    expect(steps.choice("de-remix")).to_be_visible()
    audit(steps, "a new run", problems)
    steps.choose("de-remix", "de-koptelefoon", "aan-de-lijn")
    audit(steps, "a call", problems)
    steps.choose("zes")
    audit(steps, "a post", problems)
    assert problems == []


def test_every_kind_of_question_is_open_to_everybody(live, look):
    steps, problems, kinds = look(live.pupil("Isa")).goto(f"/learn/quizzes/{LESSON}"), [], set()
    for _ in range(MOST):
        if steps.page.locator("form.question").count() == 0:
            break
        question = steps.question(LESSON)
        if question.kind not in kinds:
            audit(steps, f"question: {question.kind}", problems)
        steps.fill(LESSON, live.ours.protocol, well=len(kinds) % 2 == 0)
        steps.check()
        if question.kind not in kinds:
            audit(steps, f"marked: {question.kind}", problems)
        kinds.add(question.kind)
        steps.next()
    audit(steps, "result", problems)
    assert problems == []
    assert kinds == set(QuestionKind) - {QuestionKind.WRITE}, "the draw spreads over the kinds that count"


def test_what_went_wrong_is_open_to_everybody(live, look):
    steps, problems = look(), []
    page = steps.page
    for path, status in (("/nowhere", 404), ("/learn/", 401)):
        assert page.goto(path).status == status
        audit(steps, path, problems)
    page.goto("/")
    page.fill("#code", "ZZZZZZ")
    page.locator("form:has(#code) button").click()
    expect(page.locator("#code-error")).to_be_visible()
    audit(steps, "a wrong code", problems)
    page.goto("/sign-in")
    page.locator("form:has(#password) button.primary").click()
    expect(page.locator(".error-summary")).to_be_visible()
    audit(steps, "an empty sign-in", problems)
    page = steps.type_code(live.code).page
    assert page.goto("/sign-in/class/900000").status == 404
    audit(steps, "nobody of this class", problems)
    page.goto(f"/sign-in/class/{live.pupil('Hidde')}")
    page.locator("form:has(fieldset[data-most]) button").click()
    expect(page.locator("#pictures-error")).to_be_visible()
    audit(steps, "wrong pictures", problems)
    assert problems == []


def test_what_a_teacher_does_is_open_to_everybody(live, look):
    group = builders.a_group(live.store, live.ours, "8 Wad", school_year=live.our_group.school_year)
    for name in ("Gijs", "Gwen"):
        builders.a_pupil(live.store, group, name)
    steps, problems = look(builders.a_teacher(live.store, group).id), []
    page = steps.page
    page.goto(f"/teacher/groups/{group.id}/session")
    audit(steps, "a closed lesson", problems)
    page.locator("form[action$='/session'] button").click()
    expect(page.locator(".class-code")).to_be_visible()
    audit(steps, "an open lesson", problems)
    page.goto(f"/teacher/groups/{group.id}/figures")
    audit(steps, "no figures yet", problems)
    page.goto(f"/teacher/groups/{group.id}/pictures")
    page.locator("label.option:has(input[name=pupil])").first.click()
    page.locator("form:has(input[name=pupil]) button.primary").click()
    page.wait_for_url("**/pictures/cards")
    audit(steps, "login cards", problems)
    page.goto("/goals/kom-leren:doelstellingen.1")
    page.locator("form[action$='/evidence'] button").click()
    expect(page.locator(".error-summary")).to_be_visible()
    audit(steps, "evidence that is not complete", problems)
    page.goto("/account")
    page.locator("form:has(#wanted) button.primary").click()
    expect(page.locator(".error-summary")).to_be_visible()
    audit(steps, "a password that is not complete", problems)
    assert problems == []


def test_what_an_administrator_sees_of_staff_is_open_to_everybody(live, look):
    steps, problems = look(builders.an_administrator(live.store, live.ours).id), []
    page = steps.page
    page.goto(f"/admin/people/{live.teacher().id}")
    audit(steps, "somebody of the staff", problems)
    page.locator("form[action$='/invitation'] button").click()
    expect(page.locator("#link")).to_be_visible()
    audit(steps, "a link to hand over", problems)
    assert problems == []
