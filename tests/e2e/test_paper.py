"""What goes into class and home on paper fits its sheet."""

from __future__ import annotations

import io

from pypdf import PdfReader


def test_a_sheet_has_two_sides_and_a_letter_one(live, visit):
    steps = visit(live.director().id)
    for module in live.library.curriculum.modules.values():
        papers = {"sheet": 2} | ({"letter": 1} if module.audience == "pupil" else {})
        for paper, sides in papers.items():
            printed = steps.goto(f"/modules/{module.id}/{paper}").page.pdf(prefer_css_page_size=True)
            assert len(PdfReader(io.BytesIO(printed)).pages) == sides, (module.id, paper)
