"""Check a question bank against the norms and the pictures: what a reader of the text alone can't tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.judge import judge_verdict
from course.norms.model import ACTORS_OF_STAFF, Audience, Verdict
from course.quiz.model import QuestionKind
from course.reading.findings import Findings, offer

if TYPE_CHECKING:
    from collections.abc import Collection

    from course.norms.model import Norms
    from course.quiz.model import Option, Question, Quiz
    from course.reading.findings import Problem

_CHOICE = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)
FEWEST_OPTIONS = {
    QuestionKind.SINGLE: 2,
    QuestionKind.MULTIPLE: 3,
    QuestionKind.ORDER: 3,
    QuestionKind.SORT: 3,
}
"""Below this a question is a coin's toss."""


def audit_quiz(
    quiz: Quiz, norms: Norms, pictures: Collection[str], audience: Audience | None = None
) -> tuple[Problem, ...]:
    """List what is wrong with a question bank, in line order.

    `pictures` are the files there are, relative to `quizzes/`; `audience` is that of the quiz's module
    (TEACHER for all staff), where it is known: whom the judge and sort questions must concern.
    """
    findings = Findings(quiz.file)
    for question in quiz.questions.values():
        _check_options(question, findings)
        _check_explanations(question, findings)
        _check_acts(question, norms, audience, findings)
        _check_articles(question, norms, findings)
        _check_pictures(question, pictures, findings)
        if question.kind is QuestionKind.SORT:
            _check_sort(question, norms, findings)
    _check_draw(quiz, findings)
    _check_lengths(quiz, findings)
    return findings.in_order()


def _check_options(question: Question, findings: Findings) -> None:
    options, line = question.options, question.line
    fewest = FEWEST_OPTIONS.get(question.kind, 0)
    if len(options) < fewest:
        remedy = f"A question of kind {question.kind} needs {fewest} or more."
        findings.error(line, "too-few-options", f"The question has {len(options)} options.", remedy)
    texts = [one.text.casefold() for one in options]
    for option in options:
        if texts.index(option.text.casefold()) < options.index(option):
            findings.error(
                option.line, "twin-options", f"{option.text!r} stands here twice.", "Leave one of them out."
            )
    if question.kind not in _CHOICE or not options:
        return
    right = sum(one.right for one in options)
    if right == 0:
        findings.error(line, "no-right-option", "No option is right.", "Mark what is right with `- [x]`.")
    elif right == len(options):
        findings.error(line, "all-options-right", "Every option is right.", "Add a tempting one that is not.")
    elif right > 1 and question.kind is QuestionKind.SINGLE:
        findings.error(line, "two-right-options", "More than one option is right.", "Write `kind=multiple`.")


def _check_explanations(question: Question, findings: Findings) -> None:
    if not question.explanation:
        findings.error(
            question.line,
            "no-explanation",
            "The question explains nothing.",
            "End it with a blockquote, apart from the list by an empty line: `> …`.",
        )
    some_right = any(option.right for option in question.options)
    for option in question.options:
        if question.kind in _CHOICE and some_right and not option.right and not option.explanation:
            findings.error(
                option.line,
                "no-option-explanation",
                f"The wrong option {option.text!r} is not explained.",
                "Write a blockquote under it: `  > …`.",
            )


def _check_acts(question: Question, norms: Norms, audience: Audience | None, findings: Findings) -> None:
    """Check the acts of a question; while none is known, because their file can't be read, none is unknown."""
    if not norms.acts:
        return
    lines = {one.act: one.line for one in question.options if one.act}
    for act in question.acts:
        line = lines.get(act, question.line)
        known = norms.acts.get(act)
        if known is None:
            remedy = f"See norms/acts.toml.{offer(act, norms.acts)}"
            findings.error(line, "unknown-act", f"There is no act {act}.", remedy)
        elif act == question.act or act in lines:
            wanted = frozenset({audience}) if audience is Audience.PUPIL else ACTORS_OF_STAFF
            if audience and known.actors and not wanted & set(known.actors):
                who = ", ".join(known.actors)
                message = f"{act} is done by {who}, not by those who answer."
                findings.warning(line, "act-of-others", message, "Ask about something that they may do.")


def _check_articles(question: Question, norms: Norms, findings: Findings) -> None:
    """Check the articles that a question names, but for those of a protocol that can't be read.

    A protocol whose name is like none may have been taken out by a board that needs it not: that is a hint.
    """
    for reference in question.articles if norms.protocols else ():
        protocol, _, article = reference.partition(":")
        if protocol not in norms.protocols:
            near = offer(protocol, norms.protocols)
            tell = findings.error if near else findings.hint
            remedy = f"Write `protocol:article`.{near}"
            tell(question.line, "unknown-protocol", f"{reference} names no protocol.", remedy)
        elif norms.protocols[protocol].articles and article not in norms.protocols[protocol].articles:
            near = offer(article, norms.protocols[protocol].articles)
            message = f"{protocol} has no article {article}."
            findings.error(
                question.line, "unknown-article", message, f"See norms/protocols/{protocol}.toml.{near}"
            )


def _check_pictures(question: Question, pictures: Collection[str], findings: Findings) -> None:
    for picture in question.pictures:
        if picture not in pictures:
            remedy = (
                f"Put the file in quizzes/pictures/ and write `pictures/name.svg`.{offer(picture, pictures)}"
            )
            findings.error(question.line, "missing-picture", f"There is no picture {picture}.", remedy)


def _check_sort(question: Question, norms: Norms, findings: Findings) -> None:
    acts = [one.act for one in question.options if one.act in norms.acts]
    told = [one.id for one in norms.protocols.values() if norms.acts and one.positions]
    for protocol in told:
        left = sum(judge_verdict(norms, protocol, act) is not Verdict.OPEN for act in acts if act)
        if left < FEWEST_OPTIONS[QuestionKind.SORT]:
            findings.warning(
                question.line,
                "thin-sort",
                f"Under {protocol} only {left} items are left, for it says nothing of the others.",
                "Add an act of which every protocol or the law speaks.",
            )


def _check_draw(quiz: Quiz, findings: Findings) -> None:
    held = len(quiz.questions)
    if held < quiz.draw:
        findings.error(
            1,
            "draw-too-many",
            f"The bank holds {held} questions and draws {quiz.draw}.",
            "Draw fewer or write more.",
        )
    elif held < 2 * quiz.draw:
        message = f"The bank holds {held} questions and draws {quiz.draw}: a retake repeats some."
        findings.warning(1, "few-questions", message, f"Write {2 * quiz.draw - held} more.")


def _check_lengths(quiz: Quiz, findings: Findings) -> None:
    """Warn where taking the longest option pays: it is right more often than a blind choice would be."""
    choices = [one for one in quiz.questions.values() if one.kind in _CHOICE and one.options]
    told = [one for one in choices if _longest(one).right]
    chance = sum(sum(option.right for option in one.options) / len(one.options) for one in choices)
    if len(told) > chance + 1:
        findings.warning(
            told[0].line,
            "longest-is-right",
            f"In {len(told)} of {len(choices)} questions the longest option is right; chance: {chance:.0f}.",
            f"Shorten the right or lengthen a wrong option in some of: {', '.join(one.id for one in told)}.",
        )


def _longest(question: Question) -> Option:
    """Pick the longest option; among equals a wrong one, for then length tells nothing."""
    return max(question.options, key=lambda one: (len(one.text), not one.right))
