"""How the items of a question's list are read, whatever its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.markdown import QUIZ, children_of, take_attributes
from course.quiz.model import Option
from course.quiz.naming import name_of
from course.reading.markdown import first_line, text_of
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Collection

    from course.quiz.kinds.reading import Reading, Written
    from course.quiz.model import Area, Partner
    from course.reading.findings import Findings
    from course.reading.markdown import Node

MOST_OPTIONS = 26


def items_of(written: Written, kind: Reading, list_type: str = "") -> list[Node]:
    """Give the items of the list; a list of another type, or too long a one, is a problem."""
    options, findings = written.options, written.findings
    if options is None or (list_type and options.type != list_type):
        findings.error(
            written.line,
            "no-options",
            told("A question of kind %(name)s has no list.", name=kind.name),
            kind.how,
        )
        return []
    items = options.children
    if len(items) > MOST_OPTIONS:
        findings.error(
            written.line,
            "too-many-options",
            told("%(number)s options are too many.", number=len(items)),
            told("Leave some out."),
        )
    return items[:MOST_OPTIONS]


def first_words(item: Node) -> Node | None:
    """Find the paragraph that an item begins with."""
    first = item.children[0] if item.children else None
    return first.children[0] if first and first.type == "paragraph" and first.children else None


def attributes_of(item: Node) -> dict[str, str]:
    """Cut `{key=value}` from the end of an item's words; empty without one, and where it can't be read."""
    inline = first_words(item)
    return (take_attributes(inline) if inline else None) or {}


def option_of(
    item: Node,
    findings: Findings,
    *,
    right: bool = False,
    act: str | None = None,
    area: Area | None = None,
    partner: Partner | None = None,
    apart: Collection[str] = (),
) -> Option:
    """Make an option of an item once its marks were cut off; blocks of the types in `apart` are no part of its words."""
    line, inline = first_line(item), first_words(item)
    text = text_of(inline) if inline else ""
    if not text:
        findings.error(
            line, "empty-option", told("This option has no words."), told("Write what can be chosen.")
        )
    quotes = [one for one in item.children if one.type == "blockquote"]
    more = [one for one in item.children[1:] if one.type not in {"blockquote", *apart}]
    html = (QUIZ.inline_html(children_of(inline)) if inline else "") + QUIZ.block_html(more)
    explanation = QUIZ.block_html(child for quote in quotes for child in quote.children)
    return Option(name_of(text), html, text, right, act, explanation, line, area, partner)
