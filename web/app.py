"""The factory: a table of contents of what a Deelwijs web process consists of."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from flask import Flask
from htmx_flask import Htmx

from course.library import open_library
from course.store.store import Store
from web import (
    account,
    admin,
    attestation,
    board,
    board_goals,
    contacts,
    director,
    evaluation,
    feedback,
    goals,
    learn,
    modules,
    profile,
    protocols,
    reports,
    rules,
    sign_in,
    teacher,
    visitor,
)
from web.display import pictures, scene_layout, template_globals
from web.http import (
    addresses,
    bodies,
    compression,
    converters,
    doors,
    errors,
    fresh,
    health,
    identity,
    language,
    proxies,
    security,
)
from web.http.csrf import MaskedTokens
from web.http.late_builders import LateRule

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.library import Library
    from web.config import Config


class Site(Flask):
    """Flask for plain functions: whether each hook and view is a coroutine need not be asked at every request."""

    url_rule_class = LateRule

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Give the function as it is."""
        return func


AREAS = (
    sign_in,
    visitor,
    contacts,
    feedback,
    learn,
    rules,
    teacher,
    modules,
    director,
    goals,
    profile,
    evaluation,
    board,
    board_goals,
    reports,
    protocols,
    account,
    admin,
    attestation,
)
"""In the order of what people do: come in, learn, look, keep."""


def make_app(config: Config, *, store: Store | None = None, library: Library | None = None) -> Flask:
    """Build the application; raises ContentBroken, Incomplete or Unavailable before it would serve a broken course.

    Tests and commands hand in a store and a library that they already have.
    """
    app = Site(__name__)
    app.config.update(_settings(config))
    app.session_interface = identity.LoopbackAwareSessions()
    proxies.install(app, config.proxies, config.hosts)
    bodies.install(app)
    converters.install(app)
    app.extensions["deelwijs.library"] = library or open_library(
        config.content, config.compiled, config.fingerprint
    )
    app.extensions["deelwijs.store"] = store or Store.open(config.database)
    Htmx(app)
    MaskedTokens(app)
    addresses.install(app)
    doors.install(app)
    compression.install(app)
    identity.guard(app)
    fresh.install(app)
    health.install(app)
    language.install(app)
    template_globals.install(app)
    pictures.install(app)
    scene_layout.install(app)
    security.install(app)
    errors.install(app)
    for area in AREAS:
        app.register_blueprint(area.area)
    doors.refuse_routes_without_door(app)
    return app


def _settings(config: Config) -> dict[str, Any]:
    """Say in Flask's words what differs between installations, and how its cookie travels."""
    return {
        "SECRET_KEY": config.secret_key,
        "JOURNAL_KEPT": timedelta(days=config.journal_days),
        "DEBUG": config.debug,
        "CONTACT": config.contact,
        "URL": config.url,
        "MAIL": config.mail,
        "MAIL_FROM": config.mail_from,
        "HOSTS": config.hosts,
        "EXIT_PAGE": config.exit_page,
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=12),
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_NAME": "deelwijs",
        "SESSION_REFRESH_EACH_REQUEST": False,
        "SEND_FILE_MAX_AGE_DEFAULT": timedelta(days=365),
    }
