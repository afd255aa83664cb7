"""Coming in and going out: pupils by class code, name tile and pictures; staff by password and a second step."""

from web.sign_in import card, knocks, passkeys, second
from web.sign_in.routes import area

__all__ = ["area", "card", "knocks", "passkeys", "second"]
