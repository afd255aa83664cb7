"""The doors of a group's work: who may see it, who may give it, and who reminds of it."""

from __future__ import annotations

TABLE = """
    teacher.work             GET      - - t c - - -
    teacher.give_work        POST     - - t - - - -
    teacher.remind_of_work   POST     - - t - - - - teacher.work
"""
FORMS: dict[str, dict[str, object]] = {
    "teacher.give_work": {"module": "mag-deze-foto", "due_on": "2027-06-01"},
    "teacher.remind_of_work": {"module": "mag-deze-foto"},
}
