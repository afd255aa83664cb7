"""The evaluation of a school: written by its director, read by its team and its board's officer."""

from web.evaluation.routes import area

__all__ = ["area"]
