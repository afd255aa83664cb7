"""What stands in front of the program: the proxies that it trusts, and the names that it answers to."""

from __future__ import annotations

from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Response
from werkzeug.exceptions import SecurityError
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wsgi import get_host

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from flask import Flask

THIS_MACHINE = ("localhost", "127.0.0.1", "[::1]")
"""Names that are answered to beside those that are set, so that `/health` can be asked here."""
KEPT_NAMES = 256
"""Names that were looked at and are known from then on; a site goes by a few."""
UNKNOWN_PROXY = (
    "X-Forwarded-For came in, and no proxy is trusted: all visitors count as one address, and meet each other's limits. "
    "Set DEELWIJS_PROXIES to the number of proxies in front."
)


def install(app: Flask, proxies: int, hosts: tuple[str, ...]) -> None:
    """Believe as many proxies as there are, and refuse every other name before anything is done for it.

    Flask's own TRUSTED_HOSTS refuses later, when pages, cookies and addresses ask for the name that was just refused.
    """
    named = KnownHosts(app.wsgi_app, (*hosts, *THIS_MACHINE) if hosts else None)
    behind = ProxyFix(named, x_for=proxies, x_proto=proxies, x_host=proxies)
    app.wsgi_app = behind if proxies else ProxyWarning(named, app)  # type: ignore[method-assign]


class KnownHosts:
    """Answers to names that can be one, and where some are given to those only."""

    def __init__(self, within: WSGIApplication, hosts: tuple[str, ...] | None) -> None:
        self._within, self._hosts = within, hosts
        self._known = lru_cache(maxsize=KEPT_NAMES)(self._is_known)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Pass a request on, or answer 400."""
        if self._known(environ.get("HTTP_HOST", ""), environ["SERVER_NAME"], environ["SERVER_PORT"]):
            return self._within(environ, start_response)
        refusal = Response(
            "This is not the address of this site.\n", HTTPStatus.BAD_REQUEST, mimetype="text/plain"
        )
        return refusal(environ, start_response)

    def _is_known(self, host: str, server: str, port: str) -> bool:
        """Whether a name can be one; Werkzeug takes some that fail later, when an address is made of them."""
        named = {"HTTP_HOST": host} if host else {}
        asked = {"wsgi.url_scheme": "http", "SERVER_NAME": server, "SERVER_PORT": port, **named}
        try:
            name = get_host(asked, self._hosts)
            urlsplit(f"//{name}").port  # noqa: B018 - raises where the port is none
            (name.rpartition(":")[0] or name).encode("idna").decode("idna")
        except (SecurityError, ValueError):
            return False
        return name != ""


class ProxyWarning:
    """Warns once of a proxy that is not trusted."""

    def __init__(self, within: WSGIApplication, app: Flask) -> None:
        self._within, self._app, self._warned = within, app, False

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Pass every request on."""
        if not self._warned and "HTTP_X_FORWARDED_FOR" in environ:
            self._warned = True
            self._app.logger.warning(UNKNOWN_PROXY)
        return self._within(environ, start_response)
