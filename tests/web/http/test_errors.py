"""Trouble on our side is kind to the reader, and tells who runs the program what it was but not whom it hit."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from course.errors import Clash, NotFound, Refused, Unavailable
from course.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Nobody comes in here, so the store is asked nothing, and one database is enough."""
    opened = Store.open(f"sqlite:///{tmp_path / 'empty.db'}")
    yield opened
    opened.close()


@pytest.fixture
def broken(guarded: Flask, monkeypatch: pytest.MonkeyPatch, error: Exception) -> FlaskClient:
    """The application with a front door that raises `error`, for the cause that a database would give."""

    def breaks() -> None:
        raise error from ValueError("Key (email)=(jo@school.example) already exists")

    monkeypatch.setattr("web.sign_in.routes._has_begun", lambda: True)
    monkeypatch.setattr("web.sign_in.routes.CodeForm", breaks)
    return guarded.test_client()


@pytest.mark.parametrize(("error", "status"), [(Clash("jo@school.example"), 409), (Unavailable("jo"), 503)])
def test_trouble_of_the_store_is_logged_by_its_kind_and_place_without_anybodys_data(
    broken: FlaskClient, caplog: pytest.LogCaptureFixture, error: Exception, status: int
) -> None:
    with caplog.at_level(logging.ERROR):
        assert broken.get("/").status_code == status
    assert f"{type(error).__name__} at sign_in.front, by ValueError" in caplog.text
    assert "jo" not in caplog.text


@pytest.mark.parametrize("error", [NotFound("lesson", "x")])
def test_what_is_only_not_there_is_not_logged(broken: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        assert broken.get("/").status_code == 404
    assert caplog.text == ""


@pytest.mark.parametrize("error", [Refused("jo@school.example")])
def test_who_is_refused_is_logged_by_place_and_number(
    broken: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert broken.get("/").status_code == 403
    assert "refused at sign_in.front, to person None" in caplog.text
    assert "jo" not in caplog.text


@pytest.mark.parametrize("error", [Unavailable("busy")])
def test_a_busy_moment_says_when_to_try_again(broken: FlaskClient) -> None:
    assert int(broken.get("/").headers["Retry-After"]) > 0


def test_a_wrong_way_of_asking_names_the_right_ones(guarded: Flask) -> None:
    answer = guarded.test_client().put("/sign-out")
    assert answer.status_code == 405
    assert answer.allow.as_set() == {"options", "post"}
