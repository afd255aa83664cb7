"""Read a question bank: Markdown text in, a Quiz and every problem found out.

What can be told from the text alone is noted here; what needs the norms or the pictures is `audit`'s.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from course.quiz.front_matter import read_quiz_front_matter
from course.quiz.markdown import QUIZ
from course.quiz.model import Quiz
from course.quiz.question import read_question
from course.reading.edition import edition_of
from course.reading.findings import Findings
from course.reading.markdown import first_line
from course.reading.told import told

if TYPE_CHECKING:
    from course.quiz.model import Question
    from course.reading.findings import Problem
    from course.reading.markdown import Node


@dataclass(slots=True)
class Section:
    """One question as it stands in the text: its attribute line, its heading and what follows."""

    heading: Node
    attributes: dict[str, str]
    body: list[Node] = field(default_factory=list)


def read_quiz(text: str, file: str, quiz_id: str) -> tuple[Quiz | None, tuple[Problem, ...]]:
    """Read a question bank and list its problems in line order; None without front matter or any question.

    Never raises: whatever the text, the problems say what to do. `file` is relative to the content root.
    """
    findings = Findings(file)
    source = text.removeprefix("\ufeff")
    blocks = QUIZ.blocks(source)
    _place_pictures(blocks, file)
    tokens = [block.token for block in blocks[:1] if block.token is not None]
    front = read_quiz_front_matter(tokens, findings, is_open=source.startswith("---"))
    questions: dict[str, Question] = {}
    sections = _sections(blocks, findings)
    for number, section in enumerate(sections, start=1):
        question = read_question(section.heading, section.attributes, section.body, number, findings)
        if question and _is_new(question, questions, findings):
            questions[question.id] = question
    if not sections:
        findings.error(
            1,
            "no-questions",
            told("There is no question."),
            told("Write `## ` and a title above each question."),
        )
    if not front or not questions:
        return None, findings.in_order()
    quiz = Quiz(
        id=quiz_id,
        title=front.title,
        module=front.module,
        draw=front.draw,
        frameworks=front.frameworks,
        questions=MappingProxyType(questions),
        edition=edition_of(text),
        file=file,
        key_lines=MappingProxyType(front.lines),
    )
    return quiz, findings.in_order()


def _place_pictures(blocks: list[Node], file: str) -> None:
    """Let pictures that stand beside a bank in its folder be known by their path from `quizzes/`."""
    folder = file.removeprefix("quizzes/").rpartition("/")[0]
    drawn = (one.token for block in blocks for one in block.walk() if one.type == "image")
    for token in drawn if folder else ():
        if token is not None:
            token.attrs["src"] = f"{folder}/{token.attrs['src']}"


def _sections(blocks: list[Node], findings: Findings) -> list[Section]:
    """Cut the text at its second-level headings, each with the attribute lines right above it."""
    sections: list[Section] = []
    waiting: Node | None = None
    attributes: dict[str, str] = {}
    for block in blocks:
        if block.type == "attrs_block":
            waiting = block
            attributes |= {name: str(value) for name, value in block.attrs.items()}
        elif block.type == "heading" and block.tag == "h2":
            sections.append(Section(block, attributes))
            waiting, attributes = None, {}
        else:
            _note_stray(waiting, findings)
            waiting, attributes = None, {}
            if sections:
                sections[-1].body.append(block)
            elif block.type != "front_matter" and block.tag != "h1":
                findings.warning(
                    first_line(block),
                    "text-outside-question",
                    told("This text stands above the first question and is never shown."),
                    told("Move it into a question or leave it out."),
                )
    _note_stray(waiting, findings)
    return sections


def _note_stray(attributes: Node | None, findings: Findings) -> None:
    if attributes:
        findings.error(
            first_line(attributes),
            "attributes-without-question",
            told("This attribute line has no question below it."),
            told("Put it on the line right above a `## ` heading."),
        )


def _is_new(question: Question, questions: dict[str, Question], findings: Findings) -> bool:
    earlier = questions.get(question.id)
    if earlier:
        findings.error(
            question.line,
            "duplicate-question",
            told(
                "The id %(id)s is already that of the question on line %(line)s.",
                id=question.id,
                line=earlier.line,
            ),
            told("Give each question an id of its own."),
        )
    return earlier is None
