"""Bubbles of a chat: they come one by one, when their reader is there, and never in the way."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.conftest import SLOWEST
from tests.e2e.steps import PLAY

PHONE = {"width": 390, "height": 844}


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
    page.emulate_media(media="print")
    expect(waiting.first).to_be_visible()
    page.emulate_media(media="screen")
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


def test_beside_its_story_a_phone_is_no_higher_than_the_screen_and_follows_the_newest_bubble(live, visit):
    steps = (
        visit(live.pupil("Pippa"), viewport={"width": 1366, "height": 768}).goto(PLAY).choose("de-groepsapp")
    )
    page = steps.page
    phone, content = page.locator(".phone"), page.locator(".phone-content")
    assert phone.bounding_box()["height"] <= 768 - 32
    phone.scroll_into_view_if_needed()
    expect(page.locator("[data-arrivals] .waiting")).to_have_count(0, timeout=SLOWEST)
    expect(page.locator("[data-arrivals] > :last-child .bubble")).to_be_in_viewport()
    content.focus()
    page.keyboard.press("Home")
    expect(page.locator("[data-arrivals] > :first-child .bubble")).to_be_in_viewport()
    page.emulate_media(media="print")
    assert phone.bounding_box()["height"] > 768, "on paper nothing scrolls"


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
