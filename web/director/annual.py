"""The annual report of a school, on two sides of A4: what other pages tell a director, for who reads it on paper.

Nothing is counted here that no page shows: each figure is the one of its own page, and none is about a single person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import format_date

from course.figures.counts import Share
from course.people.access import FEWEST
from course.rulebooks.versions import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from course.figures.pages import Completion, SchoolPage
    from course.figures.rules import RuleShare
    from course.norms.model import Protocol
    from course.rulebooks.adopting import Adoption
    from course.rulebooks.attesting import Signers
    from course.rulebooks.versions import Version
    from web.director.rules_views import RulesView
    from web.display.goals import GoalsView

DAY = "d MMMM yyyy"


@dataclass(frozen=True, slots=True)
class ProtocolFacts:
    """By which rules the school goes, and how they came about; a day that nobody noted is empty."""

    name: str
    number: int | None
    """Of the version; None for a protocol that came with the course, as it came."""
    adopted_by: str
    since: str
    consent: str


@dataclass(frozen=True, slots=True)
class ModuleLine:
    """How far the pupils are with one module, and how many groups are at it."""

    pupils: Completion
    begun: int
    """Groups in which anybody began, of those that are counted."""
    groups: int
    """Groups of which the director's page tells numbers."""


@dataclass(frozen=True, slots=True)
class ShareStep:
    """The rules on which as large a part of the pupils decided well."""

    words: str
    steps: int
    shares: tuple[RuleShare, ...]


@dataclass(frozen=True, slots=True)
class AnnualView:
    """All that the report tells."""

    page: SchoolPage
    year: str
    drawn: str
    protocol: ProtocolFacts
    modules: tuple[ModuleLine, ...]
    tells_team: bool
    """Whether the team is large enough to be counted for others than who leads it: they read this on paper."""
    signed: int | None
    """Of the staff who are asked; None where nobody is."""
    asked: int
    goals: GoalsView
    steps: tuple[ShareStep, ...]
    """What goes worst first; a step without rules is left out."""
    rules: RulesView


def annual_view(
    page: SchoolPage,
    goals: GoalsView,
    rules: RulesView,
    signers: Signers,
    protocol: Protocol,
    adoptions: Sequence[Adoption],
    today: date,
) -> AnnualView:
    """Put the report together from what its pages were given."""
    asked = len(signers.people) if signers.version else 0
    return AnnualView(
        page=page,
        year=goals.year,
        drawn=format_date(today, DAY),
        protocol=_facts(protocol, signers.version, adoptions, today),
        modules=tuple(_modules(page)),
        tells_team=page.staff >= FEWEST,
        signed=asked - len(signers.missing) if asked else None,
        asked=asked,
        goals=goals,
        steps=tuple(_steps(rules)),
        rules=rules,
    )


def _facts(
    protocol: Protocol, version: Version | None, adoptions: Sequence[Adoption], today: date
) -> ProtocolFacts:
    """Tell of the version in force; since when is the latest day from which the school went by it."""
    if version is None or version.origin is Origin.SHIPPED:
        return ProtocolFacts(protocol.name, None, "", "", "")
    since = [one.from_on for one in adoptions if one.version_id == version.id and one.from_on <= today]
    consent = version.decision.consent_on
    return ProtocolFacts(
        version.name,
        version.number,
        version.decision.adopted_by,
        format_date(max(since), DAY) if since else "",
        format_date(consent, DAY) if consent else "",
    )


def _modules(page: SchoolPage) -> Iterator[ModuleLine]:
    for place, pupils in enumerate(page.totals):
        cells = [cell for group in page.groups if (cell := group.cells[place]) is not None]
        told = [one for one in cells if one.learners and not one.begun.suppressed]
        yield ModuleLine(pupils, sum(bool(one.begun.value) for one in told), len(told))


def _steps(rules: RulesView) -> Iterator[ShareStep]:
    for share in Share:
        found = tuple(one for one in rules.shares if one.share is share)
        if found:
            yield ShareStep(rules.words[share], rules.steps[share], found)
