"""The doors of requests about one's own data."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.privacy.tables import privacy_requests

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.web.town import Town

TABLE = """
    admin.invite_by_mail     POST     - - - - - - a admin.person
    admin.test_mail          POST     - - - - - - a admin.settings
    admin.sign_on            GET      - - - - - - a
    admin.provider           GET      - - - - - - a
    admin.add_provider       POST     - - - - - - a admin.sign_on
    admin.change_provider    POST     - - - - - - a admin.sign_on
    admin.remove_provider    POST     - - - - - - a admin.sign_on
    admin.set_board_retention POST    - - - - - - a admin.settings
    admin.unlink             POST     - - - - - - a admin.person
    admin.requests           GET      - - - - - - a
    admin.ask                POST     - - - - - - a admin.person
    admin.answer             POST     - - - - - - a admin.requests
    admin.export_person      POST     - - - - - - a admin.requests
    admin.erase_person       POST     - - - - - - a admin.requests
    admin.retention          GET      - - - - - - a
    admin.set_retention      POST     - - - - - - a
    admin.records            GET      - - - - - - a
    admin.keep_record_store  POST     - - - - - - a
    admin.documents          GET      - - - - - - a
    admin.document           GET      - - - - - - a
    account.known            GET      - p t c d o a
"""
VALUES = {"form": "docx", "document": "dpia"}
"""What stands for a document that is taken along."""


def asked(town: Town) -> Mapping[str, Mapping[str, object]]:
    """Requests of a pupil whom no other door needs, and which of them stands for the form of each."""
    kinds = {"admin.export_person": "access", "admin.erase_person": "erasure", "admin.answer": "correction"}
    row = {
        "board_id": town.board_id,
        "school_id": town.ours.id,
        "person_id": town.next_pupil,
        "asked_on": date(2026, 11, 20),
        "due_on": date(2026, 12, 20),
    }
    with town.store.write() as conn:
        made = insert(privacy_requests).returning(privacy_requests.c.id)
        return {
            name: {"request_id": conn.execute(made, row | {"kind": kind}).scalar_one()}
            for name, kind in kinds.items()
        }
