"""Markdown as lessons and quizzes read it: CommonMark without raw HTML, where a thing stands in the source, and safe HTML.

Each kind of content has a dialect of its own on top of it; nothing else of the course parses or renders Markdown.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, escape, image, link, newline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.front_matter import front_matter_plugin

from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.renderer import RendererHTML

Node = SyntaxTreeNode
"""A node of the tree that markdown-it makes of the tokens."""

BREAKS = frozenset(("softbreak", "hardbreak"))
_CALLED = {
    "container_piece": told("container"),
    "hr": told("ruled line"),
    "image": told("picture"),
    "fence": told("block of code"),
    "bullet_list": told("list"),
    "ordered_list": told("numbered list"),
    "blockquote": told("quotation"),
}
_InlineRule = Callable[[StateInline, bool], bool]


def _placed(rule: _InlineRule, kinds: frozenset[str]) -> _InlineRule:
    """Let a rule note on its token how many lines below the block's first line it stands."""

    def placed_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls a rule like this
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        for token in () if silent else state.tokens[before:]:
            if token.type in kinds and "below" not in token.meta:
                token.meta["below"] = state.src.count("\n", 0, start)
                break
        return True

    return placed_rule


class Dialect:
    """A parser and its renderer: tokens or blocks of a text, and safe HTML from either."""

    def __init__(self, parser: MarkdownIt) -> None:
        self._parser = parser
        self._renderer = cast("RendererHTML", parser.renderer)

    def tokens(self, text: str) -> list[Token]:
        """Give the tokens of a text."""
        return self._parser.parse(text)

    def blocks(self, text: str) -> list[Node]:
        """Give the blocks of a text in order."""
        return list(Node(self.tokens(text)).children)

    def inline_html(self, tokens: Sequence[Token]) -> str:
        """Safe HTML of the inside of one paragraph, without the paragraph."""
        return self._renderer.renderInline(tokens, self._parser.options, {}).strip()

    def block_html(self, nodes: Iterable[Node]) -> str:
        """Safe HTML of whole blocks; attribute lines leave no trace."""
        tokens = [token for node in nodes if node.type != "attrs_block" for token in node.to_tokens()]
        return self._renderer.render(tokens, self._parser.options, {}).strip()


def make_parser() -> MarkdownIt:
    """Make a parser that a dialect adds its plugins to.

    It reads front matter, and notes on which line breaks, links and pictures stand: markdown-it itself tells only where
    their paragraph begins.
    """
    parser = MarkdownIt("commonmark", {"html": False}).use(front_matter_plugin)
    for name, rule, kinds in (
        ("newline", newline, BREAKS),
        ("escape", escape, BREAKS),
        ("link", link, frozenset(("link_open",))),
        ("autolink", autolink, frozenset(("link_open",))),
        ("image", image, frozenset(("image",))),
    ):
        parser.inline.ruler.at(name, _placed(rule, kinds))
    return parser


def words(tokens: Sequence[Token]) -> str:
    """Give the same words without markup, for headings, anchors and screen readers."""
    parts = (" " if token.type in BREAKS else token.content for token in tokens if token.type != "image")
    return " ".join("".join(parts).split())


def inline_of(node: Node) -> Token:
    """Give the inline token of a paragraph or heading."""
    token = node.children[0].token if node.children else None
    return token if token is not None else Token("inline", "", 0, children=[], map=[0, 1])


def called(node: Node) -> str:
    """Name a kind of block in words that an author knows."""
    return _CALLED.get(node.type, node.type.replace("_", " "))


def first_line(node: Node) -> int:
    """Tell the source line, counted from 1, where a block begins."""
    return (node.map or (0, 0))[0] + 1


def line_of(inline: Token, index: int) -> int:
    """Tell the source line, counted from 1, of a child of an inline token."""
    children = inline.children or []
    below: Any = 0
    for token in reversed(children[: index + 1]):
        if "below" in token.meta:
            below = token.meta["below"] + (token.type in BREAKS and token is not children[index])
            break
    return (inline.map or [0])[0] + 1 + int(below)


def anchor(title: str) -> str:
    """Make the anchor that Git hosts give a heading: lower case, no punctuation, a hyphen for each space."""
    kept = (
        character
        for character in title.strip().lower()
        if character in " -_" or character.isalnum() or unicodedata.category(character)[0] == "M"
    )
    return "".join(kept).replace(" ", "-")


def text_of(node: Node) -> str:
    """Give the words of a block without markup; a picture gives its text alternative."""
    return " ".join("".join(_words_in(node)).split())


def _words_in(node: Node) -> Iterator[str]:
    if node.type in BREAKS:
        yield " "
    elif node.type in ("text", "code_inline", "fence", "code_block"):
        yield node.content
    for child in node.children:
        yield from _words_in(child)
        if child.type in ("paragraph", "list_item"):
            yield " "


def pictures(node: Node) -> list[tuple[str, str]]:
    """List source and text alternative of every picture in a block."""
    found = [(str(one.attrs.get("src", "")), text_of(one)) for one in node.walk() if one.type == "image"]
    return [(source, words.strip()) for source, words in found]
