"""Rules about options: there are enough, each is its own, some are right and others not, and all are explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.kinds.readings import reading_of
from course.quiz.model import QuestionKind
from course.quiz.rules.case import CHOICE
from course.reading.told import told

if TYPE_CHECKING:
    from course.quiz.model import Option, Question
    from course.quiz.rules.case import Case


def few_options(case: Case) -> None:
    """See that a blind guess is not right too often."""
    for question in case.questions:
        fewest = reading_of(question.kind).fewest
        if len(question.options) < fewest:
            remedy = told(
                "A question of kind %(kind)s needs %(fewest)s or more.", kind=question.kind, fewest=fewest
            )
            message = told("The question has %(number)s options.", number=len(question.options))
            case.error(question.line, "too-few-options", message, remedy)


def twin_options(case: Case) -> None:
    """See that no two options of a question say the same, capitals and punctuation apart."""
    for question in case.questions:
        keys = [one.key for one in question.options]
        for place, option in enumerate(question.options):
            if keys.index(option.key) < place:
                message = told("%(text)r stands here twice.", text=option.text)
                case.error(option.line, "twin-options", message, told("Leave one of them out."))


def right_options(case: Case) -> None:
    """See that something is right and something is not, and one thing only where one is asked for."""
    for question in case.choices:
        right = sum(one.right for one in question.options)
        if right == 0:
            remedy = told("Mark what is right with `- [x]`.")
            case.error(question.line, "no-right-option", told("No option is right."), remedy)
        elif right == len(question.options):
            remedy = told("Add a tempting one that is not.")
            case.error(question.line, "all-options-right", told("Every option is right."), remedy)
        elif right > 1 and question.kind is QuestionKind.SINGLE:
            remedy = told("Write `kind=multiple`.")
            case.error(question.line, "two-right-options", told("More than one option is right."), remedy)


def missing_explanation(case: Case) -> None:
    """See that an answer is explained whatever it is: the question as a whole, and each option that is wrong."""
    for question in case.questions:
        if not question.explanation:
            remedy = told("End it with a blockquote, apart from the list by an empty line: `> …`.")
            case.error(question.line, "no-explanation", told("The question explains nothing."), remedy)
        some_right = any(option.right for option in question.options)
        for option in question.options:
            if question.kind in CHOICE and some_right and not option.right and not option.explanation:
                message = told("The wrong option %(text)r is not explained.", text=option.text)
                case.error(
                    option.line,
                    "no-option-explanation",
                    message,
                    told("Write a blockquote under it: `  > …`."),
                )


def longest_is_right(case: Case) -> None:
    """See that taking the longest option does not pay: it should be right no more often than a blind choice."""
    choices = list(case.choices)
    caught = [one for one in choices if _longest(one).right]
    chance = sum(sum(option.right for option in one.options) / len(one.options) for one in choices)
    if len(caught) > chance + 1:
        case.warning(
            caught[0].line,
            "longest-is-right",
            told(
                "In %(number)s of %(number_2)s questions the longest option is right; chance: %(chance)s.",
                number=len(caught),
                number_2=len(choices),
                chance=f"{chance:.0f}",
            ),
            told(
                "Shorten the right or lengthen a wrong option in some of: %(caught)s.",
                caught=", ".join(one.id for one in caught),
            ),
        )


def _longest(question: Question) -> Option:
    """Pick the longest option; among equals a wrong one, for then length tells nothing."""
    return max(question.options, key=lambda one: (len(one.text), not one.right))
