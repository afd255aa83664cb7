"""Saying that something in the course is wrong, without an account or a name, and reading it for who keeps the board."""

from web.feedback.routes import area

__all__ = ["area"]
