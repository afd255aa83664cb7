"""What teachers, directors and officers come for: a lesson opened, a class seen, a school at a glance."""

from __future__ import annotations

from playwright.sync_api import expect

from tests import builders
from tests.e2e.steps import PLAY

PD, PD_CLEAN = "leerlingen-als-vriend", ("weigeren", "team", "portaal", "vragen", "de-deur-staat-open")


def test_a_teacher_opens_the_lesson_trains_and_sees_who_is_where(live, visit):
    group = builders.a_group(live.store, live.ours, "8 Zee", school_year=live.our_group.school_year)
    builders.a_pupil(live.store, group, "Imke")
    teacher = builders.a_teacher(live.store, group)
    steps = visit().come_in_as_staff(teacher.email)
    page = steps.page
    page.locator(f"form[action='/teacher/groups/{group.id}/session'] button").click()
    code = page.locator(".class-code > b").inner_text()
    expect(page.locator(".qr svg")).to_be_visible()

    pupil = visit().come_in_as_pupil(code, "Imke")
    pupil.goto(PLAY).choose("in-de-bus")

    page.goto(f"/teacher/groups/{group.id}")
    row = page.locator("tr", has_text="Imke")
    expect(row.locator("[data-status=busy]")).to_have_count(1)

    page.goto(f"/learn/lessons/{PD}")
    steps.choose(*PD_CLEAN)
    expect(page.locator(".ending[data-good]")).to_be_visible()
    expect(page.locator(".feedback .verdict-compare a, .feedback .explanation").first).to_be_visible()

    page.goto(f"/teacher/groups/{group.id}/session")
    page.locator("button.danger[popovertarget=close-lesson]").click()
    page.locator("form[action$='/session/close'] button").click()
    page.wait_for_url(f"**/teacher/groups/{group.id}")
    answer = pupil.page.goto("/learn/")
    assert answer.status == 401, "the pupils are out at once"


def test_staff_see_how_the_others_judge_an_act(live, visit):
    steps = visit(live.teacher().id).goto(f"/learn/lessons/{PD}").choose("weigeren")
    steps.page.locator(".verdict-compare a").click()
    expect(steps.page).to_have_url(f"{live.url}/rules/acts/teacher-decline-pupil-friend-request")
    for protocol in live.library.norms.protocols.values():
        expect(steps.page.locator("main")).to_contain_text(protocol.name)


def test_a_director_reads_the_school_at_a_glance_and_notes_evidence(live, visit):
    steps = visit().come_in_as_staff(live.director().email)
    page = steps.page
    cell = page.locator("#groups ~ * a[href*='/director/groups/'], tr.leads a").first
    expect(cell).to_be_visible()
    cell.click()
    page.wait_for_url("**/director/groups/*")
    page.go_back()
    page.locator(".goal-strip a[href$='doelstellingen.1']").click()
    page.wait_for_url("**/goals/*")
    words = "Het team heeft op de studiedag vijf regels afgesproken."
    page.fill("textarea[name=words]", words)
    page.locator("form[action$='/evidence'] button").click()
    entry = page.locator(".evidence li", has_text=words)
    expect(entry).to_be_visible()
    entry.locator("form[action$='/withdraw'] button").click()
    expect(entry).to_have_count(0)
    page.locator("form[action$='/restore'] button").click()
    expect(entry).to_be_visible()


def test_evidence_that_is_not_complete_is_told_and_kept_in_the_form(live, visit):
    steps = visit(live.director().id).goto("/goals/kom-leren:doelstellingen.1")
    page = steps.page
    page.locator("form[action$='/evidence'] button").click()
    expect(page.locator("#words-error")).to_be_visible()
    expect(page.locator(".error-summary")).to_be_visible()


def test_an_officer_sees_the_schools_side_by_side(live, visit):
    page = visit().come_in_as_staff(live.officer().email).page
    for school in (live.ours, live.theirs):
        expect(page.locator("main")).to_contain_text(school.name)


def test_staff_work_without_script_too(live, visit):
    group = builders.a_group(live.store, live.ours, "8 Duin", school_year=live.our_group.school_year)
    teacher = builders.a_teacher(live.store, group)
    steps = visit(java_script_enabled=False).come_in_as_staff(teacher.email)
    page = steps.page
    page.locator(f"form[action='/teacher/groups/{group.id}/session'] button").click()
    expect(page.locator(".class-code > b")).to_be_visible()
    page.locator("button.danger[popovertarget=close-lesson]").click()
    page.locator("form[action$='/session/close'] button").click()
    page.goto(f"/learn/lessons/{PD}")
    steps.choose(*PD_CLEAN)
    expect(page.locator(".ending[data-good]")).to_be_visible()


def test_the_reader_switches_the_language_and_stays_on_the_page(live, visit):
    page = visit(live.director().id).goto("/director/staff").page
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    page.locator("button[name=language]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_url(f"{live.url}/director/staff")


def test_no_page_asks_another_host_for_anything(live, visit):
    """As the browser sees it: every request of a round through the pages goes to this server."""
    steps = visit(live.director().id)
    asked: set[str] = set()
    steps.page.on("request", lambda request: asked.add(request.url))
    pages = ("/director/", "/director/staff", "/goals/", "/rules/protocol", "/learn/", f"/learn/lessons/{PD}")
    for path in pages:
        steps.page.goto(path, wait_until="networkidle")
    steps.choose(*PD_CLEAN[:2])
    assert asked
    assert {url for url in asked if not url.startswith((f"{live.url}/", "data:"))} == set()


def test_no_page_troubles_the_console(live, visit):
    """A Content-Security-Policy that drops something, a missing file, a script that stumbles: all end up there."""
    steps = visit(live.teacher().id)
    said: list[str] = []

    def listen(message):
        if message.type in {"error", "warning"}:
            said.append(message.text)

    steps.page.on("console", listen)
    steps.page.on("pageerror", lambda error: said.append(str(error)))
    group = f"/teacher/groups/{live.our_group.id}"
    learning = ("/learn/", f"/learn/quizzes/{PD}", f"/learn/lessons/{PD}")
    for path in ("/teacher/", "/goals/", group, f"{group}/session", *learning):
        steps.page.goto(path, wait_until="networkidle")
    steps.choose(*PD_CLEAN)
    assert said == []


def test_what_is_half_filled_in_survives_the_language_switch(live, visit):
    page = visit(live.director().id).page
    page.goto("/goals/kom-leren:doelstellingen.1")
    page.fill("textarea", "Wij lieten de ouders meekijken.")
    page.locator("button[name=language]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("textarea")).to_have_value("Wij lieten de ouders meekijken.")
    page.goto("/learn/")
    page.goto("/goals/kom-leren:doelstellingen.1")
    expect(page.locator("textarea")).to_have_value("")
