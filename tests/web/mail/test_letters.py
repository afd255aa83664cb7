from __future__ import annotations

from dataclasses import replace

import pytest

from course.people.mail.queue import Letter, Waiting, Written
from tests.builders import NOW, a_teacher
from web.mail.letters import written


def test_a_letter_says_who_sends_it_and_that_no_person_did(store) -> None:
    waiting = Waiting(1, Letter.TEST, "anna@school.example", None, "https://leren.example", "nl", 1, NOW)
    letter = written(store, waiting, "Cursus <deelwijs@school.example>", NOW)
    assert letter["From"] == "Cursus <deelwijs@school.example>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert "https://leren.example" in letter.get_content()


@pytest.mark.parametrize(
    ("kind", "link"),
    [
        (Letter.TRAINING, "https://leren.example/learn/"),
        (Letter.PROTOCOL, "https://leren.example/rules/confirmed/"),
    ],
)
def test_a_reminder_leads_to_what_is_left_and_opens_nothing(store, kind: Letter, link: str) -> None:
    teacher = a_teacher(store)
    waiting = Waiting(
        1,
        kind,
        teacher.email,
        teacher.id,
        "https://leren.example",
        "nl",
        1,
        NOW,
        words=Written(school="De Eik"),
    )
    letter = written(store, waiting, "Cursus <deelwijs@school.example>", NOW)
    assert letter["To"] == teacher.email
    assert "De directeur van De Eik vraagt je" in letter.get_content()
    before = written(store, replace(waiting, words=Written()), "Cursus <deelwijs@school.example>", NOW)
    assert "De directeur van je school vraagt je" in before.get_content()
    assert link in letter.get_content().splitlines()
    assert "account/invited" not in letter.get_content()
