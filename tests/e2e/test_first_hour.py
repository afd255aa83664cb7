"""A fresh installation, from `deelwijs init` to a pupil's first choice, as it goes on the first morning, without mail."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.e2e.conftest import SLOWEST
from tests.e2e.live import ROOT, SECRET, answering
from tests.e2e.test_own_rules import DATA, publish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

DEELWIJS = Path(sys.executable).parent / "deelwijs"
ANYWHERE = "https://leren.haven.example"
PASSWORD = "negen natte kikkers zwemmen"
ROSTER = """\ufeffLeerlingnummer;Roepnaam;Tussenvoegsel;Achternaam;Groep;Jaargroep;Rol;E-mail
1001;Noor;van;Dam;Groep 7;7;leerling;
1002;Sami;;Haddad;Groep 7;7;leerling;
M1;Bram;;Visser;Groep 7;;leraar;b.visser@haven.example
M2;An;de;Wit;;;directeur;a.dewit@haven.example
"""


def test_from_init_to_the_first_pupils_first_choice(browser: Browser, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    roster = tmp_path / "haven.csv"
    roster.write_text(ROSTER, encoding="utf-8")
    link = init(data)
    database, serve = f"sqlite:///{data / 'deelwijs.db'}", [DEELWIJS, "serve", "--workers", "1"]
    with answering(data, database, serve) as url, pages(browser, url) as visit:
        admin = visit()
        come_in(admin, link, "i.beheer@haven.example")
        add_school(admin)
        read_in(admin, roster)
        director = visit()
        come_in(director, link_for(admin, "An de Wit"), "a.dewit@haven.example")
        adopt(director)
        teacher = visit()
        come_in(teacher, link_for(admin, "Bram Visser"), "b.visser@haven.example")
        pictures = draw_cards(teacher, "Noor")
        code = open_lesson(teacher)
        pupil = visit(viewport={"width": 390, "height": 844})
        come_in_as_pupil(pupil, code, "Noor", pictures)
        choose_first(pupil)
        teacher.goto("/teacher/")
        teacher.locator("#groups h2 a").click()
        expect(teacher.locator("tr", has_text="Noor").locator("[data-status=busy]")).to_have_count(1)


@contextmanager
def pages(browser: Browser, url: str) -> Iterator[Callable[..., Page]]:
    """Give each person a browser of their own."""
    contexts = []

    def visit(**words: object) -> Page:
        context = browser.new_context(base_url=url, locale="nl-NL", **words)  # type: ignore[arg-type]
        context.set_default_timeout(SLOWEST)
        contexts.append(context)
        return context.new_page()

    yield visit
    for context in contexts:
        context.close()


def init(data: Path) -> str:
    """Make the board and its first administrator, as one types it; gives the path of the link that works once."""
    command = [DEELWIJS, "init", "--url", ANYWHERE]
    answers = ["--board", "Stichting De Haven", "--name", "Ine Beheer", "--email", "i.beheer@haven.example"]
    environment = {**os.environ, "DEELWIJS_DATA": str(data), "DEELWIJS_SECRET_KEY": SECRET}
    environment |= {"DEELWIJS_DATABASE": f"sqlite:///{data / 'deelwijs.db'}", "DEELWIJS_LANGUAGE": "nl"}
    done = subprocess.run(
        [*command, *answers], env=environment, capture_output=True, text=True, check=True, cwd=ROOT
    )
    (link,) = re.findall(rf"{ANYWHERE}(/\S+)", done.stdout)
    return str(link)


def come_in(page: Page, link: str, email: str) -> None:
    """Choose a password with a link for one use, and sign in with it; the link is dead then."""
    page.goto(link)
    page.fill("#wanted", PASSWORD)
    page.locator("form:has(#wanted) button.primary").click()
    page.wait_for_url("**/sign-in")
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.locator("form:has(#password) button.primary").click()
    page.wait_for_url(lambda address: "sign-in" not in address)
    home = page.url
    page.goto(link)
    page.fill("#wanted", f"{PASSWORD} ook")
    page.locator("form:has(#wanted) button.primary").click()
    expect(page.locator(".error-summary")).to_be_visible()
    page.goto(home)


def add_school(page: Page) -> None:
    """Follow what the first page says is missing."""
    page.locator(".attention a").first.click()
    form = page.locator("#new-school")
    form.locator("[name=name]").fill("De Kade")
    form.locator("[name=protocol]").select_option("kom-leren")
    form.locator("button").click()
    expect(page.locator("main h2", has_text="De Kade")).to_be_visible()


def read_in(page: Page, file: Path) -> None:
    """Go on where the list of what is missing leads: the file, what its columns are, a look, and yes."""
    page.locator(".attention a").first.click()
    page.wait_for_url("**/roster")
    page.locator("#file").set_input_files(file)
    page.locator("form:has(#file) button.primary").click()
    expect(page.get_by_label("Roepnaam")).to_have_value("given")
    page.locator("form:has(#file) button.primary").click()
    expect(page.locator("#preview")).to_contain_text("Noor")
    page.locator("#confirm-roster button.primary").click()
    page.wait_for_url("**/roster/done")
    page.locator("#roster-done a.primary").click()
    expect(page.locator("#groups + .table-wrap")).to_contain_text("Bram")


def link_for(page: Page, name: str) -> str:
    """Make somebody's invitation, as the list of what is missing asks; without mail it is handed over."""
    page.goto("/admin/")
    page.locator(".attention a[href$='#staff']").first.click()
    page.locator("#staff + .table-wrap a", has_text=name).click()
    page.locator("form[action$='/invitation'] button").first.click()
    return page.locator("#link").input_value()


