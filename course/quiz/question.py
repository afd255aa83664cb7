"""Read one question: its attribute line, its text, its options and its explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.kinds.boxes import HOW
from course.quiz.kinds.reading import Written
from course.quiz.kinds.readings import reading_of
from course.quiz.leftovers import check_leftovers, check_names
from course.quiz.markdown import QUIZ
from course.quiz.model import Question, QuestionKind
from course.reading.findings import offer
from course.reading.markdown import first_line, pictures, text_of
from course.reading.told import told

if TYPE_CHECKING:
    from course.quiz.model import Option
    from course.reading.findings import Findings
    from course.reading.markdown import Node

_ATTRIBUTES = ("id", "kind", "act", "acts", "articles")


def read_question(
    heading: Node,
    attributes: dict[str, str],
    body: list[Node],
    number: int,
    findings: Findings,
) -> Question | None:
    """Read the question under a heading; None when not even its kind can be told. Problems go to `findings`.

    `number` counts questions from 1; it stands in for an id that the author forgot.
    """
    line = first_line(heading)
    _note_attributes(attributes, line, findings)
    _note_broken(body, findings)
    rest, options, closing = _parts(body)
    kind = _kind(attributes, options, line, findings)
    if kind is None:
        return None
    read = reading_of(kind).read(Written(line, attributes, rest, options, findings))
    _note_stray_act(kind, attributes, line, findings)
    check_names(attributes, line, findings)
    check_leftovers(body, findings)
    return Question(
        id=_id(attributes, number, line, findings),
        kind=kind,
        title=text_of(heading),
        html=QUIZ.block_html(read.text),
        options=read.options,
        explanation=QUIZ.block_html(child for quote in closing for child in quote.children),
        act=read.act,
        acts=_acts(attributes, read.options),
        articles=tuple(attributes.get("articles", "").split()),
        pictures=_pictures([heading, *body], line, findings),
        line=line,
        picture=read.picture,
        example=read.example,
    )


def _parts(body: list[Node]) -> tuple[list[Node], Node | None, list[Node]]:
    """Part a question from the quotes that close it, and find its last list."""
    rest = list(body)
    closing: list[Node] = []
    while rest and rest[-1].type == "blockquote":
        closing.insert(0, rest.pop())
    lists = [one for one in rest if one.type in ("bullet_list", "ordered_list")]
    return rest, lists[-1] if lists else None, closing


def _kind(
    attributes: dict[str, str], options: Node | None, line: int, findings: Findings
) -> QuestionKind | None:
    """Tell the kind that the author names, else the one that the check boxes tell."""
    name = attributes.get("kind")
    if name in list(QuestionKind):
        return QuestionKind(name)
    kinds = ", ".join(QuestionKind)
    if name:
        remedy = told("Use one of %(kinds)s.%(offer)s", kinds=kinds, offer=offer(name, list(QuestionKind)))
        findings.error(line, "unknown-kind", told("%(name)r is no kind of question.", name=name), remedy)
        return None
    boxes = [_box_of(item) for item in options.children] if options else []
    if any(boxes):
        return QuestionKind.SINGLE if boxes.count("x") <= 1 else QuestionKind.MULTIPLE
    findings.error(
        line,
        "no-kind",
        told("The question has no options with check boxes and no kind."),
        told("%(how)s Or name a kind: %(kinds)s.", how=HOW, kinds=kinds),
    )
    return None


def _box_of(item: Node) -> str | None:
    """Tell what the check box of an item holds, leaving it where it is."""
    start = text_of(item)
    return next((box for box in ("x", " ") if start[:3].lower() == f"[{box}]"), None)


def _note_stray_act(kind: QuestionKind, attributes: dict[str, str], line: int, findings: Findings) -> None:
    if attributes.get("act") and kind is not QuestionKind.JUDGE:
        remedy = told('Write `acts="ACT"` for the acts that a question tests.')
        findings.error(
            line, "stray-act", told("A question of kind %(kind)s has no act of its own.", kind=kind), remedy
        )


def _acts(attributes: dict[str, str], options: tuple[Option, ...]) -> tuple[str, ...]:
    named = [attributes.get("act", ""), *attributes.get("acts", "").split()]
    return tuple(dict.fromkeys(act for act in [*named, *(one.act for one in options)] if act))


def _id(attributes: dict[str, str], number: int, line: int, findings: Findings) -> str:
    given = attributes.get("id")
    if not given:
        remedy = told("Write `{#a-stable-name}` on the line above the heading.")
        findings.error(line, "missing-id", told("The question has no id."), remedy)
    return given or f"question-{number}"


def _pictures(nodes: list[Node], line: int, findings: Findings) -> tuple[str, ...]:
    found = [(one, picture) for one in nodes for picture in pictures(one)]
    for node, (source, alternative) in found:
        if not alternative:
            findings.error(
                first_line(node) or line,
                "picture-without-text",
                told("The picture %(source)s has no text alternative.", source=source),
                told("Write what it shows: `![…](%(source)s)`.", source=source),
            )
    return tuple(dict.fromkeys(source for _, (source, _) in found))


def _note_attributes(attributes: dict[str, str], line: int, findings: Findings) -> None:
    for name in attributes.keys() - set(_ATTRIBUTES):
        remedy = told(
            "Use %(attributes)s.%(offer)s", attributes=", ".join(_ATTRIBUTES), offer=offer(name, _ATTRIBUTES)
        )
        findings.error(line, "unknown-attribute", told("Unknown attribute %(name)r.", name=name), remedy)


def _note_broken(body: list[Node], findings: Findings) -> None:
    for block in body:
        if block.type == "paragraph" and text_of(block).startswith("{"):
            findings.error(
                first_line(block),
                "broken-attributes",
                told("This looks like an attribute line that can't be read."),
                told(
                    'Write `{#id name=value}`, with a blank or a dot only in double quotes: articles="a:b.1".'
                ),
            )
