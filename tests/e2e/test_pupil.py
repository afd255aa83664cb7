"""A pupil's journeys: from the class code to a module that is done, on shaky Wi-Fi, with a keyboard, without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from course.quiz.model import QuestionKind
from tests.e2e.steps import CLEAN, HOME, LESSON, NOT_FINE, PLAY, QUIZ, SEAT, SEAT_CLEAN

PHONE = {"width": 390, "height": 844}


def test_from_the_class_code_to_a_module_that_is_done(live, visit):
    live.pupil("Zefanja")
    steps = visit().come_in_as_pupil(live.code, "Zefanja")
    page = steps.page
    module = page.locator("article.module", has=page.locator(f"a[href='{PLAY}']"))
    expect(module).to_have_attribute("data-state", "not-begun")
    module.locator("a.primary").click()
    steps.choose(*NOT_FINE)
    expect(page.locator(".ending")).to_be_visible()
    expect(page.locator(".ending[data-good]")).to_have_count(0)
    expect(page.locator(f"a[href='{QUIZ}']")).to_have_count(0)
    steps.back_to(0)
    expect(steps.choice("de-remix")).to_be_visible()
    steps.choose(*CLEAN)
    expect(page.locator(".ending[data-good]")).to_be_visible()
    expect(page.locator(".endings li:not(.unknown)")).to_have_count(2)
    page.locator(f"a.primary[href='{QUIZ}']").click()
    steps.sit(LESSON, live.ours.protocol)
    expect(page.locator(".ending[data-good]")).to_be_visible()
    page.goto(SEAT)
    steps.choose(*SEAT_CLEAN)
    expect(page.locator(".ending[data-good]")).to_be_visible()
    page.goto(HOME)
    expect(module).to_have_attribute("data-state", "done")


def test_a_quiz_below_the_mark_is_not_passed_and_can_be_taken_again(live, visit):
    steps = visit(live.pupil("Yara")).goto(QUIZ)
    steps.sit(LESSON, live.ours.protocol, well=False)
    expect(steps.page.locator(".ending")).to_be_visible()
    expect(steps.page.locator(".ending[data-good]")).to_have_count(0)
    steps.page.locator("form[action$='/attempts'] button").click()
    expect(steps.page.locator("form.question")).to_be_visible()
    steps.sit(LESSON, live.ours.protocol)
    expect(steps.page.locator(".ending[data-good]")).to_be_visible()


def test_the_same_choice_gets_another_verdict_at_another_school(live, visit):
    assert (live.ours.protocol, live.theirs.protocol) == ("kom-leren", "verkruisen")
    here = visit(live.pupil("Xander")).goto(PLAY).choose("in-de-bus")
    there = visit(live.pupil("Xena", theirs=True)).goto(PLAY).choose("in-de-bus")
    assert (here.verdict(), there.verdict()) == ("open", "not")
    article = there.page.locator(".feedback .verdict-article").first
    expect(article).to_contain_text("Verkruisen")
    said = live.library.judge("verkruisen", "pupil-take-photos-at-special-occasion")
    expect(article).to_contain_text(said.articles[0].number)
    expect(article.locator("a")).to_have_attribute("href", f"/rules/protocol#{said.articles[0].id}")
    expect(article).to_contain_text(said.articles[0].words.nl)


def test_the_explanation_survives_a_reload_and_the_language_switch(live, visit):
    steps = visit(live.pupil("Vigo")).goto(QUIZ)
    page = steps.page
    steps.fill(LESSON, live.ours.protocol)
    steps.check()
    asked = page.locator("#quiz h1").inner_text()
    page.reload()
    expect(page.locator("#marked")).to_be_visible()
    steps.next().fill(LESSON, live.ours.protocol)
    assert page.url.endswith(QUIZ)
    steps.check()
    page.locator("button[name=language][value=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#marked")).to_be_visible()
    assert page.locator("#quiz h1").inner_text() != asked


def test_a_double_click_is_one_answer(live, visit):
    pupil = live.pupil("Vera")
    steps = visit(pupil).goto(PLAY)
    steps.choice("in-de-bus").dblclick()
    steps.stands_at(1)
    steps.page.wait_for_timeout(300)
    assert steps.path_kept(pupil)[0] == 1
    assert steps.step() == 1


def test_one_goes_on_on_another_device(live, visit):
    pupil = live.pupil("Ties")
    phone = visit(pupil, viewport=PHONE).goto(PLAY).choose("in-de-bus")
    laptop = visit(pupil).goto(PLAY)
    laptop.stands_at(1).choose("aya")
    phone.choice("de-groepsapp").click()
    phone.stands_at(2)
    expect(phone.page.locator(".notice")).to_be_visible()
    assert phone.path_kept(pupil)[0] == 2


def test_a_scene_is_played_with_the_keyboard_alone(live, visit):
    steps = visit(live.pupil("Sara")).goto(PLAY)
    page = steps.page
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(20):
        page.keyboard.press("Tab")
        if steps.choice("de-remix").evaluate("one => one === document.activeElement"):
            break
    expect(steps.choice("de-remix")).to_be_focused()
    page.keyboard.press("Enter")
    steps.stands_at(1)
    expect(page.locator("#play [data-focus]")).to_be_focused()


def test_focus_moves_to_what_is_new(live, visit):
    steps = visit(live.pupil("Roos")).goto(PLAY).choose("in-de-bus")
    focused = steps.page.locator("#play [data-focus]")
    expect(focused).to_be_focused()
    expect(focused).to_be_in_viewport()
    steps.back_to(0)
    expect(focused).to_be_focused()
    steps.goto(QUIZ)
    steps.fill(LESSON, live.ours.protocol)
    steps.check()
    expect(steps.page.locator("#marked")).to_be_focused()
    steps.next()
    expect(steps.page.locator("#quiz h1")).to_be_focused()


def test_focus_begins_at_what_went_wrong_on_a_whole_page(live, visit):
    page = visit().type_code(live.code).page
    page.goto(f"/sign-in/class/{live.pupil('Rein')}")
    page.locator("form:has(fieldset[data-most]) button").click()
    expect(page.locator("#pictures-error")).to_be_focused()
    page.goto("/sign-in")
    page.locator("form:has(#password) button.primary").click()
    expect(page.locator(".error-summary")).to_be_focused()
    page.goto("/nowhere")
    expect(page.locator(".error-summary")).to_be_focused()


def test_the_tab_follows_the_story(live, visit):
    steps = visit(live.pupil("Raf")).goto(PLAY).choose("de-remix")
    expect(steps.page).to_have_title("De remix · De laars van Daan · Deelwijs")
    assert steps.page.locator("body title").count() == 0


def test_a_malformed_answer_is_told_beside_the_story_and_not_over_it(live, visit):
    steps = visit(live.pupil("Quirijn")).goto(PLAY)
    steps.choice("in-de-bus").evaluate("one => one.value = 'no-such-choice'")
    steps.choice("no-such-choice").click()
    expect(steps.page.locator("#notices [role=alert]")).to_be_visible()
    expect(steps.page.locator("#notices [data-focus]")).to_be_focused()
    expect(steps.page.locator("#play button.choice")).to_have_count(3)


def test_everything_works_without_script(live, visit):
    live.pupil("Noortje")
    steps = visit(java_script_enabled=False).come_in_as_pupil(live.code, "Noortje")
    page = steps.page
    page.locator(f"a[href='{PLAY}']").first.click()
    steps.choose(*NOT_FINE).back_to(0).choose(*CLEAN)
    expect(page.locator(".ending[data-good]")).to_be_visible()
    page.locator(f"a.primary[href='{QUIZ}']").click()
    kinds = steps.sit(LESSON, live.ours.protocol)
    assert QuestionKind.ORDER in kinds, "the draw spreads over the kinds"
    expect(page.locator(".ending[data-good]")).to_be_visible()
    page.locator("form[action='/sign-out'] button").click()
    expect(page.locator("#code")).to_be_visible()
    page.goto(HOME)
    expect(page.locator("#code, [data-focus] a")).not_to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_device_and_the_switch(live, visit, scheme):
    page = visit(live.pupil("Mick"), color_scheme=scheme).goto(HOME).page
    paint = "() => getComputedStyle(document.body).backgroundColor"
    first = page.evaluate(paint)
    page.locator("[data-theme-switch]").click()
    expect(page.locator("body")).not_to_have_css("background-color", first)
    page.reload()
    assert page.evaluate(paint) != first, "the choice is kept"


def test_the_qr_code_on_the_board_leads_to_the_names_and_leaves_no_code_in_any_address(live, visit):
    """Also on a tablet on which somebody else is still signed in; what stands behind the # is never sent."""
    key = live.link_key()
    page = visit(live.pupil("Sofie")).page
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"/sign-in/code#{live.code}.{key}")
    page.wait_for_url("**/sign-in/class")
    expect(page.locator("a.tile", has_text="Sofie")).to_be_visible()
    assert [url for url in asked if live.code in url.partition("#")[0] or key in url.partition("#")[0]] == []
    page.go_back()
    assert live.code not in page.url
