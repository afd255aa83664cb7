"""The profile plan of a school: read, written in versions, printed for the year plan."""

from web.profile.routes import area

__all__ = ["area"]
