"""An administrator writes requests down, gives an export, erases, and sees until when each is to be answered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.web.page import Page

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


def ask(visitor: Visitor, kind: str) -> None:
    town = visitor.town
    page = visitor.as_administrator().page(f"/admin/people/{town.pupil}")
    form = page.form(f"/people/{town.pupil}/requests")
    assert visitor.post(form.action, {"kind": kind, "asked_on": "2026-11-20"}).status_code == 303


def test_an_export_is_a_page_to_print_or_a_file(visitor: Visitor) -> None:
    ask(visitor, "access")
    page = visitor.page("/admin/requests")
    assert "20 december 2026" in page.words
    form = next(one for one in page.forms if one.action.endswith("/export"))
    printed = Page(visitor.post(form.action, {"format": "page"}).text)
    assert "Aya" in printed.words
    assert "Plaatjes" not in printed.words
    answer = visitor.post(form.action, {"format": "file"})
    assert json.loads(answer.data)["name"] == "Aya"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Cache-Control"] == "no-store, private"


def test_an_erasure_is_asked_once_more_and_then_done(visitor: Visitor) -> None:
    ask(visitor, "erasure")
    form = next(one for one in visitor.page("/admin/requests").forms if one.action.endswith("/erase"))
    assert visitor.post(form.action, {}).status_code == 303
    assert "Er staat geen verzoek open" in visitor.page("/admin/requests").words
    assert visitor.get(f"/admin/people/{visitor.town.pupil}").status_code == 404


def test_a_request_without_a_kind_or_a_day_is_told_off(visitor: Visitor) -> None:
    path = f"/admin/people/{visitor.as_administrator().town.pupil}/requests"
    for data in ({"kind": "none", "asked_on": "2026-11-20"}, {"kind": "access", "asked_on": "morgen"}):
        assert visitor.post(path, data).status_code == 303
    assert "Er staat geen verzoek open" in visitor.page("/admin/requests").words
