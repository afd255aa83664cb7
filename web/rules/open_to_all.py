"""A school's rules for parents: anybody who has the address reads them, without an account. Nothing is kept of who reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.calendar import school_day
from course.norms.help_lines import help_for
from course.norms.judge import find_protocol
from course.norms.model import Audience
from course.rulebooks.public_links import open_rules
from web.display.contacts import reachable_at
from web.http.doors import ANYBODY, door
from web.http.hypermedia import shown
from web.http.identity import library_under, now, the_store
from web.http.language import locale_code
from web.http.limits import address
from web.rules.area import area
from web.rules.national import said_to_parents
from web.rules.themes import by_theme, containing, looked_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flask import Response

    from course.library import Library
    from course.norms.help_lines import HelpLine
    from course.norms.model import Article, Protocol
    from course.reading.words import Words
    from course.rulebooks.public_links import OpenedRules
    from web.display.contacts import Reachable
    from web.rules.national import National
    from web.rules.themes import Theme

STAYS_OUT = "noindex, nofollow"
"""The school gives the address to whom it wants; no search engine does."""


@dataclass(frozen=True, slots=True)
class Part:
    """What some of the readers keep to."""

    id: str
    title: str
    themes: tuple[Theme, ...]
    count: int


@dataclass(frozen=True, slots=True)
class LessonCard:
    """A lesson that a parent can play here."""

    id: str
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class ModuleCard:
    """What a module gives to parents: its stories, and its questions once."""

    summary: Words
    lessons: tuple[LessonCard, ...]
    quiz: str
    """Its questions; empty where there are none."""


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A school's rules as parents read them: what speaks to them first, then what their children and staff keep to."""

    school_name: str
    protocol: Protocol
    for_parents: Part
    for_others: tuple[Part, ...]
    background: tuple[Article, ...]
    """What asks nothing of anybody, folded away."""
    national: tuple[National, ...]
    contacts: tuple[Reachable, ...]
    help_lines: tuple[HelpLine, ...]
    modules: tuple[ModuleCard, ...]
    searched: str
    found: int


@area.get("/onze-regels/<token>")
@door(ANYBODY)
def open_to_all(token: str) -> Response:
    """Show the rules by which the school of this address goes today."""
    moment = now()
    opened = open_rules(the_store(), token, school_day(moment), moment, address())
    page = _page(opened, library_under(opened.protocol))
    response = shown("rules/open.html", "rules/_open.html", rules=page, token=token)
    response.headers["X-Robots-Tag"] = STAYS_OUT
    return response


def _page(opened: OpenedRules, library: Library) -> OpenPage:
    norms, searched = library.norms, looked_for()
    protocol = find_protocol(norms, opened.protocol)
    found = containing(protocol, norms, protocol.articles.values(), searched, locale_code())
    rules = [one for one in found if one.teachable]
    parents = [one for one in rules if Audience.PARENT in one.audience]
    pupils = [one for one in rules if one not in parents and Audience.PUPIL in one.audience]
    staff = [one for one in rules if one not in parents and one not in pupils]
    national = said_to_parents(norms, protocol, searched, locale_code())

    def part(name: str, title: str, articles: Sequence[Article]) -> Part:
        return Part(name, title, by_theme(protocol, norms, articles, locale_code()), len(articles))

    others = (
        part("pupils", _("What pupils keep to"), pupils),
        part("staff", _("What the school and its staff keep to"), staff),
    )
    return OpenPage(
        school_name=opened.school_name,
        protocol=protocol,
        for_parents=part("parents", _("What we ask of parents"), parents),
        for_others=tuple(one for one in others if one.count),
        background=tuple(one for one in found if not one.teachable),
        national=national,
        contacts=reachable_at(opened.school_id, protocol, Audience.PARENT),
        help_lines=help_for(norms, Audience.PARENT),
        modules=tuple(_modules(library)),
        searched=searched,
        found=len(found) + sum(len(one.articles) for one in national),
    )


def _modules(library: Library) -> Iterator[ModuleCard]:
    for module in library.modules_for(Audience.PARENT):
        lessons = (library.lesson(one) for one in module.lessons)
        cards = tuple(LessonCard(one.id, one.title, one.minutes) for one in lessons)
        yield ModuleCard(module.summary, cards, module.quiz)
