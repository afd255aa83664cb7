"""Thin routes of the address at which parents read a school's rules: its link, its QR code and a poster."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import flash, url_for
from flask_babel import gettext as _

from course.errors import NotFound
from course.learning.plays import plays_of
from course.norms.model import Audience
from course.people.roles import Ability
from course.rulebooks.public_links import link_in_sight, links_in_sight, renew_link, turn_off_link
from web.display.qr_code import qr_code
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_content, the_store
from web.rules.area import area

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Response

    from course.library import Library
    from course.rulebooks.public_links import SchoolLink


@dataclass(frozen=True, slots=True)
class LessonForParents:
    """A lesson that parents can play, for a newsletter."""

    title: str
    url: str
    qr: str


@dataclass(frozen=True, slots=True)
class ModuleForParents:
    """The lessons of a module, which are counted together."""

    lessons: tuple[LessonForParents, ...]
    plays: int
    """How often one was played to the end this school year, in steps of five."""


@dataclass(frozen=True, slots=True)
class LinkView:
    """A school, and its address where its rules are open to all."""

    school_id: int
    school_name: str
    url: str
    """Empty where they are not."""
    qr: str
    modules: tuple[ModuleForParents, ...]


@area.get("/rules/for-parents")
@door(Ability.EDIT_RULES)
def for_parents() -> Response:
    """Show the address of the own school, or of each school of the board."""
    given = links_in_sight(the_store(), me())
    plays = plays_of(the_store(), [one.school_id for one in given], me().today)
    links = [_view(one, _modules(one, plays)) for one in given]
    return shown("rules/for_parents.html", "rules/_for_parents.html", links=links)


@area.get("/rules/for-parents/<int:school_id>/poster")
@door(Ability.EDIT_RULES)
def poster(school_id: int) -> Response:
    """Show a poster to print; NotFound where the rules are not open to all."""
    link = link_in_sight(the_store(), me(), school_id)
    if not link.token:
        raise NotFound("rules link", "")
    return shown("rules/poster.html", "rules/_poster.html", link=_view(link))


@area.post("/rules/for-parents/<int:school_id>/renew")
@door(Ability.LEAD_SCHOOL, page="rules.for_parents")
def renew(school_id: int) -> Response:
    """Give the school a new address; an old one leads nowhere from now on."""
    renew_link(the_store(), me(), school_id, now())
    flash(_("The address is ready. Give it to parents, or hang up the poster."), "good")
    return gone_to(url_for("rules.for_parents"))


@area.post("/rules/for-parents/<int:school_id>/off")
@door(Ability.LEAD_SCHOOL, page="rules.for_parents")
def turn_off(school_id: int) -> Response:
    """Take the address away."""
    turn_off_link(the_store(), me(), school_id)
    flash(_("The address is off. Who still has it reads that these rules are not open any more."), "good")
    return gone_to(url_for("rules.for_parents"))


def _view(link: SchoolLink, modules: tuple[ModuleForParents, ...] = ()) -> LinkView:
    url = url_for("rules.open_to_all", token=link.token, _external=True) if link.token else ""
    return LinkView(link.school_id, link.school_name, url, qr_code(url) if url else "", modules)


def _modules(link: SchoolLink, plays: Mapping[tuple[int, str], int]) -> tuple[ModuleForParents, ...]:
    if not link.token:
        return ()
    library = the_content()
    return tuple(
        ModuleForParents(
            tuple(_lesson(library, one, link.token) for one in module.lessons),
            plays.get((link.school_id, module.id), 0),
        )
        for module in library.modules_for(Audience.PARENT)
    )


def _lesson(library: Library, lesson: str, token: str) -> LessonForParents:
    url = url_for("rules.play", token=token, lesson=lesson, _external=True)
    return LessonForParents(library.lesson(lesson).title, url, qr_code(url))
