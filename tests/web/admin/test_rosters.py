"""A roster comes in through the browser: chosen, looked at, confirmed; nothing that isn't needed is kept of it."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select, text

from course.people.tables import persons
from course.rosters.tables import roster_imports
from tests.rosters.test_edexml import SAMPLES
from tests.web.page import Page

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from course.store.store import Store
    from tests.web.conftest import Visitor

BSN = "136791346"


def edexml(*pupils: str) -> str:
    told = "".join(
        f"<leerling key='{number}'><roepnaam>{name}</roepnaam><groep key='a'/><bsn>{BSN}</bsn></leerling>"
        for number, name in enumerate(pupils)
    )
    return (
        "<EDEX><school><schooljaar>2026-2027</schooljaar></school><groepen><groep key='a'><naam>Groep 7</naam>"
        f"<jaargroep>7</jaargroep></groep></groepen><leerlingen>{told}</leerlingen></EDEX>"
    )


def send(visitor: Visitor, content: str | bytes, *, hx: bool = False, **words: str) -> TestResponse:
    raw = content if isinstance(content, bytes) else content.encode()
    url = f"/admin/schools/{visitor.town.ours.id}/roster"
    data = {"file": (io.BytesIO(raw), "roster"), **words}
    headers = {"HX-Request": "true"} if hx else {}
    return visitor.client.post(url, data=data, content_type="multipart/form-data", headers=headers)


def count(store: Store, table: object) -> int:
    with store.read() as conn:
        return conn.execute(select(func.count()).select_from(table)).scalar_one()


def test_a_file_is_shown_first_and_written_after_the_yes(visitor: Visitor, store: Store) -> None:
    visitor.as_administrator()
    before = count(store, persons)
    answer = send(visitor, edexml("Noor", "Sam"))
    assert answer.status_code == 303
    preview = visitor.page(answer.location)
    assert "Noor (Groep 7)" in preview.words
    assert count(store, persons) == before
    form = preview.form(answer.location)
    done = visitor.post(answer.location, dict(form.fields))
    assert done.location.endswith("/roster/done")
    assert count(store, persons) == before + 2
    again = visitor.page(send(visitor, edexml("Noor", "Sam")).location)
    assert not again.has_form(answer.location)


def test_a_school_that_changed_meanwhile_is_shown_again(visitor: Visitor, store: Store) -> None:
    visitor.as_administrator()
    url = send(visitor, edexml("Noor")).location
    fields = dict(visitor.page(url).form(url).fields)
    first = send(visitor, edexml("Noor", "Sam")).location
    visitor.post(first, dict(visitor.page(first).form(first).fields))
    answer = visitor.post(url, fields)
    assert answer.status_code == 409
    assert Page(answer.text).form(url).value("fingerprint") != fields["fingerprint"]


def test_what_keeps_a_file_out_is_told_by_line(visitor: Visitor, hx: bool) -> None:
    visitor.as_administrator()
    answer = send(
        visitor, edexml("Noor").replace("<roepnaam>", "\n<robot>").replace("</roep", "</rob"), hx=hx
    )
    assert answer.status_code == 422
    answer = send(visitor, edexml("Noor").replace("<roepnaam>Noor</roepnaam>", "\n<robot/>"), hx=hx)
    assert answer.status_code == 422
    assert "2" in Page(answer.text).words
    assert visitor.post(f"/admin/schools/{visitor.town.ours.id}/roster").status_code == 422


def test_a_file_that_takes_most_pupils_out_wants_an_extra_yes(visitor: Visitor) -> None:
    visitor.as_administrator()
    url = send(visitor, edexml(*(f"Kind {number}" for number in range(12)))).location
    visitor.post(url, dict(visitor.page(url).form(url).fields))
    url = send(visitor, edexml("Kind 0")).location
    fields = dict(visitor.page(url).form(url).fields)
    assert visitor.post(url, fields).status_code == 422
    assert visitor.post(url, {**fields, "sure": "1"}).status_code == 303


CSV = "Stamnr;Naam kind;Klas;BSN;Leerjaar\r\n1;Noor Dam;2B;136791346;2\r\n2;Sam de Boer;2B;136791346;2\r\n"
SAID = {
    "column-0": "key",
    "column-1": "name",
    "column-2": "group",
    "column-3": "",
    "column-4": "year-of-secondary",
}


def test_columns_of_a_csv_file_are_named_once_and_remembered(visitor: Visitor, store: Store) -> None:
    visitor.as_administrator()
    asked = send(visitor, CSV)
    assert asked.status_code == 200
    form = Page(asked.text).form("/roster")
    mark = form.value("header")
    assert form.value("file") == ""
    lacking = send(visitor, CSV, header=mark, **{**SAID, "column-1": ""})
    assert lacking.status_code == 200
    answer = send(visitor, CSV, header=mark, **SAID)
    assert answer.status_code == 303
    assert "Noor (2B)" in visitor.page(answer.location).words
    assert send(visitor, CSV).status_code == 303, "remembered"
    assert send(visitor, CSV, again="1").status_code == 200
    assert send(visitor, CSV.replace("Klas", "Groepje")).status_code == 200, "a column of another name"
    with store.read() as conn:
        kept = [tuple(row) for row in conn.execute(select(roster_imports))]
    assert kept
    assert BSN not in str(kept)


def test_a_file_that_is_not_wanted_is_let_go(visitor: Visitor, store: Store) -> None:
    visitor.as_administrator()
    url = send(visitor, edexml("Noor")).location
    assert visitor.post(f"{url}/drop").status_code == 303
    assert count(store, roster_imports) == 0
    assert visitor.get(url).status_code == 303, "back to where one chooses a file"


def test_a_neighbours_school_is_not_there(visitor: Visitor) -> None:
    visitor.as_administrator()
    theirs = visitor.town.theirs.id
    for path in ("", "/roster", "/roster/1", "/roster/1/progress", "/roster/done"):
        assert visitor.get(f"/admin/schools/{theirs}{path}").status_code == 404, path
    assert visitor.post(f"/admin/schools/{theirs}/roster/1/drop").status_code == 404


def test_the_example_can_be_downloaded_and_chosen_as_it_is(visitor: Visitor) -> None:
    visitor.as_administrator()
    example = visitor.get("/admin/roster-template.csv").data
    mark = Page(send(visitor, example).text).form("/roster").value("header")
    names = ("key", "given", "particle", "surname", "group", "year-group", "role", "email")
    said = {f"column-{at}": name for at, name in enumerate(names)}
    assert send(visitor, example, header=mark, **said).status_code == 303


@pytest.mark.parametrize("version", ["2.0", "2.1"])
def test_nothing_of_the_official_example_that_is_not_needed_is_kept(
    visitor: Visitor, store: Store, version: str
) -> None:
    raw = (SAMPLES / f"EDEXML.Voorbeeld.{version}.xml").read_text(encoding="utf-8")
    visitor.as_administrator()
    answer = send(visitor, raw.replace("2014-2015", "2026-2027"))
    words = visitor.get(answer.location).text if answer.status_code == 303 else answer.text
    with store.read() as conn:
        tables = ("roster_imports", "persons", "external_keys", "journal")
        kept = str([tuple(row) for name in tables for row in conn.execute(text(f"SELECT * FROM {name}"))])
    secret = re.findall(r"<(?:bsn|geboortedatum|straatnaam|postcodenl)>([^<]+)<", raw)
    assert secret
    for part in secret:
        assert part not in kept
        assert part not in words
    assert answer.status_code == 303
