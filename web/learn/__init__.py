"""A learner's pages, for pupils and for staff in training alike: home, lessons, quizzes, later-cards, certificates."""

from web.learn import badges, development, points
from web.learn.routes import area

__all__ = ["area", "badges", "development", "points"]
