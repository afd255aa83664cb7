"""What a teacher's pages in class are given: the way in on the digiboard, new pictures, and what a class chose first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from flask import request, url_for

from course.classroom.class_sessions import plain_code
from course.people.credentials import Kind
from web.display.dates import TimeFormatter, minutes_until
from web.display.picture_names import picture_name
from web.display.qr_code import qr_code
from web.display.shares import STEPS, share_words
from web.http.class_links import link_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from course.classroom.attendance import Attendance
    from course.classroom.class_sessions import ClassSession
    from course.classroom.knocks import AtTheDoor
    from course.classroom.wrong_pictures import WrongPictures
    from course.figures.counts import Share
    from course.figures.pages import Decision, GroupCard, GroupPage
    from course.people.pictures import LoginCard, NextCard
    from course.scenario.model import Lesson
    from web.teacher.cards import DrawnCards


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """An open class session with the time that is left."""

    code: str
    """With a dash in the middle, as one reads it aloud; signing in forgives the dash."""
    until: str
    minutes: int
    """Left, rounded up."""


@dataclass(frozen=True, slots=True)
class KnockRow:
    """A pupil who asks to be let in, and the picture that the pupil's screen shows."""

    id: int
    name: str
    picture: str
    word: str
    """What the picture is called."""


@dataclass(frozen=True, slots=True)
class SessionView:
    """What stands on the digiboard while a class comes in."""

    card: GroupCard
    door: OpenDoor | None
    address: str
    """Where pupils go, as they type it."""
    qr: str
    """The way to the names of this class as SVG; empty while the door is shut."""
    attendance: Attendance
    wrong: bool
    """Whether wrong pictures are tried often; at whom is no matter for a digiboard."""
    knocks: tuple[KnockRow, ...]


@dataclass(frozen=True, slots=True)
class PicturesView:
    """Drawing new cards: the pupils to choose from."""

    group_id: int
    group_name: str
    pupils: tuple[NextCard, ...]
    word: str
    """Of the drawing that this page may begin: a form that is sent twice draws once."""
    error: str
    are_shown: bool
    """Whether cards that were just drawn can still be looked at."""
    by_words: bool
    """Whether everybody's next card holds words."""
    change: bool
    """Whether somebody's next card holds something else than the one that works now."""
    differ: bool
    """Whether it says of each pupil what is on the card: not all have, or get, the same."""


@dataclass(frozen=True, slots=True)
class CardsView:
    """Cards that were just drawn, to be printed."""

    group_id: int
    group_name: str
    cards: tuple[LoginCard, ...]
    until: str
    address: str
    words: Mapping[str, str]
    """What each picture is called."""


@dataclass(frozen=True, slots=True)
class FiguresView:
    """What a group chose first, lesson by lesson."""

    group_id: int
    group_name: str
    lessons: tuple[tuple[Lesson, tuple[Decision, ...]], ...]
    decided: bool
    """Whether any decision has figures."""
    words: Mapping[Share, str]
    steps: Mapping[Share, int]
    """Of four, filled beside each word."""


def open_door(session: ClassSession | None, now: datetime) -> OpenDoor | None:
    """Tell of an open class session how long it stays so; None where there is none."""
    if session is None:
        return None
    middle = len(session.code) // 2
    return OpenDoor(
        code=f"{session.code[:middle]}-{session.code[middle:]}",
        until=TimeFormatter(now).until(session.expires_at),
        minutes=minutes_until(session.expires_at, now),
    )


def knock_rows(knocks: tuple[AtTheDoor, ...]) -> tuple[KnockRow, ...]:
    """Name the picture of each."""
    return tuple(KnockRow(one.id, one.name, one.picture, picture_name(one.picture)) for one in knocks)


def session_view(
    card: GroupCard,
    attendance: Attendance,
    wrong: WrongPictures,
    knocks: tuple[AtTheDoor, ...],
    now: datetime,
) -> SessionView:
    """Draw the way in: the address in words and, while the door is open, as a QR code."""
    door = open_door(card.session, now)
    qr = ""
    if door:
        code = plain_code(door.code)
        qr = qr_code(f"{url_for('sign_in.code', _external=True)}#{code}.{link_key(code)}")
    tried = bool(wrong.pupils) or wrong.whole_class
    return SessionView(card, door, address(), qr, attendance, tried, knock_rows(knocks))


def pictures_view(
    page: GroupPage, pupils: tuple[NextCard, ...], word: str, error: str, *, are_shown: bool
) -> PicturesView:
    """Offer a group's pupils."""
    gets, has = {one.gets for one in pupils}, {one.has for one in pupils if one.has}
    change = any(one.has and one.has is not one.gets for one in pupils)
    return PicturesView(
        page.group.id,
        page.group.name,
        pupils,
        word,
        error,
        are_shown,
        by_words=gets == {Kind.WORDS},
        change=change,
        differ=len(gets | has) > 1,
    )


def cards_view(page: GroupPage, drawn: DrawnCards, now: datetime) -> CardsView:
    """Show cards that were just drawn."""
    pictures = {picture for card in drawn.cards for picture in card.pictures}
    return CardsView(
        group_id=page.group.id,
        group_name=page.group.name,
        cards=drawn.cards,
        until=TimeFormatter(now).until(drawn.until),
        address=address(),
        words={picture: picture_name(picture) for picture in pictures},
    )


def figures_view(group_id: int, group_name: str, decisions: tuple[Decision, ...]) -> FiguresView:
    """Gather decisions by lesson."""
    return FiguresView(
        group_id=group_id,
        group_name=group_name,
        lessons=tuple((found[0].lesson, found) for found in _by_lesson(decisions)),
        decided=any(one.has_shares for one in decisions),
        words=share_words(),
        steps=STEPS,
    )


def address() -> str:
    """The front door as one types it: without the scheme, and without a slash at its end."""
    return request.url_root.split("://", 1)[-1].rstrip("/")


def _by_lesson(decisions: tuple[Decision, ...]) -> list[tuple[Decision, ...]]:
    return [tuple(found) for _lesson, found in groupby(decisions, key=lambda one: one.lesson.id)]
