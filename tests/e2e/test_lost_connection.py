"""Answers on shaky Wi-Fi: said truly, kept once, offered again."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.steps import LESSON, PLAY, QUIZ


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


def test_the_banner_says_only_what_is_known(live, visit):
    """Beside a saved answer it must not say that it isn't; of an answer under way nobody knows."""
    steps = visit(live.pupil("Wendel")).goto(PLAY).choose("in-de-bus")
    page = steps.page
    said = page.locator("[data-offline] [data-sent]:visible")
    page.context.set_offline(True)
    steps.choice("aya").click()
    expect(said).to_have_attribute("data-sent", "answer")
    page.locator("button.trail-step[value='0']").click()
    expect(said).to_have_attribute("data-sent", "move")
    page.context.set_offline(False)
    steps.goto(QUIZ).fill(LESSON, live.ours.protocol)
    steps.check()
    page.context.set_offline(True)
    page.locator("#quiz form[method=get] button").click()
    expect(said).to_have_attribute("data-sent", "question")


def test_another_mind_without_a_connection_is_one_choice(live, visit):
    steps = visit(live.pupil("Wanda")).goto(PLAY)
    page = steps.page
    page.context.set_offline(True)
    for value in ("in-de-bus", "de-remix"):
        steps.choice(value).click()
        expect(page.locator("button.chosen")).to_have_attribute("value", value)


def test_a_slow_server_is_told_of(live, visit):
    """Nothing seems to happen for as long as the answer travels; then a pupil presses again, or elsewhere."""
    steps = visit(live.pupil("Wietske")).goto(PLAY)
    page = steps.page
    held = []

    def holds(route):
        held.append(route)

    page.route("**/choices", holds)
    note = page.locator("[data-slow]")
    steps.choice("in-de-bus").click()
    expect(note).to_be_visible()
    expect(page.locator("#play")).to_have_attribute("aria-busy", "true")
    expect(page.locator("[data-announcer]")).to_contain_text("onderweg")
    held[0].continue_()
    steps.stands_at(1)
    expect(note).to_be_hidden()


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
