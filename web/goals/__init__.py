"""The curriculum goals: how far the school is, and the log of what progress can't show."""

from web.goals import channels, giving, logbook, reviewing, showing, talks
from web.goals.routes import area

__all__ = ["area", "channels", "giving", "logbook", "reviewing", "showing", "talks"]
