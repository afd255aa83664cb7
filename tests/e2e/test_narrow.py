"""However small the screen, large the text or few the colours, everything is there to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from course.journal.journal import Origin
from course.learning.progress.module_progress import ModuleToday
from course.learning.quiz import attempt_rows as attempts
from course.learning.quiz.attempt import Attempt, Paper
from course.norms.model import Audience
from course.people.roles import Role
from course.people.roster import add_role
from course.quiz import draw
from tests import builders
from tests.e2e.steps import LESSON, PLAY, QUIZ
from tests.e2e.test_pages import NARROW, STICKS_OUT

if TYPE_CHECKING:
    from tests.e2e.live import Live
    from tests.e2e.steps import Steps

WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TWICE = "document.documentElement.style.fontSize = '225%'"
"""Of the browser's own 16 px: twice what the style sheet asks for."""
WIDE = {"width": 1366, "height": 768}
GAP = 40
BANKS = ("mag-deze-foto", "leerlingen-als-vriend", "jouw-mening-jouw-naam")


def asks_everything(live: Live, bank: str) -> int:
    """Somebody for whom a bank is meant, asked every question in its order; gives the person."""
    quiz = live.library.quiz(bank)
    module = live.library.module(quiz.module)
    rulebook = live.library.rulebook(live.ours.protocol)
    today = ModuleToday(module, live.library.edition_of(module), rulebook)
    person = live.pupil("Vera") if module.audience is Audience.PUPIL else live.teacher().id
    paper = Paper(quiz, today, lambda act: live.library.judge(live.ours.protocol, act, module.audience))
    asked = tuple(one.id for one in quiz.questions.values() if draw.can_be_asked(one, paper.judge))
    fresh = Attempt(0, 1, 1, asked, answered=0, right=0, last_place=-1, finished_at=None)
    with live.store.write() as conn:
        attempts.begin(conn, person, paper, fresh, builders.NOW)
    return person


def sticks_out(steps: Steps) -> str:
    over = steps.page.evaluate(WIDTH)
    return f"{steps.page.title()}: {over} px, {steps.page.evaluate(STICKS_OUT)}" if over > 0 else ""


@pytest.mark.parametrize("bank", BANKS)
def test_every_question_and_its_marking_fit(live, visit, bank):
    steps = visit(asks_everything(live, bank), viewport=NARROW, reduced_motion="reduce")
    page = steps.goto(f"/learn/quizzes/{bank}").page
    out = []
    while page.locator("form.question").count():
        out.append(sticks_out(steps))
        steps.fill(bank, live.ours.protocol, well=False)
        steps.check()
        out.append(sticks_out(steps))
        steps.next()
    out.append(sticks_out(steps))
    assert [one for one in out if one] == []
    assert len(out) > 2 * 7


def test_a_scene_fits_with_text_at_twice_its_size(live, visit):
    steps = visit(live.pupil("Teun"), viewport={"width": 390, "height": 844}, reduced_motion="reduce").goto(
        PLAY
    )
    out = []
    for choice in ("de-remix", "de-koptelefoon", "aan-de-lijn", "zes", "wissen"):
        steps.choose(choice)
        steps.page.evaluate(TWICE)
        out.append(sticks_out(steps))
    assert [one for one in out if one] == []


def test_the_page_and_the_question_where_one_is_are_marked_without_colours(live, visit):
    steps = visit(live.pupil("Tobias"), forced_colors="active").goto(QUIZ)
    page = steps.page
    steps.fill(LESSON, live.ours.protocol)
    steps.check().next()
    here = page.locator(".site-nav a[aria-current]")
    assert "underline" in here.evaluate("one => getComputedStyle(one).textDecorationLine")
    ground = "one => getComputedStyle(one).backgroundColor"
    done, later = page.locator(".dots .done"), page.locator(".dots i:not([class])").first
    assert done.evaluate(ground) != later.evaluate(ground)
    assert page.locator(".dots .now").evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


