"""Thin routes of who learns as staff: the own professional development, and a certificate to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import format_date, format_decimal, ngettext
from flask_babel import gettext as _

from course.learning.development import certificate_of, development_of
from course.people.roles import Ability
from web.display.awarding import awarding
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, the_library, the_store
from web.learn.routes import area

if TYPE_CHECKING:
    from flask import Response

    from course.curriculum.model import Module
    from course.learning.development import Certificate, Development, DevelopmentLine
    from course.learning.pages import State

HOUR = 60


@dataclass(frozen=True, slots=True)
class LineView:
    """One module, with its day and its duration in words."""

    module: Module
    state: State
    minutes: str
    day: str
    """Empty while it is not completed."""


@dataclass(frozen=True, slots=True)
class DevelopmentView:
    """The own professional development in words."""

    done: tuple[LineView, ...]
    open: tuple[LineView, ...]
    hours: str
    hours_this_year: str


@dataclass(frozen=True, slots=True)
class CertificateView:
    """A certificate as it stands on paper."""

    certificate: Certificate
    minutes: str
    day: str
    rules: str
    """The protocol with its version; empty where it was not kept."""


@area.get("/development")
@door(Ability.OWN_DEVELOPMENT)
def development() -> Response:
    """Show what somebody did of the modules for staff, in hours too, and what is still open."""
    view = development_view(development_of(the_store(), the_library(), me()))
    return shown("learn/development.html", "learn/_development.html", view=view)


@area.get("/development/<module>")
@door(Ability.OWN_DEVELOPMENT)
def certificate(module: str) -> Response:
    """Show the certificate of an own completed module."""
    view = certificate_view(certificate_of(the_store(), the_library(), me(), module))
    has_badge = awarding(me().board_id) is not None
    return shown("learn/certificate.html", "learn/_certificate.html", view=view, has_badge=has_badge)


def development_view(found: Development) -> DevelopmentView:
    """Put somebody's development in words."""
    return DevelopmentView(
        tuple(map(_line, found.done)),
        tuple(map(_line, found.open)),
        _hours(found.minutes),
        _hours(found.minutes_this_year),
    )


def certificate_view(found: Certificate) -> CertificateView:
    """Put a certificate in words."""
    rules = found.rules
    if rules is None:
        named = ""
    elif rules.version:
        named = _("%(name)s, version %(number)s", name=rules.name, number=rules.version)
    else:
        named = rules.name
    return CertificateView(found, _minutes(found.minutes), format_date(found.completed_on, "long"), named)


def _line(one: DevelopmentLine) -> LineView:
    day = format_date(one.completed_on, "long") if one.completed_on else ""
    return LineView(one.module, one.state, _minutes(one.minutes), day)


def _minutes(minutes: int) -> str:
    return ngettext("%(num)s minute", "%(num)s minutes", minutes)


def _hours(minutes: int) -> str:
    """In hours with one decimal, as a register of professional development asks for them; less than one in minutes."""
    if minutes < HOUR:
        return _minutes(minutes)
    return _("%(hours)s hours", hours=format_decimal(minutes / HOUR, "0.0"))
