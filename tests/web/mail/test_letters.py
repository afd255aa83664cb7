from __future__ import annotations

from course.people.mail.queue import Letter, Waiting
from tests.builders import NOW
from web.mail.letters import written


def test_a_letter_says_who_sends_it_and_that_no_person_did(store) -> None:
    waiting = Waiting(1, Letter.TEST, "anna@school.example", None, "https://leren.example", "nl", 1, NOW)
    letter = written(store, waiting, "Cursus <deelwijs@school.example>", NOW)
    assert letter["From"] == "Cursus <deelwijs@school.example>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert "https://leren.example" in letter.get_content()
