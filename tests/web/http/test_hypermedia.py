"""Pages that ask anew by themselves are known as such: nobody need be there."""

from __future__ import annotations

import re
from pathlib import Path

from web.http.hypermedia import POLLING

TEMPLATES = Path(__file__).parents[3] / "web/templates"


def test_every_element_of_the_course_that_asks_by_itself_is_known():
    asking = {
        re.search(r'id="([\w-]+)"', element)[1]
        for page in TEMPLATES.rglob("*.html")
        if page.parent.name != "preview"
        for element in re.findall(r"<\w+[^>]*hx-trigger=\"every [^>]*>", page.read_text(encoding="utf-8"))
    }
    assert asking == POLLING
