"""The reader's language: Dutch unless somebody switched to English, from message catalogs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask, g, redirect, request, session, url_for
from flask_babel import Babel, get_locale

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

LANGUAGES = {"nl": "Nederlands", "en": "English"}
TIME_ZONE = "Europe/Amsterdam"


def install(app: Flask) -> None:
    """Choose the language of each request and offer the switch."""
    Babel(
        app,
        default_locale="nl",
        default_timezone=TIME_ZONE,
        default_translation_directories="translations",
        locale_selector=_chosen,
    )
    app.jinja_env.globals.update(get_locale=get_locale, LANGUAGES=LANGUAGES)
    app.add_url_rule("/language", "language", _switch, methods=["POST"])


def locale_code() -> str:
    """The language of this request as "nl" or "en"."""
    return str(get_locale())


def _chosen() -> str:
    if (kept := session.get("locale")) in LANGUAGES:
        return str(kept)
    identity = g.get("identity")
    return identity.locale if identity is not None and identity.locale in LANGUAGES else "nl"


def _switch() -> Response:
    """Keep the language that the reader asks for and show the same page again."""
    if (wanted := request.form.get("language")) in LANGUAGES:
        session["locale"] = wanted
    back = urlsplit(request.form.get("next", ""))
    safe = (
        not back.scheme and not back.netloc and back.path.startswith("/") and not back.path.startswith("//")
    )
    return redirect(back.path if safe else url_for("sign_in.front"), 303)
