"""The kinds of question that take more than a tick: by finger, by keyboard, without script, and what leaves the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from course.learning.tables import attempts, marks
from tests.e2e.test_pages import PHONE, audit

if TYPE_CHECKING:
    from tests.e2e.live import Live
    from tests.e2e.steps import Steps

QUIZ = "leerlingen-als-vriend"
SPOT, MATCH, WRITE = "leeg-lokaal", "wat-staat-er-op-het-spel", "boze-vader"
TEXT = "Goedemorgen, ik zoek de jas."
WAYS = [{"has_touch": True, "viewport": PHONE}, {"java_script_enabled": False}]


def begun(live: Live, *questions: str) -> int:
    """A teacher with an attempt that asks just these."""
    person = live.teacher().id
    live.begin_attempt(person, QUIZ, *questions)
    return person


def kept(live: Live, person: int) -> dict[str, object]:
    of_person = marks.join(attempts, marks.c.attempt_id == attempts.c.id)
    with live.store.read() as conn:
        rows = conn.execute(
            select(marks.c.question, marks.c.answer, marks.c.right)
            .select_from(of_person)
            .where(attempts.c.person_id == person)
        ).all()
    return {row.question: (json.loads(row.answer), row.right) for row in rows}


def at(visit, live: Live, question: str, **words) -> tuple[Steps, int]:
    """Somebody who is asked this question; what is written comes after what counts."""
    person = begun(live, *([MATCH] if question == WRITE else []), question)
    steps = visit(person, **words).goto(f"/learn/quizzes/{QUIZ}")
    if question == WRITE:
        steps.fill(QUIZ, live.ours.protocol)
        steps.check().next()
    return steps, person


@pytest.mark.parametrize("way", WAYS, ids=["finger", "without script"])
def test_a_picture_is_tapped_and_pairs_are_made(visit, live, way):
    person = begun(live, SPOT, MATCH)
    steps = visit(person, **way).goto(f"/learn/quizzes/{QUIZ}")
    for _ in (SPOT, MATCH):
        steps.fill(QUIZ, live.ours.protocol)
        steps.check()
        expect(steps.page.locator("#marked")).to_contain_text("Goed gezien")
        steps.next()
    assert {name: right for name, (_, right) in kept(live, person).items()} == {SPOT: True, MATCH: True}


def test_both_can_be_answered_with_the_keyboard_alone(visit, live):
    person = begun(live, SPOT, MATCH)
    page = visit(person).goto(f"/learn/quizzes/{QUIZ}").page
    for box in page.locator(".spots input").all():
        box.focus()
        page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#marked")).to_contain_text("Niet helemaal")
    page.locator("#quiz form[method=get] button").press("Enter")
    boxes = page.locator("form.question select")
    expect(boxes.first).to_be_visible()
    for place, select_box in enumerate(boxes.all(), start=1):
        select_box.focus()
        for _ in range(place):
            page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#marked")).to_be_visible()


def test_a_missing_pair_is_shown_where_it_lacks(visit, live):
    page = at(visit, live, MATCH)[0].page
    page.locator("form.question button.primary").click()
    expect(page.locator(".field-error").first).to_be_visible()
    page.locator("form.question select").first.select_option(index=1)
    page.locator("form.question button.primary").click()
    expect(page.locator("form.question select[aria-invalid]")).to_have_count(4)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("keeps", [True, False], ids=["kept", "not kept"])
def test_a_text_leaves_the_page_only_when_its_writer_keeps_it(visit, live, script, keeps):
    steps, person = at(visit, live, WRITE, java_script_enabled=script)
    page = steps.page
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.post_data or one.url))
    page.locator("#own-text").fill(TEXT)
    page.locator(".write-check summary").click()
    page.locator("label", has=page.locator("input[name=tick]")).first.click()
    page.locator("#keep-text button" if keeps else "form.question button.primary").click()
    expect(page.locator("#marked")).to_contain_text("Naast een voorbeeld")
    assert any(TEXT in parse_qs(one).get("text", []) for one in sent) is keeps
    expect(page.locator(".own-text")).to_have_count(int(keeps))
    answer, _ = kept(live, person)[WRITE]
    assert answer.get("text", "") == (TEXT if keeps else "")


def test_who_answered_all_that_counts_is_done_whatever_is_written(visit, live):
    steps, person = at(visit, live, WRITE)

    def stands():
        counted = select(attempts.c.answered, attempts.c.right, attempts.c.finished_at)
        with live.store.read() as conn:
            return conn.execute(counted.where(attempts.c.person_id == person)).one()

    before = stands()
    assert (before.answered, before.right) == (1, 1)
    assert before.finished_at is not None
    steps.check()
    assert stands() == before
    steps.next()
    expect(steps.page.locator("#quiz .ending")).to_contain_text("1 van 1")


@pytest.mark.parametrize("question", [SPOT, MATCH, WRITE])
def test_axe_finds_nothing_before_and_after_an_answer(visit, live, question):
    steps, problems = at(visit, live, question, bypass_csp=True, reduced_motion="reduce")[0], []
    steps.fill(QUIZ, live.ours.protocol)
    audit(steps, "asked", problems)
    steps.check()
    audit(steps, "told", problems)
    assert problems == []
