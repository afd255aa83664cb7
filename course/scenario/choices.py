"""Choices: `- [text](#scene){acts="ACT ACT" id=ID when="…"}` with the explanation as a quotation under it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from course.reading.markdown import Node, first_line, inline_of, line_of, words
from course.reading.told import told
from course.scenario.condition_reader import read_attribute, read_condition
from course.scenario.markdown import LESSON, scene_of_link
from course.scenario.model import Choice, Passage
from course.scenario.pieces.box import check_when, open_box

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from course.scenario.conditions import Condition
    from course.scenario.draft import Draft

_LISTS = frozenset(("bullet_list", "ordered_list"))
_CLOSING = re.compile(r">[ \t]*:{3,}[ \t]*$")


def is_choices(node: Node) -> bool:
    """Whether a block is a list with at least one item that begins with a link."""
    return node.type in _LISTS and any(_begins_with_link(item) for item in node.children)


def read_choices(draft: Draft, node: Node, above: Condition = ()) -> Iterator[Choice]:
    """Read the choices of a list, which are offered only where the condition `above` them holds; reports other items."""
    for item in node.children:
        if _begins_with_link(item):
            yield _read_choice(draft, item, above)
        else:
            remedy = told(
                "Begin it with a link to a scene: `- [text](#scene)`, or put it in a list of its own."
            )
            draft.error(
                first_line(item), "not-a-choice", told("This item stands among choices and is none."), remedy
            )


def _begins_with_link(item: Node) -> bool:
    first = item.children[0] if item.children else None
    children = inline_of(first).children if first is not None and first.type == "paragraph" else None
    return bool(children) and children[0].type == "link_open" if children else False


def merged(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """Take a choice that stands in several `when` blocks, word for word, as one that any of them offers."""
    kept: list[Choice] = []
    for choice in choices:
        same = next((at for at, one in enumerate(kept) if choice.ways and _is_same(one, choice)), None)
        if same is None:
            kept.append(choice)
        else:
            kept[same] = replace(kept[same], ways=(*kept[same].ways, *choice.ways))
    return tuple(kept)


def _is_same(one: Choice, other: Choice) -> bool:
    said = [passage.html for passage in one.passages] == [passage.html for passage in other.passages]
    return (
        bool(one.ways)
        and said
        and replace(other, line=0, ways=(), passages=()) == replace(one, line=0, ways=(), passages=())
    )


def _read_choice(draft: Draft, item: Node, above: Condition) -> Choice:
    line = first_line(item)
    inline = inline_of(item.children[0])
    children = inline.children or []
    end = next((index for index, token in enumerate(children) if token.type == "link_close"), len(children))
    label, opening = children[1:end], children[0]
    _check_label(draft, inline, label, line)
    _check_rest(draft, inline, end + 1)
    target = scene_of_link(opening.attrs.get("href")) or ""
    condition = (*above, *read_attribute(draft, opening.attrs.get("when"), line))
    return Choice(
        id=str(opening.attrs.get("id", "")) or target,
        html=LESSON.inline_html(label),
        text=words(label),
        target=target,
        acts=_acts(draft, opening, line),
        passages=_explanation(draft, item.children[1:]),
        line=line,
        ways=(condition,) if condition else (),
        parts=tuple(str(opening.attrs.get("parts", "")).split()),
    )


def _acts(draft: Draft, opening: Token, line: int) -> tuple[str, ...]:
    """Read what a choice does: `act=` names one act, `acts=` several."""
    written = [name for name in ("act", "acts") if name in opening.attrs]
    acts = [act for name in written for act in str(opening.attrs[name]).split()]
    for name in written:
        if not str(opening.attrs[name]).split():
            message = told("The choice's `%(name)s=` names nothing.", name=name)
            draft.error(
                line, "empty-attribute", message, told("Name an act, or remove `%(name)s=`.", name=name)
            )
    for act in sorted({one for one in acts if acts.count(one) > 1}):
        draft.error(
            line,
            "double-act",
            told("The choice names the act `%(act)s` twice.", act=act),
            told("Name it once."),
        )
    return tuple(dict.fromkeys(acts))


def _check_label(draft: Draft, inline: Token, label: Sequence[Token], line: int) -> None:
    if not words(label):
        draft.error(
            line,
            "empty-choice",
            told("The choice says nothing."),
            told("Write what the learner does between the brackets."),
        )
    for index, token in enumerate(label, 1):
        if token.type == "image":
            remedy = told("Put the picture in the scene, above the choices.")
            draft.error(
                line_of(inline, index), "picture-in-words", told("A picture in a choice is left out."), remedy
            )


def _check_rest(draft: Draft, inline: Token, start: int) -> None:
    """Report what stands behind the link: it would not be shown."""
    rest = (inline.children or [])[start:]
    said = words(rest)
    if said and not said.startswith("{"):
        remedy = told("Put all of the choice between the brackets, and its explanation below it as `  > …`.")
        draft.error(
            line_of(inline, start),
            "text-after-choice",
            told("“%(said)s” stands behind the choice's link.", said=said[:40]),
            remedy,
        )
    for offset, token in enumerate(rest):
        if token.type == "link_open":
            remedy = told("Give each choice a list item of its own.")
            draft.error(
                line_of(inline, start + offset), "second-link", told("A choice has a second link."), remedy
            )


def _explanation(draft: Draft, nodes: Sequence[Node]) -> tuple[Passage, ...]:
    quotes = [node for node in nodes if node.type == "blockquote"]
    for node in nodes:
        if node not in quotes:
            remedy = told(
                "Write the explanation as a quotation, two spaces in: `  > Daan heeft geen ja gezegd.`"
            )
            draft.error(
                first_line(node), "not-an-explanation", told("This under a choice is not shown."), remedy
            )
    return tuple(_passages(draft, [node for quote in quotes for node in quote.children], ()))


def _passages(draft: Draft, nodes: Sequence[Node], above: Condition) -> Iterator[Passage]:
    """Part an explanation at its `when` blocks; what stands between them is shown wherever they are."""
    waiting: list[Node] = []
    for node in nodes:
        box = open_box(node) if node.type == "container_piece" else None
        if box is None or box.kind != "when":
            waiting.append(node)
            continue
        yield from _passage(draft, waiting, above)
        waiting = []
        _check_closed(draft, node)
        check_when(draft, box)
        yield from _passages(draft, box.nodes, (*above, *read_condition(draft, box.pairs, box.line)))
    yield from _passage(draft, waiting, above)


def _passage(draft: Draft, nodes: list[Node], condition: Condition) -> Iterator[Passage]:
    """Give some blocks of an explanation as one passage; reports what is none of its words."""
    for inner in (inner for node in nodes for inner in node.walk()):
        if inner.type in ("image", "container_piece", "heading", "fence", "hr"):
            line = first_line(inner) if inner.map else first_line(nodes[0])
            remedy = told(
                "Put it in the scene that the choice leads to; only `when` may stand in an explanation."
            )
            draft.error(line, "strange-block", told("An explanation holds words only."), remedy)
        elif inner.type == "inline" and inner.token is not None:
            _check_links(draft, inner.token)
    if html := LESSON.block_html(nodes):
        yield Passage(html, first_line(nodes[0]), condition)


def _check_links(draft: Draft, inline: Token) -> None:
    """Report a link in an explanation: it is a choice that was taken for more of the explanation above it."""
    for index, token in enumerate(inline.children or []):
        if token.type == "link_open":
            remedy = told(
                "Begin a choice with a hyphen and a space, `- [text](#scene)`, below an empty line."
            )
            message = told("A link stands in an explanation, where it is left out.")
            draft.error(line_of(inline, index), "link-in-explanation", message, remedy)


def _check_closed(draft: Draft, node: Node) -> None:
    """Report a `when` that its explanation ends with: what follows might have been meant for everybody."""
    end = (node.map or (0, 0))[1]
    if not _CLOSING.search("\n".join(draft.lines[end : end + 1])):
        remedy = told("Add a line `  > :::` after it.")
        draft.error(
            first_line(node),
            "unclosed-container",
            told("The container `%(info)s` is not closed.", info=node.info.strip()),
            remedy,
        )
