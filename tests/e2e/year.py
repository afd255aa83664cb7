"""A school year in a browser: a server whose clock is turned from month to month, and people who come in on a day."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from course.rulebooks.carrying_over import carry_over
from course.store.store import Store
from tests import builders
from tests.e2e.live import answering, let_in
from tests.e2e.steps import Steps
from tests.e2e.turned import turn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

    from course.library import Library
    from course.people.access import Group, School

BEGIN = date(2026, 9, 14)
SLOWEST = 40_000
"""Milliseconds: a page of staff may come in late where two cores are shared with everything else."""
ON_A_PHONE: Mapping[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}


@dataclass(slots=True)
class Year:
    """A served course, and the day that it is there."""

    url: str
    store: Store
    library: Library
    folder: Path
    browser: Browser
    contexts: list[BrowserContext]
    today: date = BEGIN

    @property
    def now(self) -> datetime:
        return datetime.combine(self.today, time(9), UTC)

    def on(self, day: date) -> None:
        """Let it be nine o'clock on a later day; whoever was in has to come in again, as people do."""
        self.today = day
        turn(self.folder, self.now)

    def visit(self, person: builders.StaffMember, **words: Any) -> Steps:
        context = self.browser.new_context(**{"base_url": self.url, "locale": "nl-NL", **words})
        context.set_default_timeout(SLOWEST)
        self.contexts.append(context)
        let_in(self.store, self.url, context, person.id, self.now)
        return Steps(context.new_page(), self)


@dataclass(frozen=True, slots=True)
class People:
    """Who lives through the year."""

    school: School
    groups: tuple[Group, ...]
    pupils: tuple[str, ...]
    """Their names, which no page of director or officer may tell."""
    teacher: builders.StaffMember
    director: builders.StaffMember
    officer: builders.StaffMember


def begun(library: Library, folder: Path, browser: Browser) -> Iterator[Year]:
    """Serve an empty course on the day on which the year begins."""
    database = f"sqlite:///{folder / 'deelwijs.db'}"
    store = Store.open(database)
    store.migrate()
    turn(folder, datetime.combine(BEGIN, time(9), UTC))
    command = [sys.executable, "-m", "tests.e2e.turned"]
    with answering(folder, database, command) as url:
        year = Year(url, store, library, folder, browser, [])
        yield year
        for context in year.contexts:
            context.close()
    store.close()


def people(year: Year, board: str, school: str, protocol: str) -> People:
    """Make a board with one school of two groups."""
    board_id = builders.a_board(year.store, board)
    made = builders.a_school(year.store, board_id, protocol, school)
    carry_over(year.store, year.library, year.today, year.now)
    groups = tuple(builders.a_group(year.store, made, name) for name in ("Groep 7", "Groep 8"))
    names = tuple(f"{name} {group.name[-1]}" for group in groups for name in FIRST_NAMES)
    for name in names:
        builders.a_pupil(year.store, next(one for one in groups if one.name[-1] == name[-1]), name)
    return People(
        made,
        groups,
        names,
        builders.a_teacher(year.store, groups[0]),
        builders.a_director(year.store, made),
        builders.an_officer(year.store, board_id),
    )


def name_of(staff: builders.StaffMember) -> str:
    """As `builders` calls them."""
    return staff.email.partition("@")[0].replace(".", " ")


FIRST_NAMES = ("Imke", "Joran", "Kiki", "Levi", "Mare", "Noud")


def tells_of_the_team_talk(director: Steps, people: int, outcomes: str) -> None:
    page = director.goto("/goals/team-talk").page
    page.fill("#people", str(people))
    page.fill("#words", outcomes)
    page.locator("form[action$='/team-talk'] button.primary").click()
    expect(page.locator("#talks li", has_text=outcomes)).to_be_visible()


