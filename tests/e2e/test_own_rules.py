"""A director writes the rules of a real school, and everybody there meets them: on the pages, in lesson and quiz."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from course.rulebooks.concerned import concerned_by
from tests import builders
from tests.e2e.steps import LESSON, PLAY, QUIZ
from tests.e2e.test_pages import audit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator, Page

    from tests.e2e.live import Live
    from tests.e2e.steps import Steps

DATA = Path(__file__).parents[1] / "norms/data"
THEME = "posting"
TAKING, ASKED = "pupil-take-photos-at-special-occasion", "sportdag"
"""An act, and the question of the quiz about it."""
RELOADS = 20
"""What is sent on leaving may arrive a moment after the next page was asked for."""
OCCASION = "Bij een musical, open podium of diploma-uitreiking"


def test_a_director_pastes_rules_answers_looks_and_publishes(live, visit):
    school = builders.a_school(live.store, live.ours.board_id)
    steps = visit(builders.a_director(live.store, school).id)
    page, problems = steps.page, []
    steps.goto("/protocols/")
    audit(steps, "overview", problems)
    steps.goto("/protocols/new")
    audit(steps, "begin", problems)
    base = paste(steps, "school-a")
    audit(steps, "articles", problems)

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


def test_rules_reach_a_pupil_in_lesson_and_quiz_and_one_change_asks_staff_for_that_alone(live, visit):
    school = builders.a_school(live.store, live.ours.board_id)
    group = builders.a_group(live.store, school, school_year=live.our_group.school_year)
    director = visit(builders.a_director(live.store, school).id)
    base = paste(director, "school-m")
    for rule in rules_of("m"):
        answer(director, base, rule)
    director.goto(f"{base}/preview")
    expect(director.page.locator("#draft")).to_contain_text("keuzes")
    publish(director.page, base)

    pupil = builders.a_pupil(live.store, group)
    meets(visit(pupil), "may")
    live.begin_attempt(pupil, LESSON, ASKED)
    is_asked(visit(pupil), "may")

    staff = visit(builders.a_teacher(live.store, group).id)
    staff.goto("/rules/confirmed/")
    expect(staff.page.locator("#compared")).to_have_count(0)
    confirm(staff.page)

    director.goto("/protocols/")
    director.page.locator("form[action$='/new/version'] button").click()
    director.page.wait_for_url("**/articles*")
    again = director.page.url.split("/articles")[0]
    choose(director, again, TAKING, "ask-first", "teacher")
    publish(director.page, again)

    staff.goto("/learn/").page.locator("a[href='/rules/confirmed/']").first.click()
    compared = staff.page.locator("#compared")
    expect(compared.locator("tbody tr")).to_have_count(1)
    expect(compared.locator("tbody td").first).to_contain_text("mag")
    expect(compared.locator("tbody td").last).to_contain_text("eerst vragen (de leraar)")
    places = staff.page.locator("section[aria-labelledby=places]")
    expect(places.locator(f"a[href='{PLAY}']").first).to_be_visible()
    assert {one.get_attribute("href") for one in places.locator("a[href^='/learn/']").all()} == addresses_on(
        live, TAKING
    )
    confirm(staff.page)

    meets(visit(builders.a_pupil(live.store, group)), "ask-first")
    other = builders.a_pupil(live.store, group)
    live.begin_attempt(other, LESSON, ASKED)
    is_asked(visit(other), "ask-first")


def test_who_leaves_a_page_right_after_an_answer_loses_nothing(live, visit):
    school = builders.a_school(live.store, live.ours.board_id)
    steps = visit(builders.a_director(live.store, school).id)
    page, base = steps.page, paste(steps, "school-m")
    page.goto(f"{base}/questions/images?all=yes")
    answered = page.locator(f"#q-{TAKING} input:checked")
    page.locator(f"#q-{TAKING} .stance", has=page.locator(f"#s-{TAKING}-forbidden")).click()
    page.goto(f"{base}/questions")
    for _ in range(RELOADS):
        page.goto(f"{base}/questions/images?all=yes")
        if answered.count():
            break
    expect(answered).to_have_value("forbidden")


def paste(steps: Steps, school: str) -> str:
    """Paste a school's rules and take over for whom each is; gives the draft's address."""
    page = steps.goto("/protocols/new").page
    page.fill("#text", (DATA / f"rules/{school}.md").read_text(encoding="utf-8"))
    page.locator("form[action$='/new/text'] button").click()
    page.wait_for_url("**/articles*")
    base = page.url.split("/articles")[0]
    page.locator("form[action$='/confirm-guesses'] button").click()
    expect(page.locator(".guess")).to_have_count(0)
    return base


def rules_of(school: str) -> Iterator[dict[str, str]]:
    """What a person found in a school's rules: the act, the stance, whom to ask, and the article's number."""
    with (DATA / "rules.csv").open(encoding="utf-8") as file:
        yield from (one for one in csv.DictReader(file) if one["school"] == school)


def answer(steps: Steps, base: str, rule: dict[str, str]) -> None:
    """Answer one question with the article that says so: ticked where it is proposed, else named by its number."""
    question = choose(steps, base, rule["act"], rule["stance"], *filter(None, rule["ask"].split(";")))
    number = steps.page.get_by_text(rule["rule"], exact=True)
    proposed = question.locator(".articles-of-answer .tick", has=number)
    if proposed.count():
        proposed.first.click()
    else:
        question.locator("details.another summary").click()
        question.locator("input[name=another]").fill(rule["rule"])
        question.locator("input[name=another]").press("Enter")
    expect(question.locator(".answered .saved")).to_be_visible()
    expect(question.locator(".answered .badge")).to_have_count(0)


def choose(steps: Steps, base: str, act: str, stance: str, *ask: str) -> Locator:
    """Choose an answer and whom to ask, on the page of the act's theme; gives the question."""
    page, theme = steps.page, steps.live.library.norms.acts[act].theme
    page.goto(f"{base}/questions/{theme}?all=yes#q-{act}")
    question = page.locator(f"#q-{act}")
    wanted = [question.locator(".stance", has=page.locator(f"#s-{act}-{stance}"))]
    wanted += [question.locator(".tick", has=page.locator(f"#w-{act}-{who}")) for who in ask]
    for one in wanted:
        with page.expect_response(f"**/answers/{act}"):
            one.click()
    expect(question.locator(".answered .saved")).to_be_visible()
    return question


