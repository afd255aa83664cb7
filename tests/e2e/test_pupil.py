"""A pupil's journeys: from the class code to a module that is done, on shaky Wi-Fi, with a keyboard, without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from course.quiz.model import QuestionKind
from tests.e2e.steps import CLEAN, HOME, LESSON, NOT_FINE, PLAY

QUIZ = f"/learn/quizzes/{LESSON}"
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
    assert (here.verdict(), there.verdict()) == ("open", "not-fine")
    article = there.page.locator(".feedback .verdict-article").first
    expect(article).to_contain_text("Verkruisen")
    said = live.library.judge("verkruisen", "pupil-take-photos-at-special-occasion")
    expect(article).to_contain_text(said.articles[0].id)
    expect(article).to_contain_text(said.articles[0].words.nl)


def test_an_answer_given_without_a_connection_is_offered_again_and_kept_once(live, visit):
    pupil = live.pupil("Wout")
    steps = visit(pupil).goto(PLAY)
    page = steps.page
    page.context.set_offline(True)
    steps.choice("in-de-bus").click()
    banner = page.locator("[data-offline]")
    expect(banner).to_be_visible()
    assert steps.path_kept(pupil) is None
    banner.locator("[data-retry]").click()
    expect(banner).to_be_visible()
    page.context.set_offline(False)
    steps.stands_at(1)
    expect(banner).to_be_hidden()
    expect(page.locator(".you-chose")).to_be_visible()
    step, path = steps.path_kept(pupil)
    assert (step, path) == (1, [["plons", "in-de-bus"]])


def test_an_answer_whose_reply_is_lost_is_kept_once(live, visit):
    """The server has it, the pupil doesn't know: trying again shows what came of it, and moves nobody twice."""
    pupil = live.pupil("Willem")
    steps = visit(pupil).goto(PLAY)
    page = steps.page

    def loses_the_reply(route):
        route.fetch()
        route.abort()

    page.route("**/choices", loses_the_reply)
    steps.choice("in-de-bus").click()
    banner = page.locator("[data-offline]")
    expect(banner).to_be_visible()
    assert steps.path_kept(pupil)[0] == 1
    page.unroute("**/choices")
    banner.locator("[data-retry]").click()
    steps.stands_at(1)
    expect(banner).to_be_hidden()
    assert steps.path_kept(pupil)[0] == 1


def test_a_server_in_trouble_is_told_and_offers_again(live, visit):
    pupil = live.pupil("Wies")
    steps = visit(pupil).goto(PLAY)
    steps.page.route("**/choices", lambda route: route.fulfill(status=503, body="busy"))
    steps.choice("in-de-bus").click()
    banner = steps.page.locator("[data-offline]")
    expect(banner).to_be_visible()
    expect(banner.locator("[data-when=server]")).to_be_visible()
    steps.page.unroute("**/choices")
    banner.locator("[data-retry]").click()
    steps.stands_at(1)


def test_a_quiz_answer_without_a_connection_keeps_what_was_filled_in(live, visit):
    steps = visit(live.pupil("Vos")).goto(QUIZ)
    page = steps.page
    steps.fill(LESSON, live.ours.protocol)
    page.context.set_offline(True)
    page.locator("form.question button.primary").click()
    expect(page.locator("[data-offline]")).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator("#marked")).to_be_visible()
    expect(page.locator("#quiz [data-mark=wrong]")).to_have_count(0)


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


def test_a_malformed_answer_is_told_beside_the_story_and_not_over_it(live, visit):
    steps = visit(live.pupil("Quirijn")).goto(PLAY)
    steps.choice("in-de-bus").evaluate("one => one.value = 'no-such-choice'")
    steps.page.locator("button.choice").first.click()
    expect(steps.page.locator("#notices [role=alert]")).to_be_visible()
    expect(steps.page.locator("#notices [data-focus]")).to_be_focused()
    expect(steps.page.locator("#play button.choice")).to_have_count(3)


def test_arrivals_come_one_by_one_and_can_be_skipped(live, visit):
    steps = visit(live.pupil("Puck")).goto(PLAY).choose("in-de-bus")
    waiting = steps.page.locator("[data-arrivals] .waiting")
    expect(waiting).not_to_have_count(0)
    steps.page.keyboard.press("Escape")
    expect(waiting).to_have_count(0)


def test_bubbles_wait_for_their_reader(live, visit):
    """The verdict stands above the phone on a small screen: what came meanwhile would be missed, and read out too soon."""
    steps = visit(live.pupil("Pien"), viewport=PHONE).goto(PLAY).choose("in-de-bus")
    page = steps.page
    waiting, typing = page.locator("[data-arrivals] .waiting"), page.locator("[data-arrivals] .is-typing")
    page.wait_for_timeout(1000)
    expect(waiting).to_have_count(2)
    expect(typing).to_have_count(0)
    page.locator("[data-arrivals]").scroll_into_view_if_needed()
    expect(typing).to_have_count(1)
    expect(waiting).to_have_count(0)


def test_every_list_of_bubbles_arrives(live, visit):
    steps = visit(live.pupil("Pim")).goto(PLAY).choose("in-de-bus")
    page = steps.page
    page.evaluate("""() => {
        const phone = document.querySelector(".phone");
        phone.after(phone.cloneNode(true));
        document.dispatchEvent(new CustomEvent("htmx:afterSwap", {detail: {elt: document}}));
    }""")
    waiting = page.locator("[data-arrivals] .waiting")
    expect(waiting).to_have_count(4)
    for left, phone in ((2, page.locator(".phone").first), (0, page.locator(".phone").last)):
        phone.scroll_into_view_if_needed()
        expect(waiting).to_have_count(left)


def test_who_wants_to_see_everything_keeps_the_place(live, visit):
    steps = visit(live.pupil("Pleun"), viewport=PHONE).goto(PLAY).choose("in-de-bus")
    page = steps.page
    page.locator("[data-arrivals]").scroll_into_view_if_needed()
    expect(page.locator("[data-skip-arrivals]")).to_be_visible()
    page.locator("[data-skip-arrivals]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-arrivals] .waiting")).to_have_count(0)
    assert page.evaluate("document.activeElement.closest('.phone') !== null")
    expect(page.locator("[data-announcer]")).to_have_text("Alle berichten staan er.")


def test_who_wants_no_motion_gets_none(live, visit):
    steps = visit(live.pupil("Olaf"), reduced_motion="reduce").goto(PLAY).choose("in-de-bus")
    expect(steps.page.locator("[data-arrivals] .waiting")).to_have_count(0)
    moving = """() => document.getAnimations().filter(
        one => one.effect.getComputedTiming().duration > 50 || one.effect.getComputedTiming().iterations === Infinity
    ).length"""
    assert steps.page.evaluate(moving) == 0
    steps.goto(PLAY).choose("aya", "voor-ons-alleen")
    assert steps.page.evaluate(moving) == 0


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
    page.wait_for_function("before => getComputedStyle(document.body).backgroundColor !== before", arg=first)
    page.reload()
    assert page.evaluate(paint) != first, "the choice is kept"
