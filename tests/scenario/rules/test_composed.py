"""Whatever is made of a message is one of the choices, and each of these can be made."""

from __future__ import annotations

import pytest

from course.scenario.audit import audit_lesson
from tests.scenario.lessons import act, lesson_of, norms_of, protocol
from tests.scenario.test_composing import TEXT


def found(text):
    norms = norms_of([act("ask")], protocol("mild"))
    problems = audit_lesson(lesson_of(text), norms, ("noor.svg",))
    codes = {
        "strange-message", "unknown-part", "message-without-choice", "choice-without-message", "too-many-messages",
    }  # fmt: skip
    return [(one.code, one.line) for one in problems if one.code in codes]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", []),
        ("parts=draaien", "parts=draaie", [("unknown-part", 27), ("choice-without-message", 27)]),
        ("(#einde){id=anders}", "(#einde){id=anders parts=grap}", []),
        ("{id=anders}", '{id=anders parts="grap weg"}', [("choice-without-message", 29), ("message-without-choice", 13)]),
        ("{id=anders}", '{id=anders when="chose=goed"}', [("strange-message", 29)]),
        ("## start", "{.later}\n## start", [("strange-message", 14)]),
    ],
)  # fmt: skip
def test_what_can_be_made_and_what_can_be_chosen_fit(old, new, told):
    assert sorted(found(TEXT.replace(old, new, 1) if old else TEXT)) == sorted(told)
