"""Rules about what a question names: acts, articles and pictures that there are, and acts that who answers may do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.norms.judge import actors_of, judge_verdict
from course.norms.model import Verdict
from course.quiz.kinds.sort.reading import SORT
from course.quiz.model import QuestionKind
from course.reading.findings import offer
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.quiz.model import Question
    from course.quiz.rules.case import Case

_OUTSIDE = re.compile(r'href="((?:[a-z][a-z0-9+.-]*:|//)[^"]*)"', re.IGNORECASE)
"""The address of a link with a scheme or a host."""


def unknown_act(case: Case) -> None:
    """See that every act exists; while none is known, because their file can't be read, none is unknown."""
    for question in case.questions if case.norms.acts else ():
        for act, line in _acts(question):
            if act not in case.norms.acts:
                remedy = told("See norms/acts.toml.%(offer)s", offer=offer(act, case.norms.acts))
                case.error(line, "unknown-act", told("There is no act %(act)s.", act=act), remedy)


def act_of_others(case: Case) -> None:
    """See that what is to be judged or sorted is something that who answers may do."""
    if case.audience is None:
        return
    wanted = actors_of(case.audience)
    for question in case.questions:
        asked = {question.act, *(one.act for one in question.options)}
        for act, line in _acts(question):
            known = case.norms.acts.get(act)
            if act in asked and known and known.actors and not wanted & set(known.actors):
                message = told(
                    "%(act)s is done by %(actors)s, not by those who answer.",
                    act=act,
                    actors=", ".join(known.actors),
                )
                case.warning(line, "act-of-others", message, told("Ask about something that they may do."))


def _acts(question: Question) -> Iterator[tuple[str, int]]:
    """Every act that a question names, and on which line."""
    lines = {one.act: one.line for one in question.options if one.act}
    return ((act, lines.get(act, question.line)) for act in question.acts)


def unknown_article(case: Case) -> None:
    """See that every article exists, but for those of a protocol that can't be read.

    A protocol whose name is like none may have been taken out by a board that needs it not: that is a hint.
    """
    protocols = case.norms.protocols
    for question in case.questions if protocols else ():
        for reference in question.articles:
            protocol, _, article = reference.partition(":")
            if protocol not in protocols:
                near = offer(protocol, protocols)
                report = case.error if near else case.hint
                remedy = told("Write `protocol:article`.%(near)s", near=near)
                report(
                    question.line,
                    "unknown-protocol",
                    told("%(reference)s names no protocol.", reference=reference),
                    remedy,
                )
            elif protocols[protocol].articles and article not in protocols[protocol].articles:
                near = offer(article, protocols[protocol].articles)
                message = told("%(protocol)s has no article %(article)s.", protocol=protocol, article=article)
                remedy = told("See norms/protocols/%(protocol)s.toml.%(near)s", protocol=protocol, near=near)
                case.error(question.line, "unknown-article", message, remedy)


def outside_link(case: Case) -> None:
    """No reader is led out of the course: what stands elsewhere changes, and sees who comes."""
    for question in case.questions:
        parts = [(question.line, question.html, question.explanation)]
        parts += [(option.line, option.html, option.explanation) for option in question.options]
        for line, *texts in parts:
            for address in _OUTSIDE.findall(" ".join(texts)):
                remedy = told("Write the words without a link, or say where to look.")
                case.error(
                    line,
                    "external-link",
                    told("The link to %(address)s leads out of the course.", address=address),
                    remedy,
                )


def missing_picture(case: Case) -> None:
    """See that every picture has its file."""
    for question in case.questions:
        for picture in question.pictures:
            if picture not in case.pictures:
                near = offer(picture, case.pictures)
                remedy = told("Put the file beside the bank, and write its name.%(near)s", near=near)
                case.error(
                    question.line,
                    "missing-picture",
                    told("There is no picture %(picture)s.", picture=picture),
                    remedy,
                )


def thin_sort(case: Case) -> None:
    """See that something is left to sort at every school: an act on which its protocol is silent is not asked there."""
    norms = case.norms
    speak = [one.id for one in norms.protocols.values() if norms.acts and one.stands]
    for question in case.questions:
        acts = [one.act for one in question.options if one.act in norms.acts]
        for protocol in speak if question.kind is QuestionKind.SORT else ():
            left = sum(
                judge_verdict(norms, protocol, act, case.audience) is not Verdict.OPEN for act in acts if act
            )
            if left < SORT.fewest:
                message = told(
                    "Under %(protocol)s only %(left)s items are left, for it says nothing of the others.",
                    protocol=protocol,
                    left=left,
                )
                remedy = told("Add an act of which every protocol or the law speaks.")
                case.warning(question.line, "thin-sort", message, remedy)


def few_questions(case: Case) -> None:
    """See that an attempt can be drawn, and a second one with other questions."""
    held, drawn = sum(one.counts for one in case.questions), case.quiz.draw
    if held < drawn:
        message = told("The bank holds %(held)s questions and draws %(drawn)s.", held=held, drawn=drawn)
        case.error(1, "draw-too-many", message, told("Draw fewer or write more."))
    elif held < 2 * drawn:
        remedy = told("Write %(number)s more.", number=2 * drawn - held)
        message = told(
            "The bank holds %(held)s questions and draws %(drawn)s: a retake repeats some.",
            held=held,
            drawn=drawn,
        )
        case.warning(1, "few-questions", message, remedy)
