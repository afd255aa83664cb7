"""The signed link that stops a letter of the week: whoever holds it may stop it, and do nothing else."""

from __future__ import annotations

from itsdangerous import BadData, URLSafeSerializer

SALT = "deelwijs.weekly"


def stop_token(key: str, person_id: int) -> str:
    """Sign who stops the letter by opening its link."""
    return str(URLSafeSerializer(key, salt=SALT).dumps(person_id))


def who_stops(key: str, token: str) -> int | None:
    """Read it back; None for what this site never signed."""
    try:
        found = URLSafeSerializer(key, salt=SALT).loads(token)
    except BadData:
        return None
    return found if isinstance(found, int) else None
