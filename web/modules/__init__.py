"""The teacher's page of a module: what it trains here, how it plays, the talk about it, and what goes on paper."""

from web.modules.routes import area

__all__ = ["area"]
