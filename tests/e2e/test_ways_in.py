"""Ways in and a way out: a code of an app as second step, a forgotten password by mail, four words, and "Weg hier"."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pyotp
from playwright.sync_api import expect

from course.people.credentials import Kind, drop_secrets, keep_secrets
from course.people.secrets import hash_pictures
from tests import builders
from tests.e2e.live import serving
from tests.people.mail.post_office import open_office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

    from tests.e2e.live import Live
    from tests.e2e.steps import Steps

WORDS = ("fontein", "ijs", "kasteel", "zebra")
OWN = "paarse-lantaarn-zwemt-hoog"
PHONE = {"viewport": {"width": 390, "height": 844}}
SENT_WITHIN = 40_000
"""Milliseconds: letters go every ten seconds, and the machine may be busy."""


def test_a_director_sets_an_app_up_and_comes_in_with_its_code(
    live: Live, visit: Callable[..., Steps]
) -> None:
    director = builders.a_director(live.store, live.ours)
    page = visit().come_in_as_staff(director.email).page
    page.goto("/account/second-step")
    page.locator("form[action$='/second-step/app'] button").click()
    page.locator("details summary").first.click()
    phone = pyotp.TOTP(page.locator("details code").inner_text().replace(" ", ""))
    page.fill("#code", phone.now())
    page.locator("form[action$='/second-step/app/code'] button").click()
    expect(page.locator(".recovery-codes li")).to_have_count(10)
    page.get_by_role("button", name="Uitloggen").click()
    page.goto("/sign-in")
    page.fill("#email", director.email)
    page.fill("#password", builders.PASSWORD)
    page.locator("form:has(#password) button.primary").click()
    expect(page.get_by_role("heading", name="Tweede stap")).to_be_visible()
    page.goto("/director/")
    expect(page.locator("form:has(#password), a[href*='/sign-in']").first).to_be_visible()
    page.goto("/sign-in/second")
    page.fill("#code", phone.at(datetime.now(UTC) + timedelta(seconds=30)))
    page.locator("form:has(#code) button.primary").click()
    page.wait_for_url("**/director/")


def test_who_forgot_a_password_gets_a_letter_and_chooses_another(
    live: Live, browser: Browser, tmp_path: Path
) -> None:
    with open_office() as office:
        assert office.server is not None
        mail = {
            "DEELWIJS_MAIL": f"smtp://127.0.0.1:{office.server.port}",
            "DEELWIJS_MAIL_FROM": "Deelwijs <deelwijs@school.example>",
            "DEELWIJS_URL": "https://leren.school.example",
        }
        with serving(tmp_path, live.library, mail) as other:
            teacher = other.teacher()
            context = browser.new_context(base_url=other.url, locale="nl-NL")
            page = context.new_page()
            page.goto("/sign-in/forgotten")
            page.fill("#email", teacher.email)
            page.locator("form:has(#email) button.primary").click()
            page.wait_for_timeout(100)
            until = datetime.now(UTC) + timedelta(milliseconds=SENT_WITHIN)
            while not office.letters and datetime.now(UTC) < until:
                page.wait_for_timeout(250)
            (letter,) = office.letters
            assert letter["To"] == teacher.email
            body = letter.get_body(("plain",))
            assert body is not None
            link = re.search(r"https://leren\.school\.example(/account/invited#\S+)", body.get_content())
            assert link
            page.goto(link[1])
            page.fill("#wanted", OWN)
            page.locator("form:has(#wanted) button.primary").click()
            page.goto("/sign-in")
            page.fill("#email", teacher.email)
            page.fill("#password", OWN)
            page.locator("form:has(#password) button.primary").click()
            page.wait_for_url("**/teacher/")
            context.close()


def test_an_older_pupil_types_the_beginnings_of_four_words_on_a_phone(
    live: Live, visit: Callable[..., Steps]
) -> None:
    pupil = live.pupil("Zeynep")
    with live.store.write() as conn:
        keep_secrets(conn, {pupil: hash_pictures(WORDS)}, Kind.WORDS, builders.NOW)
        drop_secrets(conn, [pupil], Kind.PICTURES)
    page = visit(**PHONE).type_code(live.code).page
    page.locator(f"a[href='/sign-in/class/{pupil}']").click()
    for place, typed in enumerate(("ZEBR", "Ijs", "onzin", "font"), start=1):
        page.locator(f"#word-{place}").press_sequentially(typed)
    page.locator("button.big").click()
    expect(page.locator("#word-3-error")).to_be_visible()
    expect(page.locator("#word-1")).to_have_value("zebra")
    page.fill("#word-3", "Kást")
    page.locator("button.big").click()
    page.wait_for_url("**/learn/")


def test_who_wants_to_leave_is_gone_at_once_and_no_way_leads_back(
    live: Live, visit: Callable[..., Steps]
) -> None:
    page = visit(live.pupil("Weg")).goto("/learn/").page
    asked: list[str] = []
    _stand_in_for_the_weather(page, asked)
    page.goto("/talk")
    page.locator("[data-leave]").first.click()
    page.wait_for_url("https://www.knmi.nl/**")
    assert asked, "the other page was asked for, and played here"
    page.go_back()
    expect(page).not_to_have_url(f"{live.url}/talk")


def _stand_in_for_the_weather(page: Page, asked: list[str]) -> None:
    """Nothing of a test goes to another host: the page where the way out leads is played."""

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        assert "referer" not in route.request.headers
        route.fulfill(body="<title>Het weer</title>", content_type="text/html")

    page.route("https://www.knmi.nl/**", answer)
