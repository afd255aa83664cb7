"""What a teacher's pages about groups are given: the own groups, and one of them by name, sorted and counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flask import url_for
from flask_babel import gettext as _

from course.errors import NotFound
from course.learning.pages import State
from web.display.dates import TimeFormatter
from web.display.states import state_words
from web.teacher.class_views import knock_rows, open_door

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from course.classroom.knocks import AtTheDoor
    from course.classroom.wrong_pictures import WrongPictures
    from course.curriculum.model import Module
    from course.figures.pages import GroupCard, GroupPage, PersonRow
    from web.teacher.class_views import KnockRow, OpenDoor

URGENCY = {State.STUCK: 0, State.NOT_BEGUN: 1, State.BUSY: 2, State.DONE: 3}
"""Who needs the teacher most comes first."""


@dataclass(frozen=True, slots=True)
class MyGroup:
    """One card on the page of own groups."""

    card: GroupCard
    door: OpenDoor | None
    without_card: int
    """Pupils for whom no card was drawn yet, of whoever may draw one."""


@dataclass(frozen=True, slots=True)
class MyGroups:
    """The page of own groups."""

    groups: tuple[MyGroup, ...]


@dataclass(frozen=True, slots=True)
class ModuleCounts:
    """How many pupils are where with one module."""

    module: Module
    done: int
    busy: int
    stuck: int
    not_begun: int


@dataclass(frozen=True, slots=True)
class PupilRow:
    """One pupil, with when the pupil was last busy in words."""

    person: PersonRow
    seen: str


@dataclass(frozen=True, slots=True)
class SortLink:
    """The head of a column that one can sort by."""

    url: str
    label: str
    chosen: bool
    direction: Literal["ascending", "descending"]
    id: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """One own group by name."""

    page: GroupPage
    door: OpenDoor | None
    stuck: tuple[tuple[str, str], ...]
    """Name, and the modules in which this pupil is stuck."""
    counts: tuple[ModuleCounts, ...]
    heads: tuple[SortLink, ...]
    """The columns: name, one for each module, last busy."""
    rows: tuple[PupilRow, ...]
    words: Mapping[State, str]
    """What each state is called, looked up once instead of in every cell."""
    wrong: WrongPictures
    """At whom wrong sign-in pictures were tried often."""
    knocks: tuple[KnockRow, ...]
    """Who asks to be let in."""
    url: str
    """This page, sorted as it is."""


def my_groups_view(cards: tuple[GroupCard, ...], without_card: Mapping[int, int], now: datetime) -> MyGroups:
    """Add the time left to each open door, and how many can't come in yet."""
    return MyGroups(
        tuple(
            MyGroup(card, open_door(card.session, now), without_card.get(card.group.id, 0)) for card in cards
        )
    )


def group_view(
    page: GroupPage,
    wrong: WrongPictures,
    knocks: tuple[AtTheDoor, ...],
    sort: str,
    now: datetime,
    locale: str,
) -> GroupView:
    """Sort a group by `name`, `seen` or a module's id; anything else sorts by name."""
    places = {module.id: place for place, module in enumerate(page.modules)}
    sort = sort if sort in places or sort == "seen" else "name"
    heads = _heads(page, sort, locale)
    times = TimeFormatter(now)
    return GroupView(
        page=page,
        door=open_door(page.session, now),
        stuck=tuple(_stuck(person, page, locale) for person in page.pupils if _is_stuck(person)),
        counts=tuple(
            _counts(module, page, place) for module, place in zip(page.modules, places.values(), strict=True)
        ),
        heads=heads,
        rows=tuple(
            PupilRow(one, times.when(one.touched_at)) for one in _sorted(page.pupils, sort, places.get(sort))
        ),
        words=state_words(),
        wrong=wrong,
        knocks=knock_rows(knocks),
        url=next(one.url for one in heads if one.chosen),
    )


def own_card(cards: tuple[GroupCard, ...], group_id: int) -> GroupCard:
    """Find one of the own groups; NotFound for every other."""
    for card in cards:
        if card.group.id == group_id:
            return card
    raise NotFound("group", str(group_id))


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
    return any(cell is not None and cell.state is State.STUCK for cell in person.cells)


def _stuck(person: PersonRow, page: GroupPage, locale: str) -> tuple[str, str]:
    where = (
        module.words.for_locale(locale)
        for module, cell in zip(page.modules, person.cells, strict=True)
        if cell is not None and cell.state is State.STUCK
    )
    return person.name, ", ".join(where)


def _counts(module: Module, page: GroupPage, place: int) -> ModuleCounts:
    counted = Counter(cell.state for one in page.pupils if (cell := one.cells[place]) is not None)
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
        cell = person.cells[place]
        return URGENCY[cell.state] if cell else len(URGENCY)

    return urgency
