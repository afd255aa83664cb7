"""What stands in a paragraph: words as safe HTML, pictures, and lines that somebody says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from course.reading.markdown import BREAKS, line_of
from course.reading.told import told
from course.scenario.markdown import LESSON, scene_of_link
from course.scenario.model import Message, Picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from course.scenario.draft import Draft

NO_DRAWING = told("Put a drawing (`name.svg`) in the lesson's folder and write only its file name.")
PICTURE_FILE = re.compile(r"[\w][\w-]*\.svg")
_SPEAKER = re.compile(r"\s*(?P<who>[^\s:,.!?][^:,.!?]{0,39}?)\s*:(?=\s|$)\s*")


def read_picture(draft: Draft, image: Token, line: int) -> Picture:
    """Read an image token; reports a missing text alternative, and a source that is no drawing here."""
    src = str(image.attrs.get("src", ""))
    if not image.content.strip():
        remedy = told("Write between the brackets what one sees: `![Daan zit in de modder](daan.svg)`.")
        draft.error(
            line, "missing-alt", told("The picture `%(src)s` has no text alternative.", src=src[:60]), remedy
        )
    if not PICTURE_FILE.fullmatch(src):
        draft.error(
            line,
            "bad-picture",
            told("`%(src)s` is not a drawing in the lesson's folder.", src=src[:60]),
            NO_DRAWING,
        )
    return Picture(src, " ".join(image.content.split()), line)


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of words in a paragraph, and the line where it begins."""

    tokens: tuple[Token, ...]
    line: int


def parts_of(draft: Draft, inline: Token) -> Iterator[Picture | TextRun]:
    """Split a paragraph into its pictures and the words between them, in order; drops empty words."""
    children = inline.children or []
    start = 0
    for index, child in enumerate(children):
        if child.type != "image":
            _check_place(draft, child, line_of(inline, index))
            continue
        picture = read_picture(draft, child, line_of(inline, index))
        if child.level == 0:
            yield from _run(inline, start, index)
            start = index + 1
            yield picture
        else:
            remedy = told("Put the picture on a line of its own, outside links and emphasis.")
            draft.error(
                picture.line,
                "picture-in-words",
                told("A picture stands inside other words and is left out."),
                remedy,
            )
    yield from _run(inline, start, len(children))


def _check_place(draft: Draft, token: Token, line: int) -> None:
    if token.type == "link_open" and scene_of_link(token.attrs.get("href")) is not None:
        remedy = told("Make it a choice: a list item `- [text](#scene)`, outside any container.")
        draft.error(
            line, "link-in-words", told("A link to a scene stands outside a choice and is left out."), remedy
        )


def _run(inline: Token, start: int, end: int) -> Iterator[TextRun]:
    """Take the words from `start` to `end`, without the empty ones around them."""
    children = inline.children or []
    kept = [index for index in range(start, end) if not _is_blank(children[index])]
    if kept:
        yield TextRun(tuple(children[kept[0] : kept[-1] + 1]), line_of(inline, kept[0]))


def _is_blank(token: Token) -> bool:
    return token.type in BREAKS or (token.type == "text" and not token.content.strip())


def lines_of(inline: Token) -> Iterator[tuple[int, Token]]:
    """Give the source lines of a paragraph, each as an inline token of its own with its line number."""
    children = inline.children or []
    start = 0
    for index in range(len(children) + 1):
        if index < len(children) and not (children[index].type in BREAKS and children[index].level == 0):
            continue
        below = int(children[start - 1].meta.get("below", 0)) + 1 if start else 0
        line = (inline.map or [0])[0] + 1 + below
        if start < index:
            yield line, over(inline, children[start:index])
        start = index + 1


def over(inline: Token, children: list[Token]) -> Token:
    """Make an inline token over some of another's children, standing on the same block."""
    return replace(inline, children=children)


def read_messages(draft: Draft, inline: Token) -> Iterator[Message]:
    """Every line of a paragraph as a message; reports a line without a speaker, and one that says nothing."""
    for line, said in lines_of(inline):
        children = said.children or []
        named = split_name(children[0]) if children else None
        if named is None:
            remedy = told(
                "Write `name: text`, each message on one line; the name without a comma or full stop."
            )
            draft.error(line, "no-speaker", told("Nobody says this line."), remedy)
            continue
        who, first = named
        html, picture = words_and_picture(draft, over(said, [first, *children[1:]]), line)
        if not html and picture is None:
            draft.error(
                line,
                "empty-message",
                told("%(who)s says nothing.", who=who),
                told("Write a text or a picture behind `%(who)s:`.", who=who),
            )
        yield Message(draft.member(who, line), html, picture, line)


def split_name(token: Token) -> tuple[str, Token] | None:
    """Take `name:` off the first text of a line: the name and the rest; None where there is none."""
    found = _SPEAKER.match(token.content) if token.type == "text" else None
    return (found["who"], replace(token, content=token.content[found.end() :])) if found else None


def words_and_picture(draft: Draft, inline: Token, line: int) -> tuple[str, Picture | None]:
    """Give the words of one line or paragraph as inline HTML, and its picture; reports a second picture."""
    html: list[str] = []
    pictures: list[Picture] = []
    for part in parts_of(draft, inline):
        if isinstance(part, Picture):
            pictures.append(part)
        else:
            html.append(LESSON.inline_html(part.tokens))
    report_more(draft, pictures, line)
    return " ".join(html), pictures[0] if pictures else None


def report_more(draft: Draft, pictures: Sequence[Picture], line: int) -> None:
    """Report every picture after the first, where the phone shows one."""
    for picture in pictures[1:]:
        remedy = told("Keep one, or put the other in a piece of its own.")
        draft.error(
            picture.line or line,
            "second-picture",
            told("`%(src)s` is a second picture here.", src=picture.src),
            remedy,
        )
