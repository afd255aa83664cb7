"""Who the demo board consists of, worked out from the seed alone, so that it can be told again any time."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.classroom.class_sessions import ALPHABET, LENGTH
from course.demo.courses import OLDER, YOUNGER
from course.demo.words import BOARD, FIRST_NAMES, GROUPS, SCHOOLS, STAFF_FIRST_NAMES, SURNAMES
from course.people.names import display_names
from course.people.roles import Role
from course.people.secrets import CHOSEN_BEFORE, PICTURES, PICTURES_BEFORE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.demo.courses import Learners

SEED = 7
MAILBOXES = {Role.DIRECTOR: "directie", Role.OFFICER: "bestuur", Role.ADMINISTRATOR: "beheer"}
"""There is one of each, so the address needs no name."""

DOMAIN = "veerkracht"
"""Of the addresses of who works for the board."""

SETS = 24
"""So many different sets of pictures share out over the demo's pupils: every set is hashed once."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a board to make; `pupils` is the average of a group."""

    schools: int = 5
    groups: int = 3
    pupils: int = 25


@dataclass(frozen=True, slots=True)
class PlannedPupil:
    """A pupil, with the pictures in plain sight."""

    name: str
    pictures: tuple[str, ...]
    year_group: str


@dataclass(frozen=True, slots=True)
class PlannedStaff:
    """A member of staff; `groups` are places in the school's own list."""

    role: Role
    name: str
    email: str
    groups: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedGroup:
    """A group with its pupils."""

    name: str
    pupils: tuple[PlannedPupil, ...]


@dataclass(frozen=True, slots=True)
class PlannedSchool:
    """A school; the class code opens its first group."""

    name: str
    protocol: str
    code: str
    groups: tuple[PlannedGroup, ...]
    teachers: tuple[PlannedStaff, ...]
    director: PlannedStaff


@dataclass(frozen=True, slots=True)
class PlannedBeside:
    """A group of another age at the school in this place, with a class code of its own."""

    school: int
    group: PlannedGroup
    learners: Learners
    code: str


@dataclass(frozen=True, slots=True)
class PlannedBoard:
    """The whole board."""

    name: str
    schools: tuple[PlannedSchool, ...]
    officer: PlannedStaff
    beside: tuple[PlannedBeside, ...] = ()
    """None where there is one school, nor on a board that was built before there were modules for other ages."""

    administrator: PlannedStaff | None = None
    """None on a board that was built before administrators had pages."""


def plan_board(seed: int = SEED, size: Size | None = None, *, of_before: bool = False) -> PlannedBoard:
    """Work the board out; the same seed and size always give the same one.

    A board `of_before` is the same with three pictures of twelve for everybody, as an older version built it.
    """
    size = size or Size()
    chance = random.Random(f"deelwijs {seed}")  # noqa: S311 - a demo that can be told again, no secret
    before = [_set_of_before(chance) for _ in range(SETS)]
    more = random.Random(f"deelwijs pictures {seed}")  # noqa: S311 - the same
    sets = before if of_before else [_set(more, one) for one in before]
    schools = tuple(_school(chance, number, size, sets) for number in range(size.schools))
    beside = () if of_before or size.schools == 1 else _beside(seed, size, sets)
    administrator = None if of_before else _administrator(seed)
    return PlannedBoard(BOARD, schools, _staff(chance, Role.OFFICER, DOMAIN), beside, administrator)


def group_name(number: int) -> str:
    """Name the group at this place: the three of a small school first, then the same with a letter."""
    turn, place = divmod(number, len(GROUPS))
    return GROUPS[place] if turn == 0 else f"{GROUPS[place]} {_letters(turn)}"


def _school(chance: random.Random, number: int, size: Size, sets: list[tuple[str, ...]]) -> PlannedSchool:
    turn, place = divmod(number, len(SCHOOLS))
    name, protocol = SCHOOLS[place]
    name = name if turn == 0 else f"{name} {turn + 1}"
    domain = _plain(name)
    uneven = (1, -1, 0)
    groups = tuple(
        PlannedGroup(name, _pupils(chance, max(1, size.pupils + uneven[one % 3]), sets, _years_in(name)))
        for one, name in enumerate(map(group_name, range(size.groups)))
    )
    teachers = tuple(
        _staff(chance, Role.TEACHER, domain, (min(one, size.groups - 1),), one)
        for one in range(size.groups + 1)
    )
    code = _code(chance)
    director = _staff(chance, Role.DIRECTOR, domain)
    return PlannedSchool(name, protocol, code, groups, teachers, director)


def _beside(seed: int, size: Size, sets: list[tuple[str, ...]]) -> tuple[PlannedBeside, ...]:
    """Plan the groups of other ages by a chance of their own, so that the rest of a board stays what it was."""
    chance = random.Random(f"deelwijs beside {seed}")  # noqa: S311 - a demo that can be told again, no secret
    count = max(1, size.pupils // 2)
    return tuple(
        PlannedBeside(
            place,
            PlannedGroup(name, _pupils(chance, count, sets, [str(learners.year_group)])),
            learners,
            _code(chance),
        )
        for place, name, learners in ((0, "Groep 5", YOUNGER), (size.schools - 1, "Klas 1a", OLDER))
    )


def _administrator(seed: int) -> PlannedStaff:
    chance = random.Random(f"deelwijs administrator {seed}")  # noqa: S311 - a demo that can be told again, no secret
    return _staff(chance, Role.ADMINISTRATOR, DOMAIN)


def _code(chance: random.Random) -> str:
    return "".join(chance.choice(ALPHABET) for _ in range(LENGTH))


def _pupils(
    chance: random.Random, count: int, sets: list[tuple[str, ...]], years: Sequence[str]
) -> tuple[PlannedPupil, ...]:
    full = [(chance.choice(FIRST_NAMES), chance.choice(SURNAMES)) for _ in range(count)]
    return tuple(
        PlannedPupil(name, chance.choice(sets), years[place % len(years)])
        for place, name in enumerate(display_names(full))
    )


def _years_in(group: str) -> Sequence[str]:
    """Read the years of a group from its name: both of Groep 7/8."""
    return [letter for letter in group if letter.isdigit()]


def _staff(
    chance: random.Random, role: Role, domain: str, groups: tuple[int, ...] = (), number: int = 0
) -> PlannedStaff:
    """Make a member of staff; the number in the school keeps namesakes' addresses apart."""
    first, last = chance.choice(STAFF_FIRST_NAMES), chance.choice(SURNAMES)
    mailbox = MAILBOXES.get(role) or f"{_plain(first)}.{_plain(last)}{number or ''}"
    return PlannedStaff(role, f"{first} {last}", f"{mailbox}@{domain}.example", groups)


def _set_of_before(chance: random.Random) -> tuple[str, ...]:
    return tuple(sorted(chance.sample(PICTURES_BEFORE, CHOSEN_BEFORE), key=PICTURES.index))


def _set(chance: random.Random, before: tuple[str, ...]) -> tuple[str, ...]:
    """Add one to a set of before, so that the rest of a board stays what it was."""
    another = chance.choice([one for one in PICTURES if one not in before])
    return tuple(sorted((*before, another), key=PICTURES.index))


def _plain(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    return "-".join(letters.split())


def _letters(turn: int) -> str:
    """Count in letters: b, c, … z, then bb, bc, ….."""
    turn, place = divmod(turn, 26)
    return (_letters(turn) if turn else "") + "abcdefghijklmnopqrstuvwxyz"[place]
