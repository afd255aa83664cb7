"""Files are made beside the requests, and one file by one thread."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

from course.errors import Unavailable
from web.reports import makers as module
from web.reports.makers import Makers

if TYPE_CHECKING:
    from datetime import datetime

    import pytest


class AnExport:
    """Enough of an export to be made."""

    id = 7


def clock() -> datetime:
    raise AssertionError("nobody asks")


def test_one_file_is_made_by_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    go, made = Event(), list[Any]()

    def make(*these: object) -> bool:
        go.wait(10)
        made.append(these[1])
        return True

    monkeypatch.setattr(module, "make", make)
    makers: Any = Makers()
    makers.begin("store", AnExport, "reader", clock)
    makers.begin("store", AnExport, "reader", clock)
    go.set()
    makers.wait()
    assert made == [AnExport]
    makers.begin("store", AnExport, "reader", clock)
    makers.wait()
    assert made == [AnExport, AnExport]


def test_a_database_that_is_away_is_told_in_the_log_and_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def make(*_these: object) -> bool:
        raise Unavailable("away")

    monkeypatch.setattr(module, "make", make)
    makers: Any = Makers()
    makers.begin("store", AnExport, "reader", clock)
    makers.wait()
    assert "Unavailable" in caplog.text
