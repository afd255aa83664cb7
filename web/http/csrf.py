"""The token without which no form is taken: the session's secret under a pad that is another on every page.

Flask-WTF signs a token and checks its signature with every answer, though the secret that it holds stands in a signed
session already. A mask takes a tenth of that time, and tokens still differ from page to page, so that nobody can guess one
from the size of compressed pages. The rest of Flask-WTF stays.
"""

from __future__ import annotations

import secrets
from hmac import compare_digest
from typing import TYPE_CHECKING

from flask import g, request, session
from flask_wtf.csrf import CSRFError, CSRFProtect, same_origin

if TYPE_CHECKING:
    from flask import Flask

FIELD = "csrf_token"
"""Of a form, and of the session that holds the secret."""
SIZE = 20
"""Bytes of a secret, and of a pad."""
ADDRESS_IS_ENOUGH = frozenset({"account.stop_weekly"})
"""Endpoints at which a signed address says all: a mail program posts there by itself, without a page or a cookie."""
READING = frozenset(("GET", "HEAD", "OPTIONS", "TRACE"))


class MaskedTokens(CSRFProtect):  # type: ignore[misc]
    """Flask-WTF's protection of every form with masked tokens."""

    def init_app(self, app: Flask) -> None:
        """Check every form, and give templates `csrf_token()`."""
        super().init_app(app)
        app.jinja_env.globals[FIELD] = page_token
        app.context_processor(lambda: {FIELD: page_token})

    def protect(self, apply_exemptions: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - the base class's signature
        """Refuse a form without the token of its session, and over HTTPS one from another site's page."""
        if request.method in READING or not request.endpoint or request.endpoint in ADDRESS_IS_ENOUGH:
            return
        if not is_token(request.form.get(FIELD, ""), session.get(FIELD, "")):
            raise CSRFError("The CSRF token is missing or of another session.")
        if request.is_secure and not same_origin(request.referrer or "", f"https://{request.host}/"):
            raise CSRFError("The referrer does not match the host.")
        g.csrf_valid = True


def page_token() -> str:
    """Give the token for the forms of this page; a session without a secret gets one."""
    if (made := g.get("page_token")) is None:
        secret = session.get(FIELD)
        if secret is None:
            secret = session[FIELD] = secrets.token_hex(SIZE)
        made = g.page_token = masked(secret)
    return str(made)


def masked(secret: str) -> str:
    """Hide a secret under a fresh pad, which goes before it."""
    pad = secrets.token_bytes(SIZE)
    return (pad + _mixed(pad, bytes.fromhex(secret))).hex()


def is_token(token: str, secret: str) -> bool:
    """Whether a token hides this secret; takes as long whichever way it is wrong."""
    try:
        given, known = bytes.fromhex(token), bytes.fromhex(secret)
    except ValueError:
        return False
    if len(given) != 2 * SIZE or len(known) != SIZE:
        return False
    return compare_digest(_mixed(given[:SIZE], given[SIZE:]), known)


def _mixed(one: bytes, other: bytes) -> bytes:
    return (int.from_bytes(one) ^ int.from_bytes(other)).to_bytes(SIZE)
