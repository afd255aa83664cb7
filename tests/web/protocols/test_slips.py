from __future__ import annotations

import re
from pathlib import Path

from course.rulebooks.intake.model import Obstacle
from web.protocols.slips import SLIPS, slip

ROOT = Path(__file__).parents[3]
RAISED = re.compile(r'Invalid\(\*?\*?\{?[^)]*?[=:] ?"([a-z-]+)"')


def test_everything_that_a_draft_or_a_document_is_refused_for_has_words(app):
    raised = {one.value for one in Obstacle}
    for folder in ("course/rulebooks", "web/protocols"):
        for path in (ROOT / folder).rglob("*.py"):
            raised |= set(RAISED.findall(path.read_text(encoding="utf-8")))
    assert len(raised) > 15
    assert raised - SLIPS.keys() == set()
    with app.test_request_context():
        for name in SLIPS:
            assert slip(name) != str(name)
        assert slip("never-heard-of")
