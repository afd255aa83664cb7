"""The rules themselves: a protocol in plain words, and one act as every protocol sees it."""

from web.rules.routes import area

__all__ = ["area"]
