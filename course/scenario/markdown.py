"""The dialect of lessons: containers are pieces of a phone, braces hold attributes, and links lead to scenes only."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from markdown_it.common.utils import escapeHtml
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.container import container_plugin

from course.reading.markdown import Dialect, make_parser

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

READ_ATTRIBUTES = ("class", "id", "act", "acts", "when", "order", "parts", "lang")
"""What may stand between braces somewhere; all else is set apart, to be reported and never rendered."""


def _rendered_as(text: str) -> Callable[..., str]:
    def rendered(*_: object) -> str:
        return text

    return rendered


def _image_as_words(_: object, tokens: Sequence[Token], index: int, *__: object) -> str:
    return escapeHtml(tokens[index].content)


def _dialect() -> Dialect:
    """Links and pictures are pieces and choices, taken out by the reader: what is left of them is rendered as words."""
    parser = make_parser().disable(["code", "html_block", "html_inline"])
    parser.use(container_plugin, name="piece", validate=lambda params, _: bool(params.strip()))
    parser.use(attrs_plugin, spans=True, allowed=READ_ATTRIBUTES)
    parser.use(attrs_block_plugin, allowed=READ_ATTRIBUTES)
    for name in ("link_open", "link_close"):
        parser.add_render_rule(name, _rendered_as(""))
    parser.add_render_rule("image", _image_as_words)
    return Dialect(parser)


LESSON = _dialect()


def scene_of_link(href: object) -> str | None:
    """Give the anchor that a link goes to inside the same lesson; None for any other link."""
    target = str(href or "")
    return unquote(target[1:]) if target.startswith("#") else None
