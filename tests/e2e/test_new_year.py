"""An administrator reads in the official example, begins the next school year, and erases a pupil."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from sqlalchemy import select, update

from course.calendar import school_day, school_year
from course.people.tables import groups, memberships, persons
from tests import builders
from tests.rosters.test_edexml import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.e2e.live import Live
    from tests.e2e.steps import Steps


def reads_in(page: Page, file: Path) -> None:
    """Choose a file, look, and say yes."""
    page.locator("input[type=file]").set_input_files(file)
    page.locator("form:has(input[type=file]) button.primary").click()
    page.locator("#preview button.primary").click()
    page.wait_for_url("**/roster/done")


def erases(page: Page, pupil: int | None, today: date) -> None:
    """Write the request down, and do what it asks."""
    page.goto(f"/admin/people/{pupil}")
    request = page.locator(f"form[action='/admin/people/{pupil}/requests']")
    request.locator("[name=kind]").select_option("erasure")
    request.locator("[name=asked_on]").fill(today.isoformat())
    request.locator("button").click()
    page.goto("/admin/requests")
    page.locator("[popovertarget^='erase-']").first.click()
    page.locator("form[action$='/erase'] button").click()


def test_an_administrator_imports_rolls_the_year_over_and_erases_a_pupil(
    live: Live, visit: Callable[..., Steps], tmp_path: Path
) -> None:
    """A year passes in between: the groups that the file made are then those of the year before."""
    today = school_day(datetime.now(UTC))
    year = school_year(today)
    file = tmp_path / "edexml.xml"
    file.write_bytes(EXAMPLE.replace(b"2014-2015", f"{year}-{year + 1}".encode()))
    school = builders.a_school(live.store, live.ours.board_id, name="De Ligplaats")
    page = (
        visit(builders.an_administrator(live.store, school).id)
        .goto(f"/admin/schools/{school.id}/roster")
        .page
    )
    reads_in(page, file)
    with live.store.write() as conn:
        conn.execute(update(groups).where(groups.c.school_id == school.id).values(school_year=year - 1))
    page.goto(f"/admin/schools/{school.id}/year")
    lines = page.locator("#rollover input[name^='to-']")
    assert lines.count() > 0
    lines.first.fill("Verder")
    page.locator("button[value=look]").click()
    page.locator("button[value=confirm]").click()
    expect(page.locator("#rollover button[value=undo]")).to_be_visible()
    with live.store.read() as conn:
        pupil = (
            conn.execute(
                select(persons.c.id)
                .join(memberships, memberships.c.person_id == persons.c.id)
                .join(groups, groups.c.id == memberships.c.group_id)
                .where(
                    groups.c.school_id == school.id, groups.c.name == "Verder", groups.c.school_year == year
                )
            )
            .scalars()
            .first()
        )
    erases(page, pupil, today)
    page.wait_for_load_state()
    assert page.goto(f"/admin/people/{pupil}").status == 404
