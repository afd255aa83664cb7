"""The doors of goals and of the logbook: who may come in, and what a form there would send."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.goals.tables import channels, evidence, evidence_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.web.town import Town

TABLE = """
    goals.goal               GET      - - t - d - -
    goals.goals              GET      - - t - d - -
    goals.note               POST     - - t - d - - goals.goal
    goals.withdraw           POST     - - t - d - - goals.goals
    goals.restore            POST     - - t - d - - goals.goals
    goals.file               GET      - - t - d - -
    goals.core_goals         GET      - - t - d - -
    goals.region             POST     - - - - d - - goals.goals
    goals.log                GET      - - t - d - -
    goals.log_it             POST     - - t - d - - goals.log
    goals.confirm            POST     - - - - d - - goals.log
    goals.ask                POST     - - - - d - - goals.log
    goals.reply              POST     - - t - d - - goals.log
    goals.team_talk          GET      - - - - d - -
    goals.tell               POST     - - - - d - -
    goals.show               GET      - - - - d - -
    goals.show_of_school     GET      - - - - - o -
    goals.shows              GET      - - - - - o -
    goals.channels           GET      - - t - d - -
    goals.add                POST     - - t - d - - goals.channels
    goals.close              POST     - - t - d - - goals.channels
    goals.open_again         POST     - - t - d - - goals.channels
"""
FORMS: dict[str, dict[str, object]] = {
    "goals.region": {"region": "zuid"},
    "goals.log_it": {"purpose": "profile", "happened_on": "2026-11-19", "words": "Open dag."},
    "goals.tell": {"happened_on": "2026-11-19", "people": "12", "words": "We beginnen klein."},
    "goals.ask": {"words": "Waar?"},
    "goals.reply": {"words": "Op de klaspagina."},
    "goals.add": {"name": "Weblog", "kind": "weblog", "is_public": "public", "for_whom": "everybody"},
}

ADDED = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)


def made(town: Town) -> dict[str, Mapping[str, object]]:
    """A channel of our school and an entry of which its director asked something, by the endpoints that ask for them."""
    row = {
        "school_id": town.ours.id,
        "name": "Klaspagina",
        "kind": "class-page",
        "is_public": False,
        "for_whom": "parents",
        "kept_by": town.teacher.id,
        "added_at": ADDED,
    }
    with town.store.write() as conn:
        channel = conn.execute(insert(channels).returning(channels.c.id), row).scalar_one()
        asked = {
            "school_id": town.ours.id,
            "goal": "",
            "school_year": 2026,
            "group_id": town.our_group.id,
            "noted_by": town.teacher.id,
            "happened_on": ADDED.date(),
            "words": "De klaspagina.",
            "noted_at": ADDED,
            "asked": "Waar is het te vinden?",
        }
        entry = conn.execute(insert(evidence).returning(evidence.c.id), asked).scalar_one()
        file = {
            "evidence_id": entry,
            "school_id": town.ours.id,
            "added_by": town.teacher.id,
            "added_at": ADDED,
        }
        file |= {"name": "Brief.txt", "kind": "txt", "size": 5, "content": b"Dag.\n"}
        conn.execute(insert(evidence_files), file)
    by_channel, by_entry = {"channel_id": channel}, {"evidence": entry}
    return {
        "goals.close": by_channel,
        "goals.open_again": by_channel,
        "goals.confirm": by_entry,
        "goals.ask": by_entry,
        "goals.reply": by_entry,
        "goals.file": by_entry,
    }
