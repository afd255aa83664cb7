"""The questions of the profile plan are whole, and mistakes in their file are told."""

from __future__ import annotations

from course.curriculum.profile import read_profile
from course.library import default_content_root

KOM_LEREN = default_content_root().joinpath("curriculum", "profile.toml")
WHOLE = """
source = "Ergens"
[questions.message]
nl = "Wat?"
en = "What?"
explanation = { nl = "Zo.", en = "So." }
[goal.%s]
nl = "Wat dan?"
en = "Then what?"
explanation = { nl = "Zo.", en = "So." }
"""


def test_the_course_asks_the_six_questions_of_the_policy_and_a_smart_goal() -> None:
    asked, problems = read_profile(KOM_LEREN.read_text(encoding="utf-8"), "profile.toml")
    assert problems == ()
    assert [one.words.nl for one in asked.questions[:2]] == ["Wat is je boodschap?", "Wie is je publiek?"]
    assert (len(asked.questions), len(asked.goal)) == (6, 4)
    assert "Leren" not in " ".join(one.words.nl + one.explanation.nl for one in asked.all)


def test_a_wrong_name_and_one_that_stands_twice_are_told() -> None:
    assert [one.code for one in read_profile(WHOLE % "message", "f")[1]] == ["duplicate-question"]
    assert [one.code for one in read_profile(WHOLE % '"kept_by"', "f")[1]] == ["wrong-name"]
    assert read_profile(WHOLE % "specific", "f")[1] == ()