def writes_the_profile_plan(director: Steps, answers: Mapping[str, str], until: date, keeper: int) -> None:
    page = director.goto("/profile/write").page
    for question, answer in answers.items():
        page.fill(f"#{question}", answer)
    page.fill("#until_on", until.isoformat())
    page.select_option("#kept_by", str(keeper))
    page.locator("form[action$='/profile/write'] button.primary").click()
    page.wait_for_url("**/profile/")
    for answer in answers.values():
        expect(page.locator("main")).to_contain_text(answer)


def adds_a_channel(teacher: Steps, name: str) -> None:
    page = teacher.goto("/goals/channels").page
    page.fill("#name", name)
    page.select_option("#kind", "class-page")
    for value in ("closed", "parents"):
        page.locator("label.tick", has=page.locator(f"input[value={value}]")).first.click()
    page.locator("form[action$='/channels'] button.primary").click()
    expect(page.locator("#channels li", has_text=name)).to_be_visible()


def logs(steps: Steps, words: str, purpose: str = "", channel: str = "") -> None:
    """Log something: with nothing but the line where the rest is as it was last time."""
    page = steps.goto("/goals/log").page
    if purpose:
        page.locator("label.tick", has=page.locator(f"input[name=purpose][value={purpose}]")).click()
    if channel:
        page.select_option("#channel_id", label=channel)
    page.fill("#words", words)
    page.locator("form[action$='/goals/log'] button.primary").click()
    expect(entry(page, words)).to_be_visible()


def entry(page: Page, words: str) -> Locator:
    """What was logged."""
    return page.locator("li[id^='entry-']", has_text=words)


def confirms(director: Steps, words: str) -> None:
    page = director.goto("/goals/log").page
    entry(page, words).locator("form[action$='/confirm'] button").click()
    expect(entry(page, words).locator("form[action$='/confirm']")).to_have_count(0)


def asks_back(director: Steps, words: str, question: str) -> None:
    page = director.goto("/goals/log").page
    entry(page, words).locator("summary").click()
    entry(page, words).locator("form[action$='/ask'] textarea").fill(question)
    entry(page, words).locator("form[action$='/ask'] button").click()
    expect(entry(page, words)).to_contain_text(question)


def replies(teacher: Steps, words: str, reply: str) -> None:
    page = teacher.goto("/goals/log").page
    entry(page, words).locator("form[action$='/reply'] textarea").fill(reply)
    entry(page, words).locator("form[action$='/reply'] button").click()
    expect(entry(page, words)).to_contain_text(reply)


def notes(director: Steps, goal: str, words: str) -> None:
    """Note evidence for one goal."""
    page = director.goto(f"/goals/{goal}").page
    page.fill("#words", words)
    page.locator("form[action$='/evidence'] button.primary").click()
    expect(page.locator("#goal .evidence li", has_text=words)).to_be_visible()


def stands(steps: Steps, goal: str, sign: str) -> None:
    """See how far the school is with a goal."""
    steps.goto(f"/goals/{goal}")
    expect(steps.page.locator(f"#goal .goal[data-state='{sign}']")).to_be_visible()


def evaluates(director: Steps, answers: tuple[str, ...], decisions: str, new_goals: str) -> tuple[str, str]:
    """Write an evaluation and freeze it; gives its address and what it says."""
    page = director.goto("/evaluation/draft").page
    for place, answer in enumerate(answers):
        page.fill(f"#answer_{place}", answer)
    page.fill("#decisions", decisions)
    page.fill("#new_goals", new_goals)
    page.locator("form[action$='/draft'] button.primary").click()
    expect(page.locator("#decisions")).to_have_value(decisions)
    page.locator("label.tick[for=sure]").click()
    page.locator("button[formaction$='/freeze']").click()
    page.wait_for_url(lambda url: url.rpartition("/")[2].isdigit())
    return page.url.removeprefix(director.live.url), page.locator("#evaluation").inner_text()


def names_nobody(page: Page, who: People, *staff: str) -> None:
    """An officer reads no name of a pupil or of who works at the school."""
    text = page.locator("main").inner_text()
    assert not [name for name in (*who.pupils, *staff) if name in text]
