"""Where the official text of a protocol stands: an address that a reader's browser may be led to. Pure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

LONGEST = 300
"""Characters."""
_FIT = re.compile(r"[!-~]+")
"""What an address is written in: visible characters, without a space among them."""


def is_official_address(text: str) -> bool:
    """Whether a text is a whole https address of some site, without a name or password in it."""
    if len(text) > LONGEST or not _FIT.fullmatch(text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme == "https" and "." in host.strip(".") and "@" not in parts.netloc
