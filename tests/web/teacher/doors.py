"""The doors of a group's work: who may see it, and who may give it."""

from __future__ import annotations

TABLE = """
    teacher.work             GET      - - t c - - -
    teacher.give_work        POST     - - t - - - -
"""
FORMS: dict[str, dict[str, object]] = {
    "teacher.give_work": {"module": "mag-deze-foto", "due_on": "2027-06-01"},
}
