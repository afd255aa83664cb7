"""The link behind the QR code of a class: staff's pages draw it, and signing in knows it again."""

from __future__ import annotations

import hmac

from flask import current_app

from course.classroom.class_sessions import plain_code


def link_key(code: str) -> str:
    """What the QR code holds beside the class code: 96 bits, so that a link can't be searched for and needs no count."""
    secret = f"class code {plain_code(code)}".encode()
    return hmac.digest(str(current_app.secret_key).encode(), secret, "sha256")[:12].hex()
