"""The doors of evaluations: who may come in, and what a form there would send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.evaluation.tables import evaluations

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tests.web.town import Town

TABLE = """
    evaluation.overview      GET      - - t - d - -
    evaluation.draft         GET      - - - - d - -
    evaluation.save          POST     - - - - d - - evaluation.draft
    evaluation.freeze_it     POST     - - - - d - - evaluation.draft
    evaluation.read          GET      - - t - d o -
    evaluation.schools       GET      - - - - - o -
"""


def made(town: Town, at: datetime) -> dict[str, Mapping[str, object]]:
    """A frozen evaluation of our school, by the endpoint that asks for it."""
    row = {
        "school_id": town.ours.id,
        "school_year": 2026,
        "revision": 1,
        "answers": "[]",
        "decisions": "We gaan door.",
        "figures": '{"format": 1, "figures": []}',
        "frozen_at": at,
    }
    with town.store.write() as conn:
        found = conn.execute(insert(evaluations).returning(evaluations.c.id), row).scalar_one()
    return {"evaluation.read": {"evaluation": found}}
