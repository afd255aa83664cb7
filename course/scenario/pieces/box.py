"""A container as it is written: `::: kind Name of it key=value key="two words"`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.reading.findings import did_you_mean
from course.reading.markdown import Node, called, first_line, inline_of
from course.reading.told import told
from course.scenario.attributes import check_dashes
from course.scenario.condition_reader import ATTRIBUTE, KEYS, Pairs, pairs_in
from course.scenario.markdown import LESSON
from course.scenario.model import Picture
from course.scenario.paragraphs import parts_of, report_more

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from course.scenario.draft import Draft


@dataclass(frozen=True, slots=True)
class Box:
    """One container: its kind, its name, its attributes and the blocks in it."""

    kind: str
    name: str
    pairs: Pairs
    """Its attributes in order."""
    nodes: Sequence[Node]
    line: int

    @property
    def attributes(self) -> Mapping[str, str]:
        """Its attributes by name."""
        return dict(self.pairs)


def open_box(node: Node) -> Box:
    """Read the line that opens a container."""
    words = ATTRIBUTE.sub(" ", node.info).split() or [""]
    return Box(words[0], " ".join(words[1:]), pairs_in(node.info), node.children, first_line(node))


def check_when(draft: Draft, box: Box) -> None:
    """Report what does not belong on the line that opens a `when`."""
    if box.name:
        remedy = told("Write only `::: when` and its attributes, without spaces around `=`.")
        message = told("A when has no name; `%(name)s` means nothing.", name=box.name)
        draft.error(box.line, "needless-name", message, remedy)
    for key, written in box.pairs:
        check_dashes(draft, written, box.line)
        if key not in KEYS:
            message = told("A when has no attribute `%(key)s`.", key=key)
            draft.error(box.line, "unknown-attribute", message, did_you_mean(key, KEYS))


def body(draft: Draft, box: Box, nodes: Sequence[Node] | None = None) -> tuple[str, Picture | None]:
    """Give the words of a piece as blocks of HTML, and its one picture; reports blocks that don't fit."""
    html: list[str] = []
    pictures: list[Picture] = []
    for node in box.nodes if nodes is None else nodes:
        if node.type != "paragraph":
            strange_block(draft, box, node)
            continue
        for part in parts_of(draft, inline_of(node)):
            if isinstance(part, Picture):
                pictures.append(part)
            else:
                html.append(f"<p>{LESSON.inline_html(part.tokens)}</p>")
    report_more(draft, pictures, box.line)
    return "\n".join(html), pictures[0] if pictures else None


def words_only(draft: Draft, box: Box, nodes: Sequence[Node] | None = None) -> str:
    """Give the words of a piece that shows no picture."""
    html, picture = body(draft, box, nodes)
    if picture is not None:
        remedy = told(
            "Put it in a chat, post, story or profile, or on a line of its own outside the container."
        )
        draft.error(
            picture.line, "no-picture-here", told("A %(kind)s shows no picture.", kind=box.kind), remedy
        )
    return html


def items(lists: Sequence[Node]) -> Iterator[Node]:
    """Give the first paragraph of every item of some lists."""
    for one in lists:
        for item in one.children:
            yield from (node for node in item.children[:1] if node.type == "paragraph")


def apart(box: Box) -> tuple[list[Node], list[Node]]:
    """Part the blocks that are lists from the others."""
    lists = [node for node in box.nodes if node.type in ("bullet_list", "ordered_list")]
    return lists, [node for node in box.nodes if node not in lists]


def strange_block(draft: Draft, box: Box, node: Node) -> None:
    """Report a block that this kind of piece can't show."""
    remedy = told("Write paragraphs only.")
    if node.type == "container_piece":
        remedy = told("Close this container before it; only `when` holds other containers.")
    elif node.type in ("bullet_list", "ordered_list"):
        remedy = told("Put choices and lists outside the container.")
    draft.error(
        first_line(node),
        "strange-block",
        told("A %(called)s does not fit in a %(kind)s.", called=called(node), kind=box.kind),
        remedy,
    )
