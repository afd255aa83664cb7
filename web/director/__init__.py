"""A director's school: groups as counts, staff by name, and where the protocol stays below the law."""

from web.director.routes import area

__all__ = ["area"]
