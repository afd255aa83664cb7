"""What an administrator comes for: a school's pupils and staff out of a file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from course.calendar import school_day, school_year
from tests import builders
from tests.e2e.test_pages import audit
from tests.rosters.test_edexml import EXAMPLE

if TYPE_CHECKING:
    from pathlib import Path


def test_an_administrator_imports_the_official_example_of_edexml(live, visit, tmp_path: Path):
    year = school_year(school_day(datetime.now(UTC)))
    file = tmp_path / "edexml.xml"
    file.write_bytes(EXAMPLE.replace(b"2014-2015", f"{year}-{year + 1}".encode()))
    school = builders.a_school(live.store, live.ours.board_id, name="De Kade")
    problems: list[str] = []
    steps = visit(builders.an_administrator(live.store, school).id, bypass_csp=True).goto("/")
    page = steps.page
    page.get_by_role("link", name="Inlezen uit een bestand").click()
    page.get_by_label("Het bestand").set_input_files(file)
    page.get_by_role("button", name="Laat zien wat er verandert").click()
    expect(page.locator("#preview")).to_contain_text("Gradje")
    audit(steps, "preview", problems)
    page.get_by_role("button", name="Ja, voer het zo door").click()
    page.wait_for_url("**/roster/done")
    audit(steps, "done", problems)
    page.get_by_role("link", name="Naar de school").click()
    expect(page.locator("#groups + .table-wrap")).to_contain_text("4B")
    audit(steps, "school", problems)
    assert problems == []


def test_columns_of_a_csv_file_are_named_without_choosing_it_again(live, visit, tmp_path: Path):
    file = tmp_path / "klas.csv"
    file.write_text("Stamnr;Naam kind;Klas;BSN\n1;Noor Dam;2B;123456782\n", encoding="utf-8")
    school = builders.a_school(live.store, live.ours.board_id, name="De Steiger")
    page = (
        visit(builders.an_administrator(live.store, school).id)
        .goto(f"/admin/schools/{school.id}/roster")
        .page
    )
    page.get_by_label("Het bestand").set_input_files(file)
    page.get_by_role("button", name="Laat zien wat er verandert").click()
    page.get_by_label("Naam kind").select_option("name")
    expect(page.get_by_label("BSN")).to_have_value("")
    page.get_by_role("button", name="Laat zien wat er verandert").click()
    expect(page.locator("#preview")).to_contain_text("Noor (2B)")
