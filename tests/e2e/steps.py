"""What people do on a page: come in, choose, go back, answer. Selectors live here; no text of the interface is one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect
from sqlalchemy import select

from course.learning.tables import runs
from course.quiz.model import QuestionKind
from tests import builders
from tests.web import answers

if TYPE_CHECKING:
    from course.quiz.model import Question
    from tests.e2e.live import Live

LESSON = "mag-deze-foto"
HOME, PLAY, QUIZ = "/learn/", f"/learn/lessons/{LESSON}", f"/learn/quizzes/{LESSON}"
NOT_FINE = ("in-de-bus", "de-volgende-ochtend", "stiekem")
CLEAN = ("de-remix", "voor-ons-alleen", "meedoen")
SEAT, SEAT_CLEAN = (
    "/learn/lessons/de-laars-van-binnen",
    ("juf-zoeken", "de-keukentafel", "bewaren", "mijn-gil"),
)
"""The same incident from another seat, which the module asks for as well."""
MOST_QUESTIONS = 12


class Steps:
    """A page and what one does there."""

    def __init__(self, page: Page, live: Live) -> None:
        self.page, self.live = page, live

    def goto(self, path: str) -> Steps:
        self.page.goto(path)
        return self

    def come_in_as_pupil(self, code: str, name: str) -> Steps:
        """From the front door: the class code, the own name, the own pictures."""
        page = self.type_code(code).page
        page.locator("a.tile", has_text=name).click()
        for picture in builders.PICTURES:
            page.locator(".picture-tile", has=page.locator(f"input[value={picture}]")).click()
        page.locator("form:has(fieldset[data-most]) button").click()
        page.wait_for_url("**/learn/")
        return self

    def type_code(self, code: str) -> Steps:
        """Stand before the names of a class."""
        self.page.goto("/")
        self.page.fill("#code", code)
        self.page.locator("form:has(#code) button").click()
        self.page.wait_for_url("**/sign-in/class")
        return self

    def come_in_as_staff(self, email: str) -> Steps:
        page = self.page
        page.goto("/sign-in")
        page.fill("#email", email)
        page.fill("#password", builders.PASSWORD)
        page.locator("form:has(#password) button.primary").click()
        page.wait_for_url(lambda url: "sign-in" not in url)
        return self

    def choice(self, value: str):
        return self.page.locator(f"button.choice[value='{value}']")

    def step(self) -> int:
        return int(self.page.locator("#play input[name=step]").first.get_attribute("value") or "")

    def choose(self, *values: str) -> Steps:
        """Take one choice after the other, and wait each time for what comes of it."""
        for value in values:
            before = self.step()
            self.choice(value).click()
            self.stands_at(before + 1)
        return self

    def back_to(self, index: int) -> Steps:
        before = self.step()
        self.page.locator(f"button.trail-step[value='{index}']").click()
        return self.stands_at(before + 1)

    def stands_at(self, step: int) -> Steps:
        expect(self.page.locator("#play input[name=step]").first).to_have_value(str(step))
        return self

    def verdict(self) -> str:
        return self.page.locator(".feedback .verdict").get_attribute("data-verdict") or ""

    def question(self, quiz: str) -> Question:
        return answers.asked(self.page.locator("#quiz").inner_html(), self.live.library, quiz)

    def fill(self, quiz: str, protocol: str, *, well: bool = True) -> Question:
        """Fill in the question that is asked, as somebody does by hand."""
        question = self.question(quiz)
        fields = (answers.right if well else answers.wrong)(self.live.library, protocol, question)
        match question.kind:
            case QuestionKind.ORDER:
                self._put_in_order(fields["order"])
            case QuestionKind.MATCH:
                for name, (value,) in fields.items():
                    self.page.locator(f"select[name='{name}']").select_option(value)
            case QuestionKind.SPOT:
                for value in fields["answer"]:
                    self.page.locator(f"label.spot-place[for='spot-{value}']").click()
            case QuestionKind.WRITE:
                self.page.locator(".write-check summary").click()
                for value in fields.get("tick", []):
                    self._tick("tick", value)
            case _:
                for name, values in fields.items():
                    for value in values:
                        self._tick(name, value)
        return question

    def _tick(self, name: str, value: str) -> None:
        box = self.page.locator(f"input[name='{name}'][value='{value}']")
        self.page.locator("label", has=box).click()

    def check(self) -> Steps:
        """Send the answer, and wait until it is marked."""
        self.page.locator("form.question button.primary").click()
        expect(self.page.locator("#marked")).to_be_visible()
        return self

    def next(self) -> Steps:
        """On to the next question, or to the result: something new stands there, so no half-loaded page is taken for one."""
        self.page.locator("#quiz form[method=get] button").click()
        expect(self.page.locator("form.question, #quiz .ending")).to_be_visible()
        return self

    def sit(self, quiz: str, protocol: str, *, well: bool = True) -> set[QuestionKind]:
        """Answer every question of an attempt; gives the kinds that came by."""
        kinds = set()
        expect(self.page.locator("form.question, #quiz .ending")).to_be_visible()
        for _ in range(MOST_QUESTIONS):
            if self.page.locator("form.question").count() == 0:
                return kinds
            kinds.add(self.fill(quiz, protocol, well=well).kind)
            self.check().next()
        raise AssertionError("the attempt has no end")

    def path_kept(self, person_id: int) -> tuple[int, list[list[str]]] | None:
        """What the database holds of this learner's run: step and path; None before the first choice."""
        with self.live.store.read() as conn:
            row = conn.execute(select(runs.c.step, runs.c.path).where(runs.c.person_id == person_id)).first()
        return (row.step, json.loads(row.path)) if row else None

    def _put_in_order(self, wanted: list[str]) -> None:
        """Press the buttons, one step at a time; with script the list moves here, without it the server moves it."""
        for place, key in enumerate(wanted):
            for _ in range(len(wanted)):
                now = [one.get_attribute("value") for one in self.page.locator("input[name=order]").all()]
                if now[place] == key:
                    break
                at = now.index(key)
                self.page.locator(f"button[name=move][value='up:{key}']").click()
                expect(self.page.locator("input[name=order]").nth(at - 1)).to_have_value(key)