def test_a_ticked_answer_survives_the_language_switch(live, visit):
    steps = visit(asks_everything(live, BANKS[0])).goto(f"/learn/quizzes/{BANKS[0]}")
    page = steps.page
    page.locator("form.question label.option").first.click()
    page.locator("button[name=language]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("form.question label.option input").first).to_be_checked()


def test_on_a_phone_all_but_the_first_article_waits_behind_one_press_and_the_story_is_on_the_first_screen(
    live, visit
):
    small = {"width": 390, "height": 844}
    steps = visit(live.pupil("Tom"), viewport=small, reduced_motion="reduce").goto(PLAY).choose("in-de-bus")
    steps.choose("de-volgende-ochtend")
    page = steps.page
    law = page.locator(".verdict-law").first
    expect(law).to_be_hidden()
    expect(page.locator(".verdict-article").first).to_be_in_viewport()
    expect(page.locator(".verdict-word")).to_be_in_viewport()
    expect(page.locator(".play .picture")).to_be_in_viewport()
    page.locator(".verdict-more > summary").click()
    expect(law).to_be_visible()
    for words in ({"viewport": small, "java_script_enabled": False}, {}):
        other = (
            visit(live.pupil(f"Tom {len(words)}"), **words)
            .goto(PLAY)
            .choose("in-de-bus", "de-volgende-ochtend")
        )
        expect(other.page.locator(".verdict-law").first).to_be_visible()


def test_the_card_of_a_result_is_seen_from_its_edge(live, visit):
    steps = visit(live.pupil("Toon"), viewport={"width": 390, "height": 844}, reduced_motion="reduce").goto(
        QUIZ
    )
    steps.sit(LESSON, live.ours.protocol)
    assert steps.page.locator("#quiz .ending").bounding_box()["y"] >= 0


def test_chosen_pictures_are_counted_after_the_language_switch(live, visit):
    live.pupil("Quinten")
    page = visit().type_code(live.code).page
    page.locator("a.tile", has_text="Quinten").click()
    for number in range(4):
        page.locator(".picture-tile").nth(number).click()
    page.locator("button[name=language]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("[data-most] input:checked")).to_have_count(4)
    expect(page.locator("[data-count]")).to_contain_text("4 chosen")
    expect(page.locator("[data-most] input:disabled")).to_have_count(12)


def test_choices_stand_right_under_what_is_told_however_many_pictures_hang_beside_it(live, visit):
    steps = visit(live.pupil("Ties"), viewport=WIDE, reduced_motion="reduce").goto(PLAY).choose("in-de-bus")
    for image in steps.page.locator(".play-told img").all():
        expect(image).not_to_have_js_property("naturalHeight", 0)
    told = [one.bounding_box() for one in steps.page.locator(".play-told > .narration").all()]
    pictures = [one.bounding_box() for one in steps.page.locator(".play-told > .picture").all()]
    first = steps.page.locator(".choice").first.bounding_box()
    assert first["y"] - max(box["y"] + box["height"] for box in told) < GAP
    assert max(box["y"] + box["height"] for box in pictures) > first["y"]
    assert all(box["x"] >= first["x"] + first["width"] for box in pictures)


def test_a_failed_quiz_says_what_went_wrong_in_two_screens_and_names_one_next_step(live, visit):
    """It was 8,800 px high: every wrong answer lay open."""
    small = {"width": 390, "height": 844}
    steps = visit(live.pupil("Tygo"), viewport=small, reduced_motion="reduce").goto(QUIZ)
    steps.sit(LESSON, live.ours.protocol, well=False)
    page = steps.page
    assert page.evaluate("document.documentElement.scrollHeight") < 2 * 844 + 100
    assert page.locator("#quiz .button.primary").count() == 1
    folded = page.locator("#wrong ~ details")
    assert folded.count() >= 5
    folded.first.locator("> summary").click()
    expect(folded.first.locator(".explanation, .why, .verdict").first).to_be_visible()


def test_the_name_of_the_board_stands_in_the_line_of_the_school(live, visit):
    """A class of the digiboard had the same name, and tore the head of every page apart."""
    page = visit(live.teacher().id, viewport=WIDE).goto("/teacher/").page
    school, board = page.locator(".site-place > span").first, page.locator(".site-place > .board")
    assert abs(school.bounding_box()["y"] - board.bounding_box()["y"]) <= 2


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_sixteen_pictures_make_a_square(live, visit, width):
    """On a phone one of them stood alone in a sixth row, and the button below the screen."""
    live.pupil(f"Sem {width}")
    page = visit(viewport={"width": width, "height": 844}).type_code(live.code).page
    page.locator("a.tile", has_text=f"Sem {width}").click()
    boxes = [one.bounding_box() for one in page.locator(".picture-tile").all()]
    assert len({round(box["x"]) for box in boxes}) == len({round(box["y"]) for box in boxes}) == 4
    assert page.evaluate(WIDTH) <= 0


@pytest.mark.parametrize("width", [320, 390])
def test_the_head_of_who_has_several_roles_is_not_squeezed(live, visit, width):
    """Name, role and school stood in five lines of two words beside four tools."""
    who = live.director()
    with live.store.write() as conn:
        add_role(
            conn,
            who.id,
            Role.TEACHER,
            live.ours.board_id,
            live.theirs.id,
            builders.ADDED,
            Origin(builders.ADDED),
        )
    page = visit(viewport={"width": width, "height": 844}).goto("/").page
    page.goto("/sign-in")
    page.fill("#email", who.email)
    page.fill("#password", builders.PASSWORD)
    page.locator("form:has(#password) button.primary").click()
    page.locator(".tile").first.click()
    page.locator(".site-place").wait_for()
    line = page.locator(".site-place b").evaluate("one => parseFloat(getComputedStyle(one).lineHeight)")
    assert page.locator(".site-place").bounding_box()["height"] <= 2 * line + 8
    assert page.evaluate(WIDTH) <= 0


def test_the_pictures_of_a_printed_card_stand_in_one_row(live, visit):
    """On paper the fourth stood below the first."""
    live.pupil("Siem")
    page = visit(live.teacher().id, viewport={"width": 1280, "height": 800}).goto("/teacher/").page
    page.goto(f"/teacher/groups/{live.our_group.id}/pictures")
    page.locator("label.option", has_text="Siem").click()
    page.locator("form:has(input[name=pupil]) button.primary").click()
    page.locator(".login-card").first.wait_for()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})
    tops = [one.bounding_box()["y"] for one in page.locator(".login-card").first.locator("img").all()]
    assert len(tops) == 4
    assert max(tops) - min(tops) <= 2