def adopt(page: Page) -> None:
    """Write the school's own rules in the browser, from its own text, and let them hold from today."""
    page.goto("/protocols/")
    page.locator("a[href='/protocols/new']").click()
    page.fill("#text", (DATA / "rules/school-a.md").read_text(encoding="utf-8"))
    page.locator("form[action$='/new/text'] button").click()
    page.wait_for_url("**/articles*")
    base = page.url.split("/articles")[0]
    page.locator("form[action$='/confirm-guesses'] button").click()
    expect(page.locator(".guess")).to_have_count(0, timeout=SLOWEST)
    page.goto(f"{base}/questions/posting")
    question = page.locator(".question-asked").first
    question.locator(".stance", has=page.locator("input[value=ask-first]")).first.click()
    question.locator(".articles-of-answer .tick").first.click()
    expect(question.locator(".answered .saved")).to_be_visible()
    expect(question.locator(".answered .badge")).to_have_count(0)
    publish(page, base)


def draw_cards(page: Page, name: str) -> list[str]:
    """Draw the cards of the whole group from its own page; gives the pictures on one of them."""
    page.goto("/teacher/")
    page.locator("#groups h2 a").click()
    page.locator(".tabs a[href$='/pictures']").click()
    page.locator("[popovertarget=new-for-all]").first.click()
    page.locator("#new-for-all button[value=all]").click()
    card = page.locator(".login-card", has_text=name)
    expect(card).to_be_visible()
    pictures = [one.get_attribute("src") or "" for one in card.locator("img").all()]
    return [re.search(r"pictures/([^./]+)", one)[1] for one in pictures]  # type: ignore[index]


def open_lesson(page: Page) -> str:
    page.goto("/teacher/")
    page.locator("form[action$='/session'] button.primary").click()
    return page.locator(".class-code > b").inner_text()


def come_in_as_pupil(page: Page, code: str, name: str, pictures: list[str]) -> None:
    page.goto("/")
    page.fill("#code", code)
    page.locator("form:has(#code) button").click()
    page.locator("a.tile", has_text=name).click()
    for picture in pictures:
        page.locator(".picture-tile", has=page.locator(f"input[value={picture}]")).click()
    page.locator("form:has(fieldset[data-most]) button").click()
    page.wait_for_url("**/learn/")


def choose_first(page: Page) -> None:
    """Begin the first lesson of the page, and choose."""
    page.locator("main a[href^='/learn/lessons/']").first.click()
    page.locator("button.choice").first.click()
    expect(page.locator(".feedback")).to_be_visible()
