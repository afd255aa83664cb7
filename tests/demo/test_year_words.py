"""What the demo's schools say in their year fits what the course asks, and is said once."""

from __future__ import annotations

from course.demo import year_words as words
from course.evaluation.writing import MOST


def test_no_school_says_what_another_says_and_all_of_it_fits() -> None:
    looked_back = [*words.OPENING, *words.AUTUMN.values(), words.DRAFT]
    said = [text for both in looked_back for text in both]
    said += [*words.ANSWERS, *words.SHARED_POINTS, *(outcomes for _, outcomes in words.TALKS)]
    assert len(said) == len(set(said))
    assert all(0 < len(one) <= MOST for one in said)
