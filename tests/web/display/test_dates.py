"""Moments are told on the school's own clock, however far from UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from flask_babel import force_locale

from web.display.dates import TimeFormatter, day_words, minutes_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

MIDNIGHT = datetime(2026, 11, 19, 23, 0, tzinfo=UTC)
"""In the Netherlands, where it is an hour later."""
NOW = MIDNIGHT + timedelta(hours=9, minutes=30)


@pytest.fixture(autouse=True)
def _english(app: Flask) -> Iterator[None]:
    with app.test_request_context("/"):
        from flask import session

        session["locale"] = "en"
        yield


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NOW, "today, 09:30"),
        (MIDNIGHT, "today, 00:00"),
        (MIDNIGHT - timedelta(minutes=1), "yesterday"),
        (MIDNIGHT - timedelta(days=1, minutes=1), "18 Nov"),
        (None, ""),
    ],
)
def test_a_moment_is_told_from_the_reader(moment: datetime | None, words: str) -> None:
    assert TimeFormatter(NOW).when(moment) == words


def test_a_door_is_open_until_a_time_or_a_day() -> None:
    assert TimeFormatter(NOW).until(NOW + timedelta(minutes=90)) == "11:00"
    assert TimeFormatter(NOW).until(MIDNIGHT + timedelta(days=2)) == "22 Nov 00:00"


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (1, 1), (60, 1), (61, 2), (-5, 0)])
def test_an_open_door_never_has_no_minutes_left(seconds: int, minutes: int) -> None:
    assert minutes_until(NOW + timedelta(seconds=seconds), NOW) == minutes


def test_a_day_is_told_in_full_in_the_language_of_who_reads() -> None:
    day = date(2026, 12, 1)
    assert day_words(day) == day_words(day) == "1 December 2026"
    with force_locale("nl"):
        assert day_words(day) == "1 december 2026"
