"""Everything of a lesson that a learner reads, piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from course.scenario.model import (
    Call,
    Chat,
    Compose,
    Lesson,
    Mail,
    Narration,
    Notification,
    Picture,
    Piece,
    Post,
    Profile,
    Scene,
    Spots,
    Story,
    TimeJump,
    Voice,
    When,
)
from course.scenario.parts import flat

if TYPE_CHECKING:
    from collections.abc import Iterator


def texts(lesson: Lesson) -> Iterator[tuple[int, str]]:
    """Give the words of a lesson in the order of the text, each as HTML with its line."""
    yield from ((part.line, part.html) for part in lesson.opening)
    for scene in lesson.scenes.values():
        yield from _texts(scene)


def _texts(scene: Scene) -> Iterator[tuple[int, str]]:
    for piece in flat(scene.pieces):
        yield from _texts_of(piece)
    for choice in scene.choices:
        yield choice.line, choice.text
        yield from ((passage.line, passage.html) for passage in choice.passages)


def _texts_of(piece: Piece) -> Iterator[tuple[int, str]]:
    match piece:
        case Chat(messages=messages):
            yield from ((message.line, message.html) for message in messages)
        case Post(html=text, line=line, comments=comments):
            yield line, text
            yield from ((comment.line, comment.html) for comment in comments)
        case Narration() | Voice() | Story() | Notification() | Profile() | Mail() | Call():
            yield piece.line, piece.html
        case Spots(spots=spots):
            yield from ((spot.line, spot.html) for spot in spots)
        case Compose():
            yield from _texts_of_message(piece)
        case Picture() | TimeJump() | When():
            pass
        case _:
            assert_never(piece)


def _texts_of_message(piece: Compose) -> Iterator[tuple[int, str]]:
    for one in piece.pieces:
        if isinstance(one, Narration):
            yield one.line, one.html
        else:
            yield from ((part.line, part.html) for part in one.parts)
