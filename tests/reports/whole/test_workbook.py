"""A workbook has a sheet for each section, and in it text stays text."""

from __future__ import annotations

import io

from course.reading.told import ENGLISH
from course.reports.whole.workbook import write_workbook
from tests.learning.world import NOW
from tests.reports.whole.files import sheets_of
from tests.reports.whole.test_csv_zip import a_section


def test_sheets_have_heads_rows_and_a_filter_and_nothing_is_reckoned_with() -> None:
    out = io.BytesIO()
    write_workbook(out, [a_section()], lambda one: one.parts(), ENGLISH, NOW)
    sheets = sheets_of(out.getvalue())
    assert list(sheets) == ["Groups", "What is counted"]
    assert "<f>" not in sheets["Groups"]
    assert '<c r="A2" t="inlineStr"><is><t>=1+1</t>' in sheets["Groups"]
    assert '<c r="B2"><v>3</v></c>' in sheets["Groups"]
    assert '<autoFilter ref="A1:B4"/>' in sheets["Groups"]
    assert "A group of this school year" in sheets["What is counted"]
