"""A teacher's own groups: by name, the class session on the digiboard, first choices to talk about, new pictures."""

from web.teacher import knocks, qr_cards, work
from web.teacher.routes import area

__all__ = ["area", "knocks", "qr_cards", "work"]
