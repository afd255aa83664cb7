"""What every template may use: static addresses that change with their content, the navigation, and dates."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from flask import g, request, url_for
from flask_babel import format_date, format_datetime
from flask_babel import gettext as _

from course.people.actor import Role
from web.display import fragment_cache as kept
from web.http.hypermedia import wants_fragment
from web.http.language import locale_code

if TYPE_CHECKING:
    from flask import Flask

    from course.reading.words import Words

STATIC = Path(__file__).parents[1] / "static"


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of the navigation."""

    url: str
    label: str
    active: bool


def install(app: Flask) -> None:
    """Give templates their globals and filters."""
    editions: dict[str, str] = {}

    def static(path: str) -> str:
        """Address of a static file; its content is in the address, so a browser may keep it for a year."""
        if path not in editions or app.debug:
            editions[path] = url_for("static", filename=path, v=_edition(path))
        return editions[path]

    app.jinja_env.globals.update(static=static, favicon=_favicon())
    app.jinja_env.filters.update(words=_words, day=format_date, moment=format_datetime)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.context_processor(_context)
    kept.install(app)


def _favicon() -> str:
    """Give the sign of the site as an address that holds it: a request less, for fewer bytes than its headers."""
    return f"data:image/svg+xml,{quote((STATIC / 'icons/favicon.svg').read_text(encoding='utf-8').strip())}"


def _edition(path: str) -> str:
    return hashlib.sha256((STATIC / path).read_bytes()).hexdigest()[:10]


def _words(words: Words) -> str:
    """A text of the norms or the curriculum in the reader's language."""
    return words.for_locale(locale_code())


def _context() -> dict[str, Any]:
    """Who is reading, and of a whole page the navigation and the way to the own account; a fragment has none."""
    actor = g.get("actor")
    if actor is None or wants_fragment():
        return {"actor": actor, "nav": ()}
    account_url = url_for("account.password") if actor.role.is_staff else None
    return {"actor": actor, "nav": _nav(actor.role), "account_url": account_url}


def _nav(role: Role) -> tuple[Link, ...]:
    """The pages that somebody in this role begins from."""
    pages = {
        Role.PUPIL: (("learn.home", _("My lessons")), ("rules.protocol", _("Our rules"))),
        Role.TEACHER: (
            ("teacher.groups", _("My groups")),
            ("learn.home", _("My training")),
            ("goals.goals", _("Goals")),
            ("rules.protocol", _("Protocol")),
        ),
        Role.DIRECTOR: (
            ("director.school", _("School")),
            ("director.staff", _("Team")),
            ("goals.goals", _("Goals")),
            ("learn.home", _("My training")),
            ("rules.protocol", _("Protocol")),
        ),
        Role.OFFICER: (("board.schools", _("Schools")), ("rules.protocol", _("Protocols"))),
    }[role]
    shown = request.endpoint or ""
    if shown not in dict(pages):
        shown = _first_of(shown.split(".")[0])
    return tuple(Link(url_for(endpoint), label, active=endpoint == shown) for endpoint, label in pages)


def _first_of(area: str) -> str:
    """The entry that stays marked on a page deeper in its area."""
    return {
        "learn": "learn.home",
        "teacher": "teacher.groups",
        "director": "director.school",
        "goals": "goals.goals",
        "board": "board.schools",
        "rules": "rules.protocol",
    }.get(area, "")
