"""From what Granian tells of a request (RSGI) to what a WSGI application is called with (PEP 3333)."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from granian.rsgi import Scope

CONSTANT: dict[str, Any] = {
    "SCRIPT_NAME": "",
    "wsgi.version": (1, 0),
    "wsgi.errors": sys.stderr,
    "wsgi.multithread": True,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
    "wsgi.input_terminated": True,
}
"""Nothing of the process's own environment: a page that shows what a request holds must not show a secret key."""
OF_THE_BODY = {"content-length", "transfer-encoding", "expect"}
"""Headers that say how a body comes in; it is here now, and its length is known."""


def environ_of(scope: Scope, body: bytes) -> dict[str, Any]:
    """Say what was asked, with its whole body."""
    server, _, port = scope.server.rpartition(":")
    return {
        **CONSTANT,
        "REQUEST_METHOD": scope.method,
        "PATH_INFO": _as_latin(scope.path),
        "QUERY_STRING": _as_latin(scope.query_string),
        "SERVER_PROTOCOL": f"HTTP/{'1.0' if scope.http_version == '1' else scope.http_version}",
        "SERVER_NAME": server.strip("[]"),
        "SERVER_PORT": port,
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": BytesIO(body),
        **_headers(scope),
        "CONTENT_LENGTH": str(len(body)),
    }


def _headers(scope: Scope) -> dict[str, str]:
    """Headers under their names in WSGI; one that came twice holds both, so that two hosts are no host.

    A name with an underscore would pass for one with a hyphen, so that anybody could say `X_Forwarded_For` past a proxy
    that takes care of `X-Forwarded-For`: it is left out, as proxies and other servers do.
    """
    found: dict[str, str] = {}
    for name, value in scope.headers.items():
        if name in OF_THE_BODY or "_" in name:
            continue
        key = "CONTENT_TYPE" if name == "content-type" else f"HTTP_{name.upper().replace('-', '_')}"
        if key in found:
            value = f"{found[key]}{'; ' if name == 'cookie' else ','}{value}"  # noqa: PLW2901 - the same value, whole
        found[key] = value
    return found


def _as_latin(text: str) -> str:
    """The bytes of an address as WSGI holds them: one character each."""
    return text if text.isascii() else text.encode().decode("latin-1")
