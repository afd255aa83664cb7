"""The dialect of question banks: attribute lines above headings, and check boxes and attributes of list items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.attrs.parse import ParseError, parse

from course.reading.markdown import Dialect, make_parser

if TYPE_CHECKING:
    from markdown_it.token import Token

    from course.reading.markdown import Node

_TRAILING = re.compile(r"\s*(\{[^{}]*\})\s*$")
_BOX = re.compile(r"^\[([ xX])\](\s+|$)")


def _dialect() -> Dialect:
    """Attribute lines stay tokens, for a question reads its own; words may be in another language."""
    parser = make_parser().use(attrs_block_plugin)
    parser.use(attrs_plugin, after=("span_close",), spans=True, allowed={"lang"})
    parser.core.ruler.disable("attr")
    return Dialect(parser)


QUIZ = _dialect()


def take_box(inline: Node) -> str | None:
    """Cut the check box from the front of an item: "x" or " ", or None when there is no box."""
    tokens = children_of(inline)
    match = _BOX.match(tokens[0].content) if tokens and tokens[0].type == "text" else None
    if not match:
        return None
    tokens[0].content = tokens[0].content[match.end() :]
    return "x" if match.group(1) in "xX" else " "


def take_attributes(inline: Node) -> dict[str, str] | None:
    """Cut `{key=value}` from the end of an item; empty without one, None when it can't be read."""
    tokens = children_of(inline)
    match = _TRAILING.search(tokens[-1].content) if tokens and tokens[-1].type == "text" else None
    if not match:
        return {}
    try:
        _, found = parse(match.group(1))
    except ParseError:
        return None
    tokens[-1].content = tokens[-1].content[: match.start()]
    return found


def children_of(inline: Node) -> list[Token]:
    """Give the tokens inside a paragraph."""
    return (inline.token.children if inline.token else None) or []
