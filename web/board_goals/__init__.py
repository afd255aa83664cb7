"""What a board asks of its schools: adopt goals, change them, add some, and carry them into the next school year."""

from web.board_goals.routes import area

__all__ = ["area"]
