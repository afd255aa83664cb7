"""Read one question: its attribute line, its text, its options and its explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.markdown import QUIZ, children_of, take_attributes, take_box
from course.quiz.meaning import name_of
from course.quiz.model import Option, Question, QuestionKind
from course.reading.findings import offer
from course.reading.markdown import first_line, pictures, text_of

if TYPE_CHECKING:
    from course.reading.findings import Findings
    from course.reading.markdown import Node

_ATTRIBUTES = ("id", "kind", "act", "acts", "articles")
_LIST_OF = {QuestionKind.ORDER: "ordered_list", QuestionKind.SORT: "bullet_list"}
_FORM = {
    QuestionKind.ORDER: "Write the steps as a numbered list in the right order.",
    QuestionKind.SORT: "Write the items as a bullet list, each ending in `{act=ACT}`.",
}
MOST_OPTIONS = 26
_TASKS = "Write each option as `- [ ] …`, the right ones as `- [x] …`."


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
    text, options, closing = _parts(body)
    kind = _kind(attributes, options, line, findings)
    if kind is None:
        return None
    if kind is QuestionKind.JUDGE and options:
        text = body[: len(body) - len(closing)]
    read = _options(kind, options, line, findings)
    return Question(
        id=_id(attributes, number, line, findings),
        kind=kind,
        title=text_of(heading),
        html=QUIZ.block_html(text),
        options=read,
        explanation=QUIZ.block_html(child for quote in closing for child in quote.children),
        act=_judged(kind, attributes, line, findings),
        acts=_acts(attributes, read),
        articles=tuple(attributes.get("articles", "").split()),
        pictures=_pictures([heading, *body], line, findings),
        line=line,
    )


def _parts(
    body: list[Node],
) -> tuple[list[Node], Node | None, list[Node]]:
    """Part the question's text, its last list, and the quotes that close it."""
    rest = list(body)
    closing: list[Node] = []
    while rest and rest[-1].type == "blockquote":
        closing.insert(0, rest.pop())
    lists = [one for one in rest if one.type in ("bullet_list", "ordered_list")]
    options = lists[-1] if lists else None
    return [one for one in rest if one is not options], options, closing


def _kind(
    attributes: dict[str, str], options: Node | None, line: int, findings: Findings
) -> QuestionKind | None:
    """Tell the kind that the author names, else the one that the check boxes tell."""
    name = attributes.get("kind")
    if name in list(QuestionKind):
        return QuestionKind(name)
    kinds = ", ".join(QuestionKind)
    if name:
        remedy = f"Use one of {kinds}.{offer(name, list(QuestionKind))}"
        findings.error(line, "unknown-kind", f"{name!r} is no kind of question.", remedy)
        return None
    boxes = [_box_of(item) for item in options.children] if options else []
    if any(boxes):
        return QuestionKind.SINGLE if boxes.count("x") <= 1 else QuestionKind.MULTIPLE
    findings.error(
        line,
        "no-kind",
        "The question has no options with check boxes and no kind.",
        f"{_TASKS} Or name a kind: {kinds}.",
    )
    return None


def _box_of(item: Node) -> str | None:
    """Tell what the check box of an item holds, leaving it where it is."""
    start = text_of(item)
    return next((box for box in ("x", " ") if start[:3].lower() == f"[{box}]"), None)


def _options(kind: QuestionKind, options: Node | None, line: int, findings: Findings) -> tuple[Option, ...]:
    if kind is QuestionKind.JUDGE:
        return ()
    wanted = _LIST_OF.get(kind)
    if options is None or (wanted and options.type != wanted):
        findings.error(line, "no-options", f"A question of kind {kind} has no list.", _FORM.get(kind, _TASKS))
        return ()
    items = options.children
    if len(items) > MOST_OPTIONS:
        findings.error(line, "too-many-options", f"{len(items)} options are too many.", "Leave some out.")
    return tuple(_option(kind, item, findings) for item in items[:MOST_OPTIONS])


def _option(kind: QuestionKind, item: Node, findings: Findings) -> Option:
    line = first_line(item)
    first = item.children[0] if item.children else None
    inline = first.children[0] if first and first.type == "paragraph" and first.children else None
    box, act = None, None
    if inline and kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE):
        box = take_box(inline)
        if box is None:
            findings.error(line, "option-without-box", "This option has no check box.", _TASKS)
    if inline and kind is QuestionKind.SORT:
        act = _sorted_act(inline, line, findings)
    text = text_of(inline) if inline else ""
    if not text:
        findings.error(line, "empty-option", "This option has no words.", "Write what can be chosen.")
    quotes = [one for one in item.children if one.type == "blockquote"]
    more = [one for one in item.children[1:] if one.type != "blockquote"]
    html = (QUIZ.inline_html(children_of(inline)) if inline else "") + QUIZ.block_html(more)
    explanation = QUIZ.block_html(child for quote in quotes for child in quote.children)
    return Option(name_of(text), html, text, box == "x", act, explanation, line)


def _sorted_act(inline: Node, line: int, findings: Findings) -> str | None:
    attributes = take_attributes(inline)
    if attributes and attributes.get("act"):
        return attributes["act"]
    findings.error(line, "item-without-act", "This item names no act.", _FORM[QuestionKind.SORT])
    return None


def _judged(kind: QuestionKind, attributes: dict[str, str], line: int, findings: Findings) -> str | None:
    act = attributes.get("act")
    if kind is QuestionKind.JUDGE and not act:
        remedy = "Add `act=ACT` to the attribute line."
        findings.error(line, "judge-without-act", "The question does not say which act is judged.", remedy)
    if act and kind is not QuestionKind.JUDGE:
        remedy = 'Write `acts="ACT"` for the acts that a question tests.'
        findings.error(line, "stray-act", f"A question of kind {kind} has no act of its own.", remedy)
    return act if kind is QuestionKind.JUDGE else None


def _acts(attributes: dict[str, str], options: tuple[Option, ...]) -> tuple[str, ...]:
    named = [attributes.get("act", ""), *attributes.get("acts", "").split()]
    return tuple(dict.fromkeys(act for act in [*named, *(one.act for one in options)] if act))


def _id(attributes: dict[str, str], number: int, line: int, findings: Findings) -> str:
    given = attributes.get("id")
    if not given:
        remedy = "Write `{#a-stable-name}` on the line above the heading."
        findings.error(line, "missing-id", "The question has no id.", remedy)
    return given or f"question-{number}"


def _pictures(nodes: list[Node], line: int, findings: Findings) -> tuple[str, ...]:
    found = [(one, picture) for one in nodes for picture in pictures(one)]
    for node, (source, alternative) in found:
        if not alternative:
            findings.error(
                first_line(node) or line,
                "picture-without-text",
                f"The picture {source} has no text alternative.",
                f"Write what it shows: `![…]({source})`.",
            )
    return tuple(dict.fromkeys(source for _, (source, _) in found))


def _note_attributes(attributes: dict[str, str], line: int, findings: Findings) -> None:
    for name in attributes.keys() - set(_ATTRIBUTES):
        remedy = f"Use {', '.join(_ATTRIBUTES)}.{offer(name, _ATTRIBUTES)}"
        findings.error(line, "unknown-attribute", f"Unknown attribute {name!r}.", remedy)


def _note_broken(body: list[Node], findings: Findings) -> None:
    for block in body:
        if block.type == "paragraph" and text_of(block).startswith("{"):
            findings.error(
                first_line(block),
                "broken-attributes",
                "This looks like an attribute line that can't be read.",
                'Write `{#id name=value}`, with a blank or a dot only in double quotes: articles="a:b.1".',
            )
