"""Choices: `- [text](#scene){act=ACT id=ID}` with the explanation as a quotation under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.markdown import Node, first_line, inline_of, line_of, words
from course.scenario.markdown import LESSON, scene_of_link
from course.scenario.model import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from course.scenario.draft import Draft

_LISTS = frozenset(("bullet_list", "ordered_list"))


def is_choices(node: Node) -> bool:
    """Whether a block is a list with at least one item that begins with a link."""
    return node.type in _LISTS and any(_begins_with_link(item) for item in node.children)


def read_choices(draft: Draft, node: Node) -> Iterator[Choice]:
    """Read the choices of a list; reports items that are none."""
    for item in node.children:
        if _begins_with_link(item):
            yield _read_choice(draft, item)
        else:
            remedy = "Begin it with a link to a scene: `- [text](#scene)`, or put it in a list of its own."
            draft.error(
                first_line(item), "not-a-choice", "This item stands among choices and is none.", remedy
            )


def _begins_with_link(item: Node) -> bool:
    first = item.children[0] if item.children else None
    children = inline_of(first).children if first is not None and first.type == "paragraph" else None
    return bool(children) and children[0].type == "link_open" if children else False


def _read_choice(draft: Draft, item: Node) -> Choice:
    line = first_line(item)
    inline = inline_of(item.children[0])
    children = inline.children or []
    end = next((index for index, token in enumerate(children) if token.type == "link_close"), len(children))
    label, opening = children[1:end], children[0]
    _check_label(draft, inline, label, line)
    _check_rest(draft, inline, end + 1)
    target = scene_of_link(opening.attrs.get("href")) or ""
    act = str(opening.attrs.get("act", "")) or None
    if "act" in opening.attrs and act is None:
        draft.error(
            line, "empty-attribute", "The choice's `act=` names nothing.", "Name an act, or remove `act=`."
        )
    return Choice(
        id=str(opening.attrs.get("id", "")) or target,
        html=LESSON.inline_html(label),
        text=words(label),
        target=target,
        act=act,
        explanation=_explanation(draft, item.children[1:]),
        line=line,
    )


def _check_label(draft: Draft, inline: Token, label: Sequence[Token], line: int) -> None:
    if not words(label):
        draft.error(
            line,
            "empty-choice",
            "The choice says nothing.",
            "Write what the learner does between the brackets.",
        )
    for index, token in enumerate(label, 1):
        if token.type == "image":
            remedy = "Put the picture in the scene, above the choices."
            draft.error(
                line_of(inline, index), "picture-in-words", "A picture in a choice is left out.", remedy
            )


def _check_rest(draft: Draft, inline: Token, start: int) -> None:
    """Report what stands behind the link: it would not be shown."""
    rest = (inline.children or [])[start:]
    said = words(rest)
    if said and not said.startswith("{"):
        remedy = "Put all of the choice between the brackets, and its explanation below it as `  > …`."
        draft.error(
            line_of(inline, start),
            "text-after-choice",
            f"“{said[:40]}” stands behind the choice's link.",
            remedy,
        )
    for offset, token in enumerate(rest):
        if token.type == "link_open":
            remedy = "Give each choice a list item of its own."
            draft.error(line_of(inline, start + offset), "second-link", "A choice has a second link.", remedy)


def _explanation(draft: Draft, nodes: Sequence[Node]) -> str:
    quotes = [node for node in nodes if node.type == "blockquote"]
    for node in nodes:
        if node not in quotes:
            remedy = "Write the explanation as a quotation, two spaces in: `  > Daan heeft geen ja gezegd.`"
            draft.error(first_line(node), "not-an-explanation", "This under a choice is not shown.", remedy)
    for inner in (inner for quote in quotes for inner in quote.walk(include_self=False)):
        if inner.type in ("image", "container_piece", "heading", "fence", "hr"):
            line = first_line(inner) if inner.map else first_line(quotes[0])
            remedy = "Put it in the scene that the choice leads to."
            draft.error(line, "strange-block", "An explanation holds words only.", remedy)
    return LESSON.block_html([node for quote in quotes for node in quote.children])
