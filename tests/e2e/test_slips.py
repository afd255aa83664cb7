"""What the eye stumbled over once, measured: nothing cropped, out of line, pushed aside, or behind a text."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.pixels import dark_runs
from tests.e2e.steps import LESSON, PLAY

LAPTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
TWICE = {"width": 640, "height": 400}
"""A laptop at 200%."""
MIDDLE = "one => { const box = one.getBoundingClientRect(); return box.top + box.height / 2 }"
TEXT_MIDDLE = """one => {
    const text = document.createRange();
    text.selectNodeContents(one);
    const lines = [...text.getClientRects()];
    return {lines: new Set(lines.map(line => Math.round(line.top / 9))).size, at: lines[0].top + lines[0].height / 2}
}"""


def test_somebody_who_types_shows_three_whole_dots(live, visit):
    steps = visit(live.pupil("Stip"), viewport=LAPTOP, reduced_motion="reduce").goto(PLAY).choose("in-de-bus")
    page = steps.page
    item = page.locator("[data-arrivals] > li").last
    item.scroll_into_view_if_needed()
    item.evaluate("one => one.classList.add('waiting', 'is-typing')")
    box = item.evaluate("""one => {
        const item = one.getBoundingClientRect(), bubble = getComputedStyle(one, "::after");
        const [left, bottom, width, height] = ["left", "bottom", "width", "height"].map(side => parseFloat(bubble[side]));
        return {x: item.left + left + 4, y: item.bottom - bottom - height, width: width - 8, height};
    }""")
    runs = dark_runs(page, visit().page, box)
    assert len(runs) == 3
    assert max(runs) - min(runs) <= 1


def test_a_verdict_stands_in_line_with_what_it_is_about(live, visit):
    page = visit(live.teacher().id, viewport=LAPTOP).goto(f"/teacher/groups/{live.our_group.id}/figures").page
    page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
    measured = 0
    for item in page.locator(".decision .evidence > li:has(.verdict-badge)").all():
        text = item.locator("> span:last-child").evaluate(TEXT_MIDDLE)
        if text["lines"] == 1:
            measured += 1
            for part in (".verdict-shape", ".verdict-badge > span"):
                assert abs(item.locator(part).first.evaluate(MIDDLE) - text["at"]) <= 3
    assert measured


def test_a_folded_card_has_as_much_room_above_its_line_as_below(live, visit):
    page = visit(live.pupil("Vouw"), viewport=LAPTOP).goto("/rules/protocol").page
    card = page.locator("details.card:not([open])").first
    room = card.evaluate("""one => {
        const outer = one.getBoundingClientRect(), text = document.createRange();
        text.selectNodeContents(one.querySelector("summary"));
        const inner = text.getBoundingClientRect();
        return [inner.top - outer.top, outer.bottom - inner.bottom];
    }""")
    assert abs(room[0] - room[1]) <= 2


@pytest.mark.parametrize("viewport", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_closing_the_lesson_asks_without_pushing_anything_and_can_be_left(live, visit, viewport):
    page = (
        visit(live.teacher().id, viewport=viewport).goto(f"/teacher/groups/{live.our_group.id}/session").page
    )
    longer = page.locator("form[action$='/longer'] button")
    opener = page.locator("button.danger[popovertarget=close-lesson]")
    opener.scroll_into_view_if_needed()
    before = longer.bounding_box()
    opener.click()
    asked = page.locator("#close-lesson")
    expect(asked).to_be_visible()
    assert longer.bounding_box() == before
    asked.locator("button[popovertargetaction=hide]").click()
    expect(asked).to_be_hidden()
    opener.click()
    page.keyboard.press("Escape")
    expect(asked).to_be_hidden()
    assert page.locator(".class-code").count() == 1, "the lesson is still open"


def test_a_message_is_as_wide_as_its_page(live, visit):
    page = visit(live.teacher().id, viewport=LAPTOP).goto(f"/teacher/groups/{live.our_group.id}/session").page
    page.locator("form[action$='/longer'] button").click()
    page.goto("/goals/")
    widths = page.evaluate("""() => {
        const main = document.querySelector("main"), style = getComputedStyle(main), flashes = document.createElement("div");
        flashes.className = "flashes";
        main.prepend(flashes);
        return [flashes.clientWidth, main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)];
    }""")
    assert abs(widths[0] - widths[1]) <= 1


@pytest.mark.parametrize("viewport", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_the_tabs_of_a_group_keep_their_place(live, visit, viewport):
    steps = visit(live.teacher().id, viewport=viewport)
    tops = set()
    for path in ("", "/session", "/figures", "/pictures"):
        steps.goto(f"/teacher/groups/{live.our_group.id}{path}")
        tops.add(round(steps.page.locator(".tabs").bounding_box()["y"]))
    assert len(tops) == 1


@pytest.mark.parametrize("viewport", [LAPTOP, PHONE, TWICE], ids=["laptop", "phone", "twice as large"])
@pytest.mark.parametrize("path", ["/", PLAY, f"/learn/quizzes/{LESSON}"])
def test_no_sun_and_no_dots_stand_behind_a_text(live, visit, viewport, path):
    page = visit(None if path == "/" else live.pupil("Zon"), viewport=viewport).goto(path).page
    behind = page.evaluate("""() => {
        const body = document.body.getBoundingClientRect();
        const shapes = ["::before", "::after"].map(which => getComputedStyle(document.body, which))
            .filter(one => one.display !== "none")
            .map(one => {
                const width = parseFloat(one.width), height = parseFloat(one.height), bottom = parseFloat(one.bottom);
                const top = one.top === "auto" ? body.bottom - bottom - height : body.top + parseFloat(one.top);
                return {left: body.right - width, top, bottom: top + height};
            });
        const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
        const found = [];
        while (walk.nextNode()) {
            const text = document.createRange();
            text.selectNodeContents(walk.currentNode);
            const own = walk.currentNode.parentElement.closest(
                ".card, .choice, .button, .notice, .caption, .phone, .option");
            for (const line of own ? [] : text.getClientRects())
                if (shapes.some(one => line.right > one.left && line.bottom > one.top && line.top < one.bottom))
                    found.push(walk.currentNode.data.trim());
        }
        return found.filter(one => one);
    }""")
    assert behind == []


def test_a_number_in_a_jar_stands_on_a_ground_of_its_own(live, visit):
    page = visit(live.officer().id, viewport=LAPTOP).goto("/board/").page
    for count in page.locator(".heat .count").all():
        alpha = count.evaluate("""one => {
            const pen = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
            pen.fillStyle = getComputedStyle(one).backgroundColor;
            pen.fillRect(0, 0, 1, 1);
            return pen.getImageData(0, 0, 1, 1).data[3];
        }""")
        assert alpha == 255
        for part in ("b", "small"):
            inner, outer = count.locator(part).bounding_box(), count.bounding_box()
            assert outer["y"] <= inner["y"]
            assert inner["y"] + inner["height"] <= outer["y"] + outer["height"] + 1
