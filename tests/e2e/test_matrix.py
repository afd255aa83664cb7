"""A director of thirty groups and seventeen modules sees all of it one screen wide, on any screen and on paper."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from pypdf import PdfReader

from tests import builders
from tests.e2e.live import let_in
from tests.e2e.many import FOR_PUPILS, LETTERS, YEARS, serving_many

SCREENS = ((1280, 800), (1024, 768), (390, 844))
GROUPS = len(YEARS) * len(LETTERS)
TARGET = 44
WIDTHS = """[document.documentElement.scrollWidth, document.documentElement.clientWidth,
    document.querySelector(".dense").getBoundingClientRect().right]"""
HEADS = """[...document.querySelectorAll(".dense thead th")].map(one => one.getBoundingClientRect())
    .filter(one => one.top < 0 || one.bottom > innerHeight || one.left < 0 || one.right > innerWidth).length"""


def test_all_groups_and_modules_fit_one_screens_width_and_their_names_stay_in_sight(tmp_path, browser):
    for url, store, school in serving_many(tmp_path):
        director = builders.a_director(store, school)
        for width, height in SCREENS:
            context = browser.new_context(
                base_url=url, locale="nl-NL", viewport={"width": width, "height": height}
            )
            let_in(store, url, context, director.id, datetime.now(UTC))
            page = context.new_page()
            page.goto("/director/")
            assert page.locator(".dense thead th").count() == FOR_PUPILS + 2
            over, wide, right = page.evaluate(WIDTHS)
            assert over <= wide >= right, (width, over, right)
            last = page.locator(".dense tbody tr").nth(GROUPS - 1)
            last.scroll_into_view_if_needed()
            assert page.evaluate(HEADS) == 0, (width, "a name is out of sight")
            assert last.bounding_box()["height"] >= TARGET
            assert page.locator(".dense a").count() == GROUPS, "one stop of the keyboard for each group"
            box = last.locator("td.cell").last.bounding_box()
            page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            page.wait_for_url("**/director/groups/*")
            page.goto("/director/")
            for status in ("stuck", "not-begun"):
                assert page.locator(f".dense tbody [data-status='{status}']").count() == len(YEARS)
            pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
            assert all(one.mediabox.width > one.mediabox.height for one in pages), "A4 landscape"
            sheets = [
                text for one in pages if "Groep 5a" in (text := one.extract_text()) or "Klas 1f" in text
            ]
            assert len(sheets) == 1, "the matrix is on one sheet"
            context.close()
