"""Somebody who is signed in, as plain data: for what depends on who reads, and on no database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from course.people.actor import Actor
from course.people.roles import Role

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


def an_actor(
    role: Role = Role.PUPIL, *, protocol: str = "kom-leren", locale: str = "nl", year_group: str | None = None
) -> Actor:
    """A person at a school with this protocol; a pupil without a year sees every pupil's module."""
    return Actor(
        person_id=1,
        role_id=1,
        role=role,
        name="Sem",
        board_id=1,
        board_name="Bestuur",
        school_id=1,
        school_name="De Eik",
        protocol=protocol,
        group_ids=(),
        year_group=year_group,
        locale=locale,
        sign_in="0" * 64,
        expires_at=NOW + timedelta(hours=8),
        seen_at=NOW,
        today=NOW.date(),
    )
