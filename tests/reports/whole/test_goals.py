"""Goals, channels and evidence in a file are those of the pages."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from course.curriculum.model import Purpose
from course.goals import entries
from course.goals.channels import Channel, Kind, Readers, add_channel
from course.goals.entries import log_in_parts, read_log
from course.goals.evidence import note_evidence, withdraw_evidence
from course.goals.pages import Progress
from course.reports.whole.asking import Format
from course.reports.whole.goals import KINDS, PROGRESS, PURPOSES, READERS
from tests.learning.world import NOW
from tests.reports.whole.conftest import FORMULA
from tests.reports.whole.files import made, rows_of

if TYPE_CHECKING:
    import pytest

    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term
    from tests.reports.whole.conftest import Clock


def test_goals_groups_channels_and_evidence_are_told(
    store: Store, library: Library, here: Term, clock: Clock
) -> None:
    channel = Channel("De klassenapp", Kind.SCHOOL_APP, is_public=False, for_whom=Readers.PARENTS)
    add_channel(store, here.director, channel, NOW)
    gone = note_evidence(store, here.director, "streng:profiel", None, NOW.date(), "Vergissing", NOW)
    withdraw_evidence(store, here.director, gone.id, NOW)
    found = rows_of(made(store, library, here.director, here.school, Format.CSV, clock))
    assert [(one["Goal"], one["How it stands"], one["There is"], one["Asked"]) for one in found["goals"]] == [
        ("profiel", "Met, after the date", "1", "1"),
        ("ouders", "There is time", "1", "2"),
        ("groepen", "There is time", "0", "2"),
    ]
    assert [
        (one["Group"], one["Does its part"], one["How often"])
        for one in found["goals-by-group"]
        if one["Goal"] == "ouders"
    ] == [("7B", "yes", "1"), ("8B", "no", "0")]
    assert [one["Channel"] for one in found["channels"]] == ["De klassenapp"]
    assert [(one["Group"], one["What happened"], one["Noted by"]) for one in found["evidence"]] == [
        ("7B", "Brief", "An"),
        ("The whole school", f"'{FORMULA}", "An"),
    ]


def test_a_log_in_parts_is_the_log(store: Store, here: Term, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "_NEXT", entries._NEXT.limit(2))
    for number in range(5):
        day = NOW.date() - timedelta(days=number // 2)
        note_evidence(store, here.director, "streng:profiel", None, day, f"Dag {number}", NOW)
    parts = list(log_in_parts(store, here.school, 2026))
    assert [len(one) for one in parts] == [2, 2, 2, 1]
    with store.read() as conn:
        assert tuple(one for part in parts for one in part) == read_log(conn, here.school, 2026)


def test_there_are_words_for_everything() -> None:
    assert set(PROGRESS) == set(Progress)
    assert set(PURPOSES) == set(Purpose)
    assert (set(KINDS), set(READERS)) == (set(Kind), set(Readers))
