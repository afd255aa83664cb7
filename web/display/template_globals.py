"""What every template may use: static addresses that change with their content, who is reading, and dates."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from flask import current_app, g, url_for
from flask_babel import format_date, format_datetime
from flask_babel import gettext as _

from course.people.roles import Ability
from web.display import fragment_cache
from web.display.asking import asking
from web.display.help_line import every_help_line, help_lines_of, one_help_line
from web.display.navigation import navigation
from web.display.roles import role_name
from web.http.hypermedia import wants_fragment
from web.http.language import locale_code

if TYPE_CHECKING:
    from flask import Flask

    from course.reading.words import Words

STATIC = Path(__file__).parents[1] / "static"


def install(app: Flask) -> None:
    """Give templates their globals and filters."""
    editions: dict[str, str] = {}

    def static(path: str) -> str:
        """Address of a static file; its content is in the address, so a browser may keep it for a year."""
        if path not in editions or app.debug:
            editions[path] = url_for("static", filename=path, v=_edition(path))
        return editions[path]

    app.jinja_env.globals.update(Ability=Ability, role_name=role_name)
    app.jinja_env.globals.update(static=static, favicon=_favicon())
    app.jinja_env.globals.update(one_help_line=one_help_line, every_help_line=every_help_line)
    app.jinja_env.globals.update(help_lines_of=help_lines_of)
    app.jinja_env.filters.update(words=_words, day=format_date, moment=format_datetime, asking=asking)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.context_processor(_context)
    fragment_cache.install(app)


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
    feedback = "feedback.form" in current_app.view_functions
    if wants_fragment():
        return {"actor": actor, "nav": (), "site_feedback": feedback}
    if actor is None:
        return {"actor": None, "nav": (), "site_links": _site_links(), "site_feedback": feedback}
    return {
        "actor": actor,
        "nav": navigation(actor),
        "account_url": url_for("account.password") if actor.may(Ability.KEEP_PASSWORD) else None,
        "site_links": _site_links(),
        "site_feedback": feedback,
    }


def _site_links() -> list[tuple[str, str]]:
    """The pages about the site that every page leads to; a preview has none."""
    if "visitor.privacy" not in current_app.view_functions:
        return []
    talk = [(url_for("contacts.talk"), _("I want to talk about this"))] if g.get("actor") is None else []
    return [
        *talk,
        (url_for("visitor.privacy"), _("Privacy")),
        (url_for("visitor.accessibility"), _("Accessibility")),
        (url_for("visitor.contact"), _("Contact")),
    ]
