"""Coming in and going out: pupils by class code, name tile and pictures; staff by password and a second step."""

from web.sign_in import card, forgotten, knocks, passkeys, second
from web.sign_in.routes import area

__all__ = ["area", "card", "forgotten", "knocks", "passkeys", "second"]
