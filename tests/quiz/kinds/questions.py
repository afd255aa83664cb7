"""Small questions of every kind, and how they are read, marked and refused."""

from __future__ import annotations

import pytest

from course.errors import Invalid
from course.quiz.mark import mark
from course.quiz.naming import name_of
from course.quiz.read import read_quiz
from tests.quiz.builders import FRONT, at, codes

FIRST_LINE = 7
"""Of a body below the front matter."""


def read(body):
    """The question of a body, and its problems."""
    quiz, problems = read_quiz(FRONT + "\n" + body, "quizzes/proef/nl.md", "proef")
    return (next(iter(quiz.questions.values())) if quiz else None), codes(problems)


def question(body):
    found, problems = read(body)
    assert problems == []
    return found


def marked(body, answer, school="streng"):
    return mark(question(body), answer, at(school))


def refused(body, answer, school="streng"):
    with pytest.raises(Invalid) as caught:
        marked(body, answer, school)
    return caught.value.fields["answer"]


def key(words):
    return name_of(words)
