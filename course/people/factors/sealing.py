"""Secrets that have to be read back: kept under a key that the database does not hold.

The shared secret of an app can't be hashed, for codes are made of it. Whoever gets hold of a copy of the database, a backup
on a stick for one, makes no codes with it without the installation's secret key.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

INFO = b"deelwijs second step"
"""Tells this use of the key from every other."""


def seal(key: bytes, secret: str) -> str:
    """Close a text away."""
    return _box(key).encrypt(secret.encode()).decode()


def unseal(key: bytes, sealed: str) -> str | None:
    """Read a text that was closed away; None where the installation has another key by now."""
    from cryptography.fernet import InvalidToken

    try:
        return _box(key).decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None


def _box(key: bytes) -> Fernet:
    from cryptography.fernet import Fernet
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=INFO).derive(key)
    return Fernet(urlsafe_b64encode(derived))
