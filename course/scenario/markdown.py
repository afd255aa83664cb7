"""The Markdown of a lesson: which rules hold, where a thing stands in the source, and safe HTML from it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_inline import StateInline, autolink, escape, image, link, newline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

if TYPE_CHECKING:
    from markdown_it.renderer import RendererHTML

Node = SyntaxTreeNode
"""A node of the tree that markdown-it makes of the tokens."""

BREAKS = frozenset(("softbreak", "hardbreak"))
READ_ATTRIBUTES = ("class", "id", "act", "lang")
"""What may stand between braces somewhere; all else is set apart, to be reported and never rendered."""

_CALLED = {
    "container_piece": "container",
    "hr": "ruled line",
    "fence": "block of code",
    "bullet_list": "list",
    "ordered_list": "numbered list",
    "blockquote": "quotation",
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


def _drawn_as(text: str) -> Callable[..., str]:
    def rendered(*_: object) -> str:
        return text

    return rendered


def _image_as_words(_: object, tokens: Sequence[Token], index: int, *__: object) -> str:
    return escapeHtml(tokens[index].content)


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).disable(["code", "html_block", "html_inline"])
    parser.use(front_matter_plugin)
    parser.use(container_plugin, name="piece", validate=lambda params, _: bool(params.strip()))
    parser.use(attrs_plugin, spans=True, allowed=READ_ATTRIBUTES).use(
        attrs_block_plugin, allowed=READ_ATTRIBUTES
    )
    for name, rule, kinds in (
        ("newline", newline, BREAKS),
        ("escape", escape, BREAKS),
        ("link", link, frozenset(("link_open",))),
        ("autolink", autolink, frozenset(("link_open",))),
        ("image", image, frozenset(("image",))),
    ):
        parser.inline.ruler.at(name, _placed(rule, kinds))
    for name in ("link_open", "link_close"):
        parser.add_render_rule(name, _drawn_as(""))
    parser.add_render_rule("image", _image_as_words)
    return parser


_PARSER = _make_parser()
_RENDERER = cast("RendererHTML", _PARSER.renderer)


def parse(text: str) -> list[Token]:
    """Give the tokens of a lesson's text."""
    return _PARSER.parse(text)


def inline_html(tokens: Sequence[Token]) -> str:
    """Safe inline HTML of one line's tokens, without links and images."""
    return _RENDERER.renderInline(tokens, _PARSER.options, {}).strip()


def block_html(nodes: Sequence[Node]) -> str:
    """Safe HTML of whole blocks, without links and images."""
    tokens = [token for node in nodes for token in node.to_tokens()]
    return _RENDERER.render(tokens, _PARSER.options, {}).strip()


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


def scene_of_link(href: object) -> str | None:
    """Give the anchor that a link goes to inside the same lesson; None for any other link."""
    target = str(href or "")
    return unquote(target[1:]) if target.startswith("#") else None
