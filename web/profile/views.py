"""What the pages of a profile plan are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import format_date, format_datetime
from flask_babel import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from course.curriculum.model import ProfileQuestions, Prompt
    from course.profile.plans import PlanPage, Version
    from course.reading.words import Words


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with what the school answers; empty where it hasn't yet."""

    words: Words | None
    """None for a question that is asked no more."""
    text: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version in the list of all."""

    school_year: int
    number: int
    name: str
    told: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class PlanView:
    """One version of a plan, and which others there are."""

    page: PlanPage
    version: Version | None
    is_newest: bool
    year: str
    questions: tuple[Answered, ...]
    goal: tuple[Answered, ...]
    earlier: tuple[Answered, ...]
    """Answers to what is asked no more."""
    missing: int
    """How many questions are not answered yet."""
    due: str
    saved: str
    lines: tuple[VersionLine, ...]


def plan_view(page: PlanPage, asked: ProfileQuestions, version: Version | None) -> PlanView:
    """Put a version beside what was asked, and list all of them."""
    answers: Mapping[str, str] = version.plan.answers if version else {}
    known = {one.id for one in asked.all}
    return PlanView(
        page=page,
        version=version,
        is_newest=version == page.newest,
        year=years(version.school_year if version else page.school_year),
        questions=_answered(asked.questions, answers),
        goal=_answered(asked.goal, answers),
        earlier=tuple(Answered(None, text) for name, text in answers.items() if name not in known),
        missing=sum(not answers.get(one.id) for one in asked.all),
        due=format_date(version.plan.until_on, "d MMMM yyyy") if version and version.plan.until_on else "",
        saved=told(version) if version else "",
        lines=tuple(_line(one, version) for one in page.versions),
    )


def years(first: int) -> str:
    """Name a school year by its two calendar years."""
    return f"{first}–{first + 1}"


def told(version: Version) -> str:
    """Tell when a version was saved, and by whom if that person is still known."""
    when = format_datetime(version.saved_at, "d MMMM yyyy, H:mm")
    if version.saved_by:
        return str(_("saved by %(name)s on %(when)s", name=version.saved_by, when=when))
    return str(_("saved on %(when)s", when=when))


def _answered(prompts: Iterable[Prompt], answers: Mapping[str, str]) -> tuple[Answered, ...]:
    return tuple(Answered(one.words, answers.get(one.id, "")) for one in prompts)


def _line(one: Version, shown: Version | None) -> VersionLine:
    name = _("%(years)s, version %(number)s", years=years(one.school_year), number=one.number)
    return VersionLine(one.school_year, one.number, name, told(one), one == shown)
