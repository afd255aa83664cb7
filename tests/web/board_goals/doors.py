"""The doors of the goals of a board: who may come in, and what a form there would send."""

from __future__ import annotations

TABLE = """
    board_goals.goals        GET      - - - - - o -
    board_goals.year         GET      - - - - - o -
    board_goals.add          GET+POST - - - - - o -
    board_goals.change       GET+POST - - - - - o -
    board_goals.out          POST     - - - - - o - board_goals.year
    board_goals.back         POST     - - - - - o - board_goals.year
    board_goals.adopt        POST     - - - - - o - board_goals.year
    board_goals.carry        POST     - - - - - o - board_goals.year
"""
FORMS: dict[str, dict[str, object]] = {
    "board_goals.add": {
        "words": "Elke klas praat over appen.",
        "measure": "evidence-groups",
        "target": "0",
        "due": "2027-02-14",
    },
    "board_goals.change": {"target": "2", "due": "2026-11-30", "revision": "1"},
}
