"""The director confirms an entry of the log, or asks back; who noted it replies, and it is to be looked at once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, update

from course.errors import Invalid, NotFound
from course.goals.entries import find_entry
from course.goals.evidence import plain
from course.goals.permissions import may_review, may_withdraw
from course.goals.tables import evidence

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.goals.pages import Evidence
    from course.people.actor import Actor
    from course.store.store import Store

MOST_ASKED = 500
"""Characters of a question, and of what is said back."""

_CHANGE = update(evidence).where(evidence.c.id == bindparam("entry", type_=Integer))


def confirm_entry(store: Store, actor: Actor, evidence_id: int, now: datetime) -> Evidence:
    """Say that an entry is as it is told; twice is once. NotFound for who doesn't lead that school."""
    with store.write() as conn:
        found = _to_review(conn, actor, evidence_id)
        if found.review.confirmed_at is None:
            changed = _CHANGE.values(confirmed_at=now, reviewed_by=actor.person_id)
            conn.execute(changed, {"entry": evidence_id})
    return found


def ask_back(store: Store, actor: Actor, evidence_id: int, words: str, now: datetime) -> Evidence:
    """Ask who noted an entry something about it; it is confirmed no more. Invalid under `asked` for no question."""
    said = _said(words, "asked")
    with store.write() as conn:
        found = _to_review(conn, actor, evidence_id)
        changed = _CHANGE.values(
            asked=said, asked_at=now, reply="", confirmed_at=None, reviewed_by=actor.person_id
        )
        conn.execute(changed, {"entry": evidence_id})
    return found


def reply_to(store: Store, actor: Actor, evidence_id: int, words: str) -> Evidence:
    """Say something back to what the director asked of an entry that is one's own; NotFound where nothing was asked."""
    said = _said(words, "reply")
    with store.write() as conn:
        found = find_entry(conn, evidence_id)
        if found is None or found.withdrawn_at or not found.review.asked or not may_withdraw(actor, found):
            raise NotFound("evidence", str(evidence_id))
        conn.execute(_CHANGE.values(reply=said), {"entry": evidence_id})
    return found


def _to_review(conn: Connection, actor: Actor, evidence_id: int) -> Evidence:
    found = find_entry(conn, evidence_id)
    if found is None or found.withdrawn_at or not may_review(actor, found):
        raise NotFound("evidence", str(evidence_id))
    return found


def _said(words: str, field: str) -> str:
    said = plain(words)
    if not said:
        raise Invalid(**{field: "Write a sentence first."})
    if len(said) > MOST_ASKED:
        raise Invalid(**{field: "This is too long; keep it under 500 characters."})
    return said
