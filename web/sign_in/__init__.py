"""Coming in and going out: pupils by class code, name tile and pictures; staff by e-mail address and password."""

from web.sign_in import card
from web.sign_in.routes import area

__all__ = ["area", "card"]