def publish(page: Page, base: str) -> None:
    """From today, as the page proposes it."""
    page.goto(f"{base}/publish")
    page.locator("form[action$='/publish/confirm'] button.primary").click()
    page.wait_for_url("**/publish/confirm*")
    page.locator("form[action$='/publish'] button.primary").click()
    page.wait_for_url("**/protocols/versions/*")


def addresses_on(live: Live, act: str) -> set[str]:
    """Where in the course an act is decided on."""
    found = concerned_by(live.library, {act})
    return {f"/learn/lessons/{one.lesson}" if one.lesson else f"/learn/quizzes/{one.quiz}" for one in found}


def confirm(page: Page) -> None:
    page.locator("form[action$='/rules/confirmed/'] button.primary").click()
    expect(page.locator("form[action$='/rules/confirmed/']")).to_have_count(0)


def meets(steps: Steps, verdict: str) -> None:
    """Take the photo on the school trip: the card says what the own rule says, in its words."""
    steps.goto(PLAY).choose("in-de-bus")
    assert steps.verdict() == verdict
    expect(steps.page.locator(".feedback .verdict-article").first).to_contain_text(OCCASION)


def is_asked(steps: Steps, verdict: str) -> None:
    """Answer the question about the same act: only what the own rule says is right."""
    page = steps.goto(QUIZ).page
    page.locator("label", has=page.locator(f"input[name=answer][value={verdict}]")).click()
    steps.check()
    expect(page.locator("#marked")).to_contain_text("Goed gezien")
    expect(page.locator("main .verdict-article").first).to_contain_text(OCCASION)
