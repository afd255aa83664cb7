"""The reader's language: Dutch unless somebody switched to English, from message catalogs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from babel import Locale
from flask import Flask, g, redirect, request, session, url_for
from flask_babel import Babel, get_locale, gettext
from markupsafe import Markup

from course.calendar import TIME_ZONE
from course.errors import Incomplete
from course.reading.told import Told
from course.reading.told import said as said_in
from web.catalogs import LANGUAGES, SOURCE, TRANSLATIONS, speech
from web.http.doors import ANYBODY, door

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

COMPILE = "pybabel compile -d web/translations"
_LOCALES = {code: Locale.parse(code) for code in LANGUAGES}


def install(app: Flask) -> None:
    """Choose the language of each request and offer the switch.

    Raises Incomplete where a catalog was not compiled: English pages would say of themselves that they are Dutch.
    """
    for code in LANGUAGES.keys() - {SOURCE}:
        if not (TRANSLATIONS / code / "LC_MESSAGES" / "messages.mo").is_file():
            raise Incomplete(Told(f"the texts in {LANGUAGES[code]} are not compiled. Run: {COMPILE}"))
    Babel(
        app,
        default_locale="nl",
        default_timezone=TIME_ZONE,
        default_translation_directories="translations",
        locale_selector=lambda: _LOCALES[locale_code()],
    )
    said = _Catalog().said
    app.jinja_env.globals.update(get_locale=get_locale, LANGUAGES=LANGUAGES, gettext=said, _=said, told=told)
    app.add_url_rule("/language", "language", _switch, methods=["POST"])


def locale_code() -> str:
    """The language of this request as "nl" or "en"."""
    code = g.get("locale_code")
    if code is None:
        code = g.locale_code = _chosen()
    return str(code)


def told(text: str) -> str:
    """Say what the course tells of content, a finding or an error, in the language of this request."""
    return said_in(text, speech(locale_code()))


def reason(why: str) -> str:
    """Say why something can't be taken: words that know their values, or a message of the catalog."""
    return told(why) if isinstance(why, Told) else str(gettext(why))


class _Catalog:
    """The texts of templates, each looked up once per language: a page asks for dozens, always the same ones."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, str], Markup] = {}
        self._plain: dict[tuple[str, str], Markup] = {}

    def said(self, message: str, **values: Any) -> Markup:
        """Say a text of a template, with `values` escaped; a percent sign in it is doubled, values or not."""
        key = (locale_code(), message)
        if not values and (plain := self._plain.get(key)) is not None:
            return plain
        text = self._texts.get(key)
        if text is None:
            text = self._texts[key] = Markup(gettext(message))  # noqa: S704 - a catalog is part of the program
        if not values:
            self._plain[key] = text % {}
        return text % values


def _chosen() -> str:
    if (kept := session.get("locale")) in LANGUAGES:
        return str(kept)
    actor = g.get("actor")
    return actor.locale if actor is not None and actor.locale in LANGUAGES else "nl"


@door(ANYBODY, page="sign_in.front")
def _switch() -> Response:
    """Keep the language that the reader asks for and show the same page again."""
    if (wanted := request.form.get("language")) in LANGUAGES:
        session["locale"] = wanted
    return redirect(_own_address(request.form.get("next", "")) or url_for("sign_in.front"), 303)


def _own_address(wanted: str) -> str | None:
    """Give a path and query of this site, None for what a browser could take for another host."""
    if not wanted.startswith("/") or wanted.startswith("//") or not wanted.isprintable() or "\\" in wanted:
        return None
    path, _mark, query = wanted.partition("?")
    return f"{path}?{query}" if query else path
