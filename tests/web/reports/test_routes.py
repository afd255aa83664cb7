"""What a page shows is read on a page that prints, and taken along as a file."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from course.journal.journal import Event, read
from tests.web.term import a_term

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town


def taken(visitor: Visitor, path: str) -> list[dict[str, str]]:
    """The rows of the CSV that a page offers."""
    answer = visitor.post(path, {"format": "csv"})
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]
    return list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize(
    ("who", "path"),
    [("as_director", "/reports/school"), ("as_director", "/reports/staff"), ("as_officer", "/reports/board")],
)
def test_every_report_is_a_page_a_workbook_and_csv_and_the_journal_tells_of_the_files(
    visitor: Visitor, store: Store, who: str, path: str
) -> None:
    getattr(visitor, who)()
    words = visitor.page(path).words
    assert "Wat er is geteld" in words
    assert taken(visitor, path)
    book = visitor.post(path, {"format": "xlsx"})
    assert book.mimetype.endswith("spreadsheetml.sheet")
    assert ZipFile(io.BytesIO(book.get_data())).testzip() is None
    told = [one.detail for one in read(store) if one.event is Event.EXPORTED]
    assert told == [f"report-{path.rsplit('/', 1)[1]}"] * 2


def test_the_number_on_the_directors_page_is_the_number_in_the_file(
    visitor: Visitor, town: Town, store: Store
) -> None:
    a_term(store, town.our_group, done=6, busy=2)
    visitor.as_director()
    text = visitor.get("/director/").text
    row = text[text.index(f'href="/director/groups/{town.our_group.id}"') :]
    shown = int(re.findall(r"<b>(\d+)</b>", row[: row.index("</tr>")])[0])
    found = next(one for one in taken(visitor, "/reports/school") if one["Groep"] == "7B")
    assert (shown, found["Klaar"], found["Van hoeveel"]) == (6, "6", "10")
    assert "6 van 10" in visitor.page("/reports/school").words


def test_a_teacher_takes_the_own_group_along_and_no_other(visitor: Visitor, town: Town) -> None:
    visitor.as_teacher()
    found = taken(visitor, f"/reports/groups/{town.our_group.id}")
    assert {one["Naam"] for one in found} == {"Aya", "Bram"}
    for other in (town.next_group, town.their_group):
        assert visitor.get(f"/reports/groups/{other.id}").status_code == 404
        assert visitor.post(f"/reports/groups/{other.id}", {"format": "csv"}).status_code == 404


def test_who_has_been_in_for_a_while_shows_a_secret_before_a_file_goes(
    visitor: Visitor, town: Town, store: Store
) -> None:
    visitor.as_teacher()
    visitor.clock.passes(minutes=30)
    answer = visitor.post(f"/reports/groups/{town.our_group.id}", {"format": "csv"})
    assert answer.status_code == 401
    assert "Aya" not in answer.text
    assert not [one for one in read(store) if one.event is Event.EXPORTED]


def test_the_page_leads_to_its_report(visitor: Visitor, town: Town) -> None:
    assert "/reports/school" in visitor.as_director().page("/director/").addresses
    assert "/reports/staff" in visitor.page("/director/staff").addresses
    assert "/reports/board" in visitor.as_officer().page("/board/").addresses
    group = town.our_group.id
    assert f"/reports/groups/{group}" in visitor.as_teacher().page(f"/teacher/groups/{group}").addresses


def test_a_year_that_is_over_is_read_back_printed_and_taken_along(
    visitor: Visitor, town: Town, store: Store
) -> None:
    a_term(store, town.our_group, done=6, busy=2)
    visitor.clock.passes(days=300)
    page = visitor.as_director().page("/director/years/2026")
    assert "6 van 10" in page.words
    assert "Hier verandert niets meer" in page.words
    assert "/director/years/2026" in visitor.page("/director/trend").addresses
    assert "Zoals het was op" not in visitor.page("/reports/years/2026").words
    row = next(one for one in taken(visitor, "/reports/years/2026") if one["Groep"] == "7B")
    assert (row["Klaar"], row["Van hoeveel"]) == ("6", "10")
    visitor.as_officer()
    ours = f"schools/{town.ours.id}/years/2026"
    assert "7B" not in visitor.page(f"/board/{ours}").words
    assert f"/board/{ours}" in visitor.page("/board/trend").addresses
    assert {one["Groep"] for one in taken(visitor, f"/reports/{ours}")} == {"Alle groepen", "Team"}
