"""An officer's board: its schools as counts."""

from web.board.routes import area

__all__ = ["area"]
