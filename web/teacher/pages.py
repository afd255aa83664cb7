"""From a report to a teacher's page: how it is sorted, counted and told."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

import segno
from flask import request, url_for
from flask_babel import gettext as _

from course.classroom.class_sessions import plain_code
from course.errors import NotFound
from course.figures.counts import Share
from course.learning.pages import State
from web.display.dates import Moments, minutes_until
from web.display.states import state_words
from web.sign_in.codes import link_key
from web.sign_in.pictures import picture_name
from web.teacher.views import (
    FiguresView,
    GroupView,
    ModuleCounts,
    MyGroup,
    MyGroups,
    OpenDoor,
    PicturesView,
    PupilRow,
    SessionView,
    SortLink,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from course.classroom.attendance import Attendance
    from course.classroom.class_sessions import ClassSession
    from course.curriculum.model import Module
    from course.figures.pages import Cell, Decision, GroupCard, GroupPage, PersonRow
    from course.people.pictures import LoginCard

STEPS = {Share.FEW: 1, Share.SOME: 2, Share.HALF: 3, Share.MOST: 4}
"""How many steps are filled, one more for each word: a length of its own would be a number again."""
URGENCY = {State.STUCK: 0, State.NOT_BEGUN: 1, State.BUSY: 2, State.DONE: 3}
"""Who needs the teacher most comes first."""


def my_groups_view(cards: tuple[GroupCard, ...], now: datetime) -> MyGroups:
    """Add the time left to each open door."""
    return MyGroups(tuple(MyGroup(card, _door(card.session, now)) for card in cards))


def group_view(page: GroupPage, sort: str, now: datetime, locale: str) -> GroupView:
    """Sort a group by `name`, `seen` or a module's id; anything else sorts by name."""
    places = {module.id: place for place, module in enumerate(page.modules)}
    sort = sort if sort in places or sort == "seen" else "name"
    heads = _heads(page, sort, locale)
    moments = Moments(now)
    return GroupView(
        page=page,
        door=_door(page.session, now),
        stuck=tuple(_stuck(person, page, locale) for person in page.pupils if _is_stuck(person)),
        counts=tuple(
            _counts(module, page, place) for module, place in zip(page.modules, places.values(), strict=True)
        ),
        heads=heads,
        rows=tuple(
            PupilRow(one, moments.told(one.touched_at))
            for one in _sorted(page.pupils, sort, places.get(sort))
        ),
        words=state_words(),
        url=next(one.url for one in heads if one.chosen),
    )


def figures_view(group_id: int, group_name: str, decisions: tuple[Decision, ...]) -> FiguresView:
    """Gather decisions by lesson."""
    return FiguresView(
        group_id=group_id,
        group_name=group_name,
        lessons=tuple((found[0].lesson, found) for found in _by_lesson(decisions)),
        decided=any(one.has_shares for one in decisions),
        words=_share_words(),
        steps=STEPS,
    )


def session_view(card: GroupCard, attendance: Attendance, now: datetime) -> SessionView:
    """Draw the way in: the address in words and, while the door is open, as a QR code."""
    door = _door(card.session, now)
    qr = ""
    if door:
        code = plain_code(door.code)
        qr = _qr(url_for("sign_in.tiles", code=code, key=link_key(code), _external=True))
    return SessionView(card, door, address(), qr, attendance)


def pictures_view(page: GroupPage, cards: tuple[LoginCard, ...] = (), error: str = "") -> PicturesView:
    """Offer a group's pupils, or show cards that were just drawn."""
    drawn = {picture for card in cards for picture in card.pictures}
    return PicturesView(
        group_id=page.group.id,
        group_name=page.group.name,
        pupils=page.pupils,
        cards=cards,
        error=error,
        address=address(),
        words={picture: picture_name(picture) for picture in drawn},
    )


def own_card(cards: tuple[GroupCard, ...], group_id: int) -> GroupCard:
    """Find one of the own groups; NotFound for every other."""
    for card in cards:
        if card.group.id == group_id:
            return card
    raise NotFound("group", str(group_id))


def address() -> str:
    """The front door as one types it: without the scheme, and without a slash at its end."""
    return request.url_root.split("://", 1)[-1].rstrip("/")


@lru_cache(maxsize=256)
def _qr(address: str) -> str:
    """Draw an address; kept, for the board asks again every few seconds."""
    svg: str = segno.make(address, micro=False).svg_inline(omitsize=True, border=2, dark="#000", light="#fff")
    return svg


def _door(session: ClassSession | None, now: datetime) -> OpenDoor | None:
    if session is None:
        return None
    middle = len(session.code) // 2
    return OpenDoor(
        code=f"{session.code[:middle]}-{session.code[middle:]}",
        until=Moments(now).until(session.expires_at),
        minutes=minutes_until(session.expires_at, now),
    )


def _heads(page: GroupPage, sort: str, locale: str) -> tuple[SortLink, ...]:
    base = url_for("teacher.group", group_id=page.group.id)
    names = {
        "name": str(_("Name")),
        **{one.id: one.words.for_locale(locale) for one in page.modules},
        "seen": str(_("Last busy")),
    }
    return tuple(
        SortLink(
            url=base if key == "name" else f"{base}?sort={key}",
            label=label,
            chosen=key == sort,
            direction="descending" if key == "seen" else "ascending",
            id=f"sort-{key}",
        )
        for key, label in names.items()
    )


def _is_stuck(person: PersonRow) -> bool:
    return any(cell.state is State.STUCK for cell in person.cells)


def _stuck(person: PersonRow, page: GroupPage, locale: str) -> tuple[str, str]:
    where = (
        module.words.for_locale(locale)
        for module, cell in zip(page.modules, person.cells, strict=True)
        if cell.state is State.STUCK
    )
    return person.name, ", ".join(where)


def _counts(module: Module, page: GroupPage, place: int) -> ModuleCounts:
    counted = Counter(one.cells[place].state for one in page.pupils)
    return ModuleCounts(
        module, counted[State.DONE], counted[State.BUSY], counted[State.STUCK], counted[State.NOT_BEGUN]
    )


def _sorted(pupils: tuple[PersonRow, ...], sort: str, place: int | None) -> list[PersonRow]:
    """Sort pupils that come by name; equals stay by name."""
    if place is not None:
        return sorted(pupils, key=_urgency(place))
    if sort == "seen":
        return sorted(pupils, key=lambda one: -one.touched_at.timestamp() if one.touched_at else 0.0)
    return list(pupils)


def _urgency(place: int) -> Callable[[PersonRow], int]:
    def urgency(person: PersonRow) -> int:
        cell: Cell = person.cells[place]
        return URGENCY[cell.state]

    return urgency


def _share_words() -> Mapping[Share, str]:
    return {
        Share.FEW: _("a few at most"),
        Share.SOME: _("some"),
        Share.HALF: _("about half"),
        Share.MOST: _("most of them"),
    }


def _by_lesson(decisions: tuple[Decision, ...]) -> list[tuple[Decision, ...]]:
    return [tuple(found) for _lesson, found in groupby(decisions, key=lambda one: one.lesson.id)]
