"""The rules themselves: a protocol in plain words, one act as every protocol sees it, and a school's rules for parents."""

from web.rules import asking, open_to_all, playing, routes, sharing
from web.rules.area import area

__all__ = ["area", "asking", "open_to_all", "playing", "routes", "sharing"]
