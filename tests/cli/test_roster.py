"""`deelwijs roster` shows what a file would change, and writes it when told to."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli.main import main
from course.calendar import school_day, school_year
from course.rosters.csv_columns import template
from course.store.store import Store
from tests import builders

if TYPE_CHECKING:
    from pathlib import Path

YEAR = school_year(school_day(datetime.now(UTC)))
FILE = (
    f"<EDEX><school><schooljaar>{YEAR}-{YEAR + 1}</schooljaar></school><groepen><groep key='a'><naam>Groep 7</naam>"
    "<jaargroep>7</jaargroep></groep></groepen><leerlingen><leerling key='1'><roepnaam>Noor</roepnaam>"
    "<groep key='a'/></leerling></leerlingen></EDEX>"
)


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'school.db'}"
    store = Store.open(address)
    store.migrate()
    builders.a_school(store, name="De Regenjas")
    store.close()
    return address


def run(tmp_path: Path, url: str, content: str, *options: str) -> tuple[int, str]:
    file = tmp_path / "roster.xml"
    file.write_text(content)
    command = ["roster", str(file), "--school", "de regenjas", "--database", url, "--lang", "en", *options]
    result = CliRunner().invoke(main, command)
    return result.exit_code, result.output


def test_a_preview_writes_nothing_and_the_yes_does(tmp_path: Path, url: str) -> None:
    for _ in range(2):
        code, told = run(tmp_path, url, FILE)
        assert code == 0
        assert "new  1" in told
        assert "Nothing is written yet" in told
    assert "Written." in run(tmp_path, url, FILE, "--confirm")[1]
    assert "the same  1" in run(tmp_path, url, FILE)[1]


def test_what_has_to_be_looked_at_twice_is_not_written_without_a_second_yes(tmp_path: Path, url: str) -> None:
    pupils = "".join(
        f"<leerling key='{one}'><roepnaam>Noor {one}</roepnaam><groep key='a'/></leerling>"
        for one in range(2, 9)
    )
    whole = FILE.replace("<leerlingen>", f"<leerlingen>{pupils}")
    assert run(tmp_path, url, whole, "--confirm")[0] == 0
    code, told = run(tmp_path, url, FILE, "--confirm")
    assert code == 1
    assert "7 pupils would be taken out, more than stay." in told
    assert "--confirm --sure" in told
    machine = json.loads(run(tmp_path, url, FILE, "--json")[1])
    assert (len(machine["twice"]), machine["written"]) == (1, False)
    assert "gone  7" in run(tmp_path, url, FILE, "--confirm", "--sure")[1]
    assert "the same  1" in run(tmp_path, url, FILE)[1]


def test_a_template_is_written_to_fill_in(tmp_path: Path, url: str) -> None:
    file = tmp_path / "template.csv"
    words = ["roster", "--template", str(file), "--database", url]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert file.read_bytes() == template()
    assert CliRunner().invoke(main, ["roster", "--database", url]).exit_code == 2


def test_it_speaks_dutch_unless_asked_otherwise(tmp_path: Path, url: str) -> None:
    _, told = run(tmp_path, url, FILE, "--lang", "nl")
    assert "nieuw  1" in told
    assert "Er is nog niets weggeschreven" in told
    _, told = run(tmp_path, url, FILE.replace("<roepnaam>Noor</roepnaam>", "\n<robot/>"), "--lang", "nl")
    assert "regel 2: fout: <robot> is niet zoals EDEXML het voorschrijft." in told


def test_machines_read_counts(tmp_path: Path, url: str) -> None:
    told = json.loads(run(tmp_path, url, FILE, "--json", "--confirm")[1])
    assert told["pupils"]["new"] == 1
    assert told["written"]


def test_a_file_that_is_kept_out_says_why_and_on_which_line(tmp_path: Path, url: str) -> None:
    broken = FILE.replace("<roepnaam>Noor</roepnaam>", "\n<robot/>")
    code, told = run(tmp_path, url, broken, "--confirm")
    assert code == 1
    assert "line 2: error" in told
    assert "Nothing was changed." in told
    assert json.loads(run(tmp_path, url, broken, "--json")[1])["problems"]


def test_a_file_of_another_year_is_kept_out(tmp_path: Path, url: str) -> None:
    assert run(tmp_path, url, FILE.replace(str(YEAR), "2014").replace(str(YEAR + 1), "2015"))[0] == 1


def test_an_unknown_school_and_an_empty_database_are_told(tmp_path: Path, url: str) -> None:
    file = tmp_path / "roster.xml"
    file.write_text(FILE)
    unknown = CliRunner().invoke(main, ["roster", str(file), "--school", "De Regenjassen", "--database", url])
    assert "De Regenjas" in unknown.output
    empty = f"sqlite:///{tmp_path / 'empty.db'}"
    assert (
        "migrate"
        in CliRunner().invoke(main, ["roster", str(file), "--school", "x", "--database", empty]).output
    )
