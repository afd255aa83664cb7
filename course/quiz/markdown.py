"""Markdown as a tree of blocks with source lines, and back to HTML; nothing else of the quiz parses or renders."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.attrs.parse import ParseError, parse
from mdit_py_plugins.front_matter import front_matter_plugin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

_TRAILING = re.compile(r"\s*(\{[^{}]*\})\s*$")
_BOX = re.compile(r"^\[([ xX])\](\s+|$)")


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    """Make the one parser: CommonMark without raw HTML; attribute lines stay tokens, words may be in another language."""
    markdown = MarkdownIt("commonmark", {"html": False}).use(front_matter_plugin).use(attrs_block_plugin)
    markdown.use(attrs_plugin, after=("span_close",), spans=True, allowed={"lang"})
    markdown.core.ruler.disable("attr")
    return markdown


def blocks(text: str) -> list[SyntaxTreeNode]:
    """Give the blocks of a text in order."""
    return list(SyntaxTreeNode(_markdown().parse(text)).children)


def line(node: SyntaxTreeNode) -> int:
    """Give the source line of a block, counted from 1."""
    return node.map[0] + 1 if node.map else 1


def render(nodes: Iterable[SyntaxTreeNode]) -> str:
    """Render blocks as HTML; attribute lines leave no trace."""
    markdown = _markdown()
    tokens: list[Token] = []
    for node in nodes:
        if node.type != "attrs_block":
            tokens += node.to_tokens()
    return str(markdown.renderer.render(tokens, markdown.options, {})).strip()


def render_inline(inline: SyntaxTreeNode) -> str:
    """Render the inside of one paragraph as HTML, without the paragraph."""
    markdown = _markdown()
    return str(markdown.renderer.render([inline.token] if inline.token else [], markdown.options, {})).strip()


def text_of(node: SyntaxTreeNode) -> str:
    """Give the words of a block without markup; a picture gives its text alternative."""
    return " ".join("".join(_words(node)).split())


def pictures(node: SyntaxTreeNode) -> list[tuple[str, str]]:
    """List source and text alternative of every picture in a block."""
    found = [(str(one.attrs.get("src", "")), text_of(one)) for one in node.walk() if one.type == "image"]
    return [(source, words.strip()) for source, words in found]


def take_box(inline: SyntaxTreeNode) -> str | None:
    """Cut the check box from the front of an item: "x" or " ", or None when there is no box."""
    tokens = _children(inline)
    match = _BOX.match(tokens[0].content) if tokens and tokens[0].type == "text" else None
    if not match:
        return None
    tokens[0].content = tokens[0].content[match.end() :]
    return "x" if match.group(1) in "xX" else " "


def take_attributes(inline: SyntaxTreeNode) -> dict[str, str] | None:
    """Cut `{key=value}` from the end of an item; empty without one, None when it can't be read."""
    tokens = _children(inline)
    match = _TRAILING.search(tokens[-1].content) if tokens and tokens[-1].type == "text" else None
    if not match:
        return {}
    try:
        _, found = parse(match.group(1))
    except ParseError:
        return None
    tokens[-1].content = tokens[-1].content[: match.start()]
    return found


def _children(inline: SyntaxTreeNode) -> list[Token]:
    return (inline.token.children if inline.token else None) or []


def _words(node: SyntaxTreeNode) -> Iterator[str]:
    if node.type in ("softbreak", "hardbreak"):
        yield " "
    elif node.type in ("text", "code_inline", "fence", "code_block"):
        yield node.content
    for child in node.children:
        yield from _words(child)
        if child.type in ("paragraph", "list_item"):
            yield " "
