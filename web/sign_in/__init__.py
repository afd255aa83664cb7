"""Coming in and going out: pupils by class code, tile and pictures; staff by password, or an account elsewhere."""

from web.sign_in import card, forgotten, knocks, passkeys, second, secrets_page, sign_on
from web.sign_in.routes import area

__all__ = ["area", "card", "forgotten", "knocks", "passkeys", "second", "secrets_page", "sign_on"]
