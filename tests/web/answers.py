"""How a learner who knows everything, or nothing, fills in the form of a quiz question."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from course.quiz.kinds.piles import pile_of
from course.quiz.model import Question, QuestionKind

if TYPE_CHECKING:
    from course.library import Library
    from course.norms.model import Verdict


def right(library: Library, protocol: str, question: Question) -> dict[str, list[str]]:
    """The fields of a right answer at a school with this protocol; of an open act the verdict, though asking does too."""
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE | QuestionKind.SPOT:
            return {"answer": [one.key for one in question.options if one.right]}
        case QuestionKind.JUDGE:
            return {"answer": [str(_pile(library, protocol, question, question.act))]}
        case QuestionKind.ORDER:
            return {"order": [one.key for one in question.options]}
        case QuestionKind.SORT:
            piles = {one.key: str(_pile(library, protocol, question, one.act)) for one in question.options}
            return {f"pile-{key}": [pile] for key, pile in piles.items() if pile != "open"}
        case QuestionKind.MATCH:
            return {f"partner-{one.key}": [one.partner.key] for one in question.options if one.partner}
        case QuestionKind.WRITE:
            return {"write": ["1"], "tick": [one.key for one in question.options]}


def wrong(library: Library, protocol: str, question: Question) -> dict[str, list[str]]:
    """The fields of an answer that can be read and is wrong."""
    good = right(library, protocol, question)
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE | QuestionKind.SPOT:
            return {"answer": [next(one.key for one in question.options if not one.right)]}
        case QuestionKind.ORDER:
            return {"order": good["order"][::-1]}
        case QuestionKind.MATCH:
            others = [*good.values()]
            return dict(zip(good, others[1:] + others[:1], strict=True))
        case QuestionKind.WRITE:
            return {"write": ["1"]}
        case QuestionKind.JUDGE | QuestionKind.SORT:
            return {name: ["may" if value != ["may"] else "not"] for name, value in good.items()}


def _pile(library: Library, protocol: str, question: Question, act: str | None) -> Verdict:
    """Give what a page offers for the verdict on those whom the quiz is for: a rule may hold towards some alone."""
    quiz = next(one for one in library.quizzes.values() if question in one.questions.values())
    return pile_of(library.judge(protocol, act or "", library.module(quiz.module).audience).verdict)


def asked(html: str, library: Library, quiz: str) -> Question:
    """Which question a page asks, by its heading."""
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    assert heading, html
    title = unescape(heading[1]).strip()
    return next(one for one in library.quiz(quiz).questions.values() if one.title == title)
