"""What stands in front of the program: the proxies that it trusts, and the names that it answers to."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

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
UNKNOWN_PROXY = (
    "X-Forwarded-For came in, and no proxy is trusted: all visitors count as one address, and meet each other's limits. "
    "Set DEELWIJS_PROXIES to the number of proxies in front."
)


def install(app: Flask, proxies: int, hosts: tuple[str, ...]) -> None:
    """Believe as many proxies as there are, and refuse every other name before anything is done for it.

    Flask's own TRUSTED_HOSTS refuses later, when pages, cookies and addresses ask for the name that was just refused.
    """
    named = KnownHosts(app.wsgi_app, (*hosts, *THIS_MACHINE)) if hosts else app.wsgi_app
    behind = ProxyFix(named, x_for=proxies, x_proto=proxies, x_host=proxies)
    app.wsgi_app = behind if proxies else ProxyWarning(named, app)  # type: ignore[method-assign]


class KnownHosts:
    """Answers to some names only."""

    def __init__(self, within: WSGIApplication, hosts: tuple[str, ...]) -> None:
        self._within, self._hosts = within, hosts

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Pass a request on, or answer 400."""
        try:
            is_known = get_host(environ, self._hosts) != ""
        except SecurityError:
            is_known = False
        if is_known:
            return self._within(environ, start_response)
        refusal = Response(
            "This is not the address of this site.\n", HTTPStatus.BAD_REQUEST, mimetype="text/plain"
        )
        return refusal(environ, start_response)


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
