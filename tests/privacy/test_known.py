"""What is known of a person is all there is: every table that speaks of people stands in the export."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import String, func, select

import web.app  # noqa: F401 - declares the tables of every package that the program has
from course.enrolment.people import erase_person
from course.errors import NotFound
from course.journal.journal import Origin
from course.privacy.known import known_of
from course.store.metadata import metadata
from tests import builders
from tests.privacy.everything import fill, marker, points_at_people

if TYPE_CHECKING:
    from course.store.store import Store

SECRETS = {
    "credentials/secret_hash",
    "invitations/token_hash",
    "sign_ins/token_hash",
    "public_links/token",
    "runs/sign_in",
    "later_answers/sign_in",
    "letters/stop_token",
}
OF_OTHERS = {
    "protocol_versions/text",
    "drafts/start",
    "roster_imports/roster",
    "roster_imports/problems",
    "roster_imports/fingerprint",
}
KEPT_BY_NUMBER = {"journal", "privacy_requests"}


def test_every_table_that_speaks_of_people_stands_in_the_export(store: Store) -> None:
    with store.write() as conn:
        person = fill(conn)
        known = known_of(conn, person, builders.NOW).plain()
    text = json.dumps(known)
    speaking = {table.name for table in metadata.tables.values() if points_at_people(table)}
    assert speaking | {"persons", "marks"} == set(known["tables"])
    for name in speaking:
        for column in metadata.tables[name].c:
            told = marker(column)
            short = isinstance(column.type, String) and (column.type.length or 999) < len(told)
            if not isinstance(column.type, String) or short or column.foreign_keys:
                continue
            is_hidden = told in SECRETS | OF_OTHERS or "hash" in column.name or "sealed" in column.name
            assert (told in text) is not (is_hidden or "credential" in column.name), told


def test_no_secret_and_nobody_elses_words_stand_in_it(store: Store) -> None:
    with store.write() as conn:
        text = json.dumps(known_of(conn, fill(conn), builders.NOW).plain())
    assert [one for one in SECRETS | OF_OTHERS if one in text] == []


def test_another_person_stands_nowhere_in_it(store: Store) -> None:
    group = builders.a_group(store)
    aya, bram = (builders.a_pupil(store, group, name) for name in ("Aya", "Bram"))
    with store.read() as conn:
        known = known_of(conn, aya, builders.NOW)
    text = json.dumps(known.plain())
    assert "Aya" in text
    assert "Bram" not in text
    assert known.person_id != bram
    groups = next(one for one in known.tables if one.name == "memberships")
    assert [row["group"] for row in groups.rows] == [group.name]


def test_an_erasure_leaves_a_person_in_no_table_but_those_that_outlive_people(store: Store) -> None:
    with store.write() as conn:
        person = fill(conn)
        erase_person(conn, person, Origin(builders.NOW))
    left = set()
    with store.read() as conn:
        for table in metadata.tables.values():
            for name in points_at_people(table):
                count = select(func.count()).select_from(table).where(table.c[name] == person)
                if conn.execute(count).scalar_one():
                    left.add(table.name)
        with pytest.raises(NotFound):
            known_of(conn, person, builders.NOW)
    assert left == KEPT_BY_NUMBER
