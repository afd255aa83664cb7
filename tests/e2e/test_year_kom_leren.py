"""The year of a school that goes by kom Leren's policy, from the talk with the team to the goals of the next year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.e2e import year as living
from tests.e2e.test_own_rules import choose, confirm, publish
from tests.e2e.year import ON_A_PHONE

if TYPE_CHECKING:
    from tests.e2e.year import People, Year

CLASS_PAGE = "Klaspagina van groep 7"
MAGNETS, AUTUMN, VLOG = (
    "Foto's van de proefjes met magneten.",
    "De kinderen schreven over de herfstwandeling.",
    "Een vlog over het waterschap, voor aardrijkskunde.",
)
QUESTION, REPLY = "Konden alle ouders erbij?", "Ja, op één na, en die kreeg het op papier."
MESSAGE = "Bij ons zie je kinderen proberen, vallen en weer opstaan."
CHANGED = "post-photo-in-closed-class-app"
IN_MAY, IN_JUNE = "Wij houden de klaspagina vast.", "Volgend jaar begint elke groep met een afspraak."
ANSWERS = ("In september, met elf collega's.", "Met de klaspagina en het weblog.", "Groep 7 maakte een vlog.")
GOAL = "kom-leren:doelstellingen."


def test_a_school_lives_a_year_of_kom_leren(year: Year) -> None:
    who = living.people(year, "Stichting De Kade", "De Regenboog", "kom-leren")
    september(year, who)
    october(year, who)
    january(year, who)
    february(year, who)
    kept, text = may(year, who)
    june(year, who, text)
    the_next_year(year, who, kept, text)


def september(year: Year, who: People) -> None:
    """The board adopts its goals; the team reads the rules, talks, and the director writes the plan."""
    officer = year.visit(who.officer).goto("/board/goals/").page
    for goal_set in ("kom-leren", "kom-leren-stappen"):
        form = officer.locator(f"form[action$='/sets/{goal_set}/adopt']")
        form.locator("button").click()
        expect(form).to_have_count(0)
    for one in (who.teacher, who.director):
        confirm(year.visit(one).goto("/rules/confirmed/").page)
    director = year.visit(who.director)
    living.tells_of_the_team_talk(director, 11, "Wij plaatsen alleen wat we op het plein ook zouden zeggen.")
    living.stands(director, "kom-leren-stappen:stap.a", "met")
    asked = [one.id for one in year.library.curriculum.profile.all]
    answers = {one: f"Ons antwoord op vraag {place}." for place, one in enumerate(asked)} | {
        asked[0]: MESSAGE
    }
    living.writes_the_profile_plan(director, answers, date(2027, 6, 18), who.teacher.id)
    living.logs(director, "De schoolpagina staat weer aan.", "profile")
    living.stands(director, f"{GOAL}1", "met")


def october(year: Year, who: People) -> None:
    """A teacher logs on a phone; the director confirms one thing, and asks back about another."""
    year.on(date(2026, 10, 7))
    teacher = year.visit(who.teacher, **ON_A_PHONE)
    living.adds_a_channel(teacher, CLASS_PAGE)
    living.logs(teacher, MAGNETS, channel=CLASS_PAGE)
    year.on(date(2026, 10, 14))
    teacher = year.visit(who.teacher, **ON_A_PHONE)
    living.logs(teacher, AUTUMN)
    expect(living.entry(teacher.page, AUTUMN)).to_contain_text(CLASS_PAGE)
    living.logs(teacher, VLOG, "teaching")
    director = year.visit(who.director)
    living.confirms(director, MAGNETS)
    living.asks_back(director, AUTUMN, QUESTION)
    living.replies(year.visit(who.teacher, **ON_A_PHONE), AUTUMN, REPLY)
    expect(living.entry(director.goto("/goals/log").page, AUTUMN)).to_contain_text(REPLY)
    living.confirms(director, AUTUMN)


def january(year: Year, who: People) -> None:
    """Schools show each other what they do: what was confirmed, and nothing else."""
    year.on(date(2027, 1, 20))
    director = year.visit(who.director)
    shown = director.goto("/goals/show").page.locator("#show")
    for words in (MESSAGE, MAGNETS, AUTUMN, CLASS_PAGE):
        expect(shown).to_contain_text(words)
    expect(shown).not_to_contain_text(VLOG)
    officer = year.visit(who.officer).goto("/goals/shows").page
    officer.locator("#shows a", has_text=who.school.name).click()
    expect(officer.locator("#show")).to_contain_text(MAGNETS)
    living.notes(director, f"{GOAL}5", "Op 20 januari lieten wij de klaspagina zien.")
    living.stands(director, f"{GOAL}5", "met")


def february(year: Year, who: People) -> None:
    """The protocol changes on one point: staff are asked about that alone, and the director sees who has not yet."""
    year.on(date(2027, 2, 10))
    director = year.visit(who.director)
    page = director.goto("/protocols/").page
    page.locator("form[action$='/new/starting'] button").click()
    page.wait_for_url("**/articles*")
    base = page.url.split("/articles")[0]
    choose(director, base, CHANGED, "ask-first", "parents")
    publish(page, base)
    teacher = year.visit(who.teacher).goto("/learn/").page
    teacher.locator("a[href='/rules/confirmed/']").first.click()
    expect(teacher.locator("#compared tbody tr")).to_have_count(1)
    line = page.locator("#signers tbody tr", has_text=living.name_of(who.teacher)).locator("td")
    page.goto("/rules/confirmed/team")
    expect(line).to_have_text("nog niet")
    confirm(teacher)
    page.goto("/rules/confirmed/team")
    expect(line).to_contain_text("10 februari 2027")


def may(year: Year, who: People) -> tuple[str, str]:
    """Halfway the board looks back; gives the evaluation's address and what it says."""
    year.on(date(2027, 5, 20))
    director = year.visit(who.director)
    kept = living.evaluates(director, (), IN_MAY, "Vier groepen maken een film met een tekst van henzelf.")
    living.notes(director, f"{GOAL}4", "Op 20 mei keken wij samen terug.")
    living.stands(director, f"{GOAL}4", "met")
    return kept


