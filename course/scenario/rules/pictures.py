"""Rules about pictures: the files are there and the words beside them say what one sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from course.reading.findings import nearest
from course.reading.told import told
from course.scenario.model import (
    Call,
    Chat,
    Compose,
    Mail,
    Message,
    Narration,
    Notification,
    Picture,
    Piece,
    Post,
    Profile,
    Spots,
    Story,
    TimeJump,
    Voice,
    When,
)
from course.scenario.parts import flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.scenario.rules.case import Case

SHORTEST = 3
"""Words that a text alternative has at least."""
_NEEDLESS = re.compile(
    r"(?:een )?(?:foto|afbeelding|plaatje)s? van\b|(?:an? )?(?:photo|picture|image) of\b", re.IGNORECASE
)


def pictures_of(case: Case) -> Iterator[Picture]:
    """Give every picture that the lesson shows, but for those of the cast."""
    if case.lesson.cover is not None:
        yield case.lesson.cover
    for scene in case.scenes:
        for piece in flat(scene.pieces):
            yield from _pictures_in(piece)


def _pictures_in(piece: Piece | Message) -> Iterator[Picture]:
    match piece:
        case Picture():
            yield piece
        case Chat(messages=messages):
            for message in messages:
                yield from _pictures_in(message)
        case Post() | Story() | Profile() | Message():
            if piece.picture is not None:
                yield piece.picture
            for comment in piece.comments if isinstance(piece, Post) else ():
                yield from _pictures_in(comment)
        case Spots(picture=picture):
            yield picture
        case Narration() | Notification() | Mail() | Call() | TimeJump() | Voice() | Compose() | When():
            pass
        case _:
            assert_never(piece)


def _named(case: Case) -> Iterator[tuple[str, int]]:
    """Give every picture that the lesson names, those of the cast included, with its line."""
    yield from ((picture.src, picture.line) for picture in pictures_of(case))
    yield from (
        (member.picture, member.line)
        for member in case.lesson.cast.values()
        if member.picture and not member.folder
    )


def _meant(case: Case, src: str) -> str | None:
    """Give the picture in the folder that a missing one is likely a slip for."""
    like = nearest(src.removesuffix(".svg"), (name.removesuffix(".svg") for name in case.pictures))
    return f"{like}.svg" if like else None


def missing_picture(case: Case) -> None:
    """See that every picture that is named is a file in the lesson's folder."""
    for src, line in _named(case):
        if src not in case.pictures:
            like = _meant(case, src)
            remedy = (
                told("Did you mean `%(like)s`?", like=like)
                if like
                else told("Put `%(src)s` in the lesson's folder.", src=src)
            )
            case.error(line, "missing-picture", told("There is no picture `%(src)s`.", src=src), remedy)


def unused_picture(case: Case) -> None:
    """See that every picture in the folder is shown, or at least meant."""
    named = {src for src, _ in _named(case)}
    meant = {_meant(case, src) for src in named - case.pictures}
    for name in sorted(case.pictures - named - meant):
        case.hint(
            1,
            "unused-picture",
            told("The picture `%(name)s` is not shown.", name=name),
            told("Show it, or remove the file."),
        )


def poor_alternative(case: Case) -> None:
    """See that a text alternative says what one sees, in a few words and without "foto van"."""
    for picture in pictures_of(case):
        if needless := _NEEDLESS.match(picture.alt):
            message = told(
                "The text alternative of `%(src)s` begins with “%(needless)s”.",
                src=picture.src,
                needless=needless[0],
            )
            remedy = told("Begin with what one sees; a screen reader already says that it is a picture.")
            case.hint(picture.line, "needless-words", message, remedy)
        elif picture.alt and len(picture.alt.split()) < SHORTEST:
            message = told(
                "The text alternative of `%(src)s` is short (“%(alt)s”).", src=picture.src, alt=picture.alt
            )
            remedy = told("Say who one sees, doing what, as far as the story needs it.")
            report = case.hint if " " in picture.alt else case.warning
            report(picture.line, "short-alternative", message, remedy)
