"""A whole school as a file in the browser: asked, looked after, taken along, gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.journal.journal import Event, read
from tests.reports.whole.files import rows_of, sheets_of
from web.reports.makers import KEY

if TYPE_CHECKING:
    from flask import Flask

    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town


def path(town: Town) -> str:
    return f"/reports/schools/{town.ours.id}/whole"


def ready(app: Flask) -> None:
    """Wait until what was asked for is there."""
    app.extensions[KEY].wait()


@pytest.mark.parametrize(
    ("who", "has"),
    [("as_director", "Bewijs"), ("as_officer", "Doelen"), ("as_administrator", "Alle leerlingen")],
)
def test_each_takes_the_school_along_and_the_journal_tells_of_it(
    visitor: Visitor, app: Flask, town: Town, store: Store, who: str, has: str
) -> None:
    getattr(visitor, who)()
    answer = visitor.post(path(town), {"format": "xlsx"})
    assert (answer.status_code, answer.headers["Location"]) == (303, path(town))
    ready(app)
    assert "Je bestand is klaar" in visitor.page(path(town)).words
    file = visitor.post(f"{path(town)}/file")
    assert file.mimetype.endswith("spreadsheetml.sheet")
    assert int(file.headers["Content-Length"]) == len(file.get_data())
    assert "attachment" in file.headers["Content-Disposition"]
    assert "no-store" in file.headers["Cache-Control"]
    assert has in sheets_of(file.get_data())
    told = [(one.detail, one.school_id) for one in read(store) if one.event is Event.EXPORTED]
    assert told == [("school-xlsx", town.ours.id)]


def test_csv_comes_as_one_archive(visitor: Visitor, app: Flask, town: Town) -> None:
    visitor.as_director().post(path(town), {"format": "csv"})
    ready(app)
    file = visitor.post(f"{path(town)}/file")
    assert file.mimetype == "application/zip"
    assert {"groups", "evidence", "uitleg"} <= set(rows_of(file.get_data()))


def test_while_it_is_made_the_page_asks_how_far_it_is_and_sees_to_it(
    visitor: Visitor, app: Flask, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.as_director()
    with monkeypatch.context() as away:
        away.setattr("web.reports.makers.make", lambda *_: False)
        visitor.post(path(town), {"format": "csv"})
        ready(app)
        page = visitor.get(path(town)).text
        ready(app)
    assert 'hx-trigger="every 1s"' in page
    assert "Kijk hoe ver het is" in page, "without script one looks anew"
    assert visitor.post(f"{path(town)}/file").status_code == 303, "there is nothing to take yet"
    visitor.get(path(town), hx=True)
    ready(app)
    words = visitor.get(path(town), hx=True).text
    assert "Je bestand is klaar" in words
    assert "every 1s" not in words


def test_a_neighbours_school_is_not_there(visitor: Visitor, town: Town) -> None:
    other = f"/reports/schools/{town.theirs.id}/whole"
    for who in ("as_director", "as_administrator"):
        getattr(visitor, who)()
        assert visitor.get(other).status_code == 404
        for end in ("", "/file", "/drop"):
            assert visitor.post(f"{other}{end}").status_code == 404


def test_who_has_been_in_for_a_while_shows_a_secret_to_ask_and_to_take(
    visitor: Visitor, app: Flask, town: Town
) -> None:
    visitor.as_director().post(path(town), {"format": "csv"})
    ready(app)
    visitor.clock.passes(minutes=30)
    assert visitor.post(path(town), {"format": "csv"}).status_code == 401
    assert visitor.post(f"{path(town)}/file").status_code == 401


def test_thrown_away_it_is_gone_and_after_a_day_too(visitor: Visitor, app: Flask, town: Town) -> None:
    visitor.as_director().post(path(town), {"format": "csv"})
    ready(app)
    assert visitor.post(f"{path(town)}/drop").status_code == 303
    assert "Je bestand is klaar" not in visitor.page(path(town)).words
    visitor.post(path(town), {"format": "csv"})
    ready(app)
    visitor.clock.passes(hours=24)
    visitor.as_director()
    assert "Je bestand is klaar" not in visitor.page(path(town)).words


def test_the_pages_lead_to_it(visitor: Visitor, town: Town) -> None:
    assert path(town) in visitor.as_director().page("/reports/school").addresses
    assert path(town) in visitor.as_officer().page(f"/board/schools/{town.ours.id}").addresses
    assert path(town) in visitor.as_administrator().page(f"/admin/schools/{town.ours.id}").addresses