def june(year: Year, who: People, in_may: str) -> None:
    """The three questions of June are answered; the officer sees the school as counts."""
    year.on(date(2027, 6, 21))
    director = year.visit(who.director)
    _, text = living.evaluates(director, ANSWERS, IN_JUNE, "")
    assert all(answer in text for answer in ANSWERS)
    assert "20 mei 2027" in text
    assert IN_MAY in in_may
    page = year.visit(who.officer).goto("/board/").page
    expect(page.locator("main")).to_contain_text(who.school.name)
    living.names_nobody(page, who, living.name_of(who.teacher), MAGNETS)
    page.goto("/evaluation/schools")
    expect(page.locator("#evaluations li", has_text=who.school.name)).to_contain_text("21 juni 2027")
    page.goto("/board/goals/2027")
    page.locator("form[action$='/carry'] button").click()
    page.goto(f"/board/goals/2027/goals/{GOAL}3")
    page.fill("#target", "4")
    page.locator("form button.primary").click()
    page.wait_for_url("**/board/goals/2027")


def the_next_year(year: Year, who: People, kept: str, text: str) -> None:
    """The goals are there again with nothing noted; last year stands as it stood."""
    year.on(date(2027, 9, 6))
    director = year.visit(who.director)
    living.stands(director, f"{GOAL}5", "on-track")
    expect(director.page.locator("#goal .evidence li")).to_have_count(0)
    expect(director.page.locator("#goal")).to_contain_text("2028")
    assert director.goto(kept).page.locator("#evaluation").inner_text() == text
    page = year.visit(who.officer).goto("/board/goals/2026").page
    expect(page.locator(".goal", has_text="Minstens twee groepen")).to_contain_text("2 groepen")
    expect(page.locator("main form[action*='/board/goals/']")).to_have_count(0)
    page.goto("/board/goals/2027")
    expect(page.locator(".goal", has_text="Minstens twee groepen")).to_contain_text("4 groepen")
    page.goto("/evaluation/schools")
    expect(page.locator("#evaluations li", has_text=who.school.name)).to_contain_text("20 mei 2027")
