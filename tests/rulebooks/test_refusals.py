"""Nothing is refused of rules without words for it."""

from __future__ import annotations

import re
from pathlib import Path

from course.errors import Invalid
from course.reading.told import told
from course.rulebooks.intake.model import Obstacle
from course.rulebooks.refusals import REFUSALS, refusal_in_words

ROOT = Path(__file__).parents[2]
RAISED = re.compile(r'Invalid\(\*?\*?\{?[^)]*?[=:] ?"([a-z-]+)"')


def test_everything_that_a_draft_or_a_document_is_refused_for_has_words():
    raised = {one.value for one in Obstacle}
    for folder in ("course/rulebooks", "web/protocols"):
        for path in (ROOT / folder).rglob("*.py"):
            raised |= set(RAISED.findall(path.read_text(encoding="utf-8")))
    assert len(raised) > 15
    assert raised - REFUSALS.keys() == set()


def test_a_refusal_is_told_in_words_and_another_by_its_field():
    assert refusal_in_words(Invalid(from_on="day-missing")) == REFUSALS["day-missing"]
    assert refusal_in_words(Invalid(name=told("The file is empty."))) == "name: The file is empty."
