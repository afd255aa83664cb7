"""From blocks of Markdown to pieces of a scene."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from course.reading.findings import did_you_mean
from course.reading.markdown import Node, called, first_line, inline_of
from course.reading.told import told
from course.scenario.markdown import LESSON
from course.scenario.model import Narration, Picture, Piece
from course.scenario.paragraphs import parts_of
from course.scenario.pieces.box import Box, check_when, open_box
from course.scenario.pieces.call import read_call
from course.scenario.pieces.chat import read_chat
from course.scenario.pieces.compose import read_compose
from course.scenario.pieces.mail import read_mail
from course.scenario.pieces.notification import read_notification
from course.scenario.pieces.post import read_post
from course.scenario.pieces.profile import read_profile
from course.scenario.pieces.spots import read_spots
from course.scenario.pieces.story import read_story
from course.scenario.pieces.time import read_time
from course.scenario.pieces.voice import read_voice
from course.scenario.pieces.when import read_when

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from course.scenario.draft import Draft


@dataclass(frozen=True, slots=True)
class BlockKind:
    """A kind of container: who reads it, which attributes it knows and whether it has a name."""

    read: Callable[[Draft, Box], Piece]
    attributes: tuple[str, ...] = ()
    named: bool = True


def read_pieces(draft: Draft, nodes: Sequence[Node]) -> tuple[Piece, ...]:
    """Read the pieces in some blocks, in order; reports blocks that a scene can't show."""
    pieces: list[Piece] = []
    for node in nodes:
        if node.type == "paragraph":
            pieces.extend(_read_paragraph(draft, node))
        elif node.type == "container_piece":
            pieces.extend(_read_container(draft, open_box(node)))
        elif node.type in ("bullet_list", "ordered_list", "blockquote"):
            _check_inside(draft, node)
            pieces.append(Narration(LESSON.block_html([node]), first_line(node)))
        else:
            _report(draft, node)
    return tuple(pieces)


def _read_paragraph(draft: Draft, node: Node) -> list[Piece]:
    """Narration and pictures of one paragraph."""
    pieces: list[Piece] = []
    for part in parts_of(draft, inline_of(node)):
        if isinstance(part, Picture):
            pieces.append(part)
        elif html := LESSON.inline_html(part.tokens):
            pieces.append(Narration(f"<p>{html}</p>", part.line))
    return pieces


ASIDES = ("teacher", "prepare")
"""Blocks that no learner is shown; the second stands under the title only."""


def _check_inside(draft: Draft, node: Node) -> None:
    """Report what a list or quotation of the narrator can't hold; its words are rendered as they stand."""
    for inner in node.walk(include_self=False):
        if inner.type == "paragraph":
            for part in parts_of(draft, inline_of(inner)):
                if isinstance(part, Picture):
                    remedy = told("Put it on a line of its own, outside the list.")
                    draft.error(
                        part.line, "picture-in-words", told("A picture in a list is left out."), remedy
                    )
        elif inner.type in ("container_piece", "heading", "fence", "hr"):
            _report(draft, inner)


def _read_container(draft: Draft, box: Box) -> list[Piece]:
    kind = KINDS.get(box.kind)
    if box.kind in ASIDES:
        remedy = (
            told("Put it under the title.")
            if box.kind == "prepare"
            else told("Put it outside every other container, in a scene or under the title.")
        )
        draft.error(
            box.line,
            "strange-block",
            told("A %(kind)s block can't stand here.", kind=box.kind),
            remedy,
        )
        return []
    if kind is None:
        draft.error(
            box.line,
            "unknown-container",
            told("There is no container `%(kind)s`.", kind=box.kind),
            did_you_mean(box.kind, KINDS),
        )
        return []
    if box.kind == "when":
        check_when(draft, box)
        return [kind.read(draft, box)]
    _check_attributes(draft, box, kind)
    if kind.named and not box.name:
        remedy = told("Write it behind the kind: `::: %(kind)s …`.", kind=box.kind)
        draft.error(box.line, "missing-name", told("The %(kind)s has no name.", kind=box.kind), remedy)
    if box.name and not kind.named:
        remedy = told("Write only `::: %(kind)s` and its attributes.", kind=box.kind)
        draft.error(
            box.line,
            "needless-name",
            told("A %(kind)s has no name; `%(name)s` means nothing.", kind=box.kind, name=box.name),
            remedy,
        )
    member = draft.front.cast.get(box.name)
    if member is not None and box.kind not in _WHO:
        box = replace(box, name=member.name)
    return [kind.read(draft, box)]


def _check_attributes(draft: Draft, box: Box, kind: BlockKind) -> None:
    """Report an attribute that means nothing, and one of which only the last would count."""
    written = [name for name, _ in box.pairs]
    for name in dict.fromkeys(written):
        if name not in kind.attributes:
            remedy = did_you_mean(name, kind.attributes) if kind.attributes else told("Remove it.")
            draft.error(
                box.line,
                "unknown-attribute",
                told("A %(kind)s has no attribute `%(name)s`.", kind=box.kind, name=name),
                remedy,
            )
        elif written.count(name) > 1:
            message = told("This %(kind)s has `%(name)s=` more than once.", kind=box.kind, name=name)
            draft.error(box.line, "double-attribute", message, told("Keep one of them."))


def aside_of(draft: Draft, node: Node, kind: str = "teacher") -> Narration | None:
    """Read a block of this kind that only teachers read; None for any other."""
    if node.type != "container_piece" or node.info.split()[:1] != [kind]:
        return None
    box = open_box(node)
    for name in (*box.name.split(), *box.attributes):
        draft.error(
            box.line,
            "needless-name",
            told("`%(name)s` means nothing behind `%(kind)s`.", name=name, kind=kind),
            told("Write only `::: %(kind)s`.", kind=kind),
        )
    for inner in (one for child in box.nodes for one in child.walk()):
        if inner.type in ("container_piece", "image", "heading", "fence", "hr"):
            line = first_line(inner) if inner.map else box.line
            remedy = told("Write paragraphs and lists only.")
            draft.error(
                line,
                "strange-block",
                told("A %(kind)s block can't show a %(called)s.", kind=kind, called=called(inner)),
                remedy,
            )
    if not box.nodes:
        draft.error(
            box.line,
            "empty-container",
            told("This %(kind)s block says nothing.", kind=kind),
            told("Write what it is for, or remove it."),
        )
    return Narration(LESSON.block_html(box.nodes), box.line)


def _report(draft: Draft, node: Node) -> None:
    remedy = told(
        "Use paragraphs, lists, pictures and containers; a scene begins with `## Its name` at the margin."
    )
    draft.error(
        first_line(node),
        "unknown-block",
        told("A scene can't show a %(called)s here.", called=called(node)),
        remedy,
    )


def _read_when(draft: Draft, box: Box) -> Piece:
    return read_when(draft, box, read_pieces)


KINDS: Mapping[str, BlockKind] = {
    "chat": BlockKind(read_chat),
    "post": BlockKind(read_post, ("likes",)),
    "story": BlockKind(read_story),
    "notification": BlockKind(read_notification),
    "profile": BlockKind(read_profile),
    "mail": BlockKind(read_mail, named=False),
    "call": BlockKind(read_call),
    "time": BlockKind(read_time),
    "voice": BlockKind(read_voice, ("seconds",)),
    "spots": BlockKind(read_spots, named=False),
    "compose": BlockKind(read_compose),
    "when": BlockKind(_read_when, named=False),
}
_WHO = frozenset(("post", "story", "voice"))
"""The kinds whose name is a speaker, looked up by the reader itself."""
