"""The learning line: which module comes in which year, and what it trains at one school. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.model import Audience
from course.teaching.trained import trained

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from course.curriculum.model import FrameworkItem, Module
    from course.library import Library

YEARS = ("5", "6", "7", "8", "11", "12", "13")
"""From groep 5 to klas 3, as EDEXML codes them."""
BESIDE = (Audience.TEACHER, Audience.LEADER, Audience.PARENT)
"""Who learns beside the pupils, whatever the year."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A module on the line, with what its stories train."""

    module: Module
    minutes: int
    """Of all its lessons together, without the quiz and the talk."""
    goals: tuple[FrameworkItem, ...]
    """Those practised in a scene of a story; what one question of the bank touches, a class may never be asked."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A year of the pupils, or those who learn beside them."""

    audience: Audience
    year: str
    """"" for who learns beside the pupils."""
    stops: tuple[Stop, ...]

    @property
    def minutes(self) -> int:
        """Of all its modules together."""
        return sum(one.minutes for one in self.stops)


def learning_line(library: Library, protocol: str) -> tuple[Stretch, ...]:
    """Lay the modules out over the years, and over who learns beside the pupils; `NotFound` for an unknown protocol.

    A module stands in every year in which it suits: which of them it is, a school chooses.
    """
    stops = {one.id: _stop(library, one, protocol) for one in library.curriculum.modules.values()}
    return (*_years(stops.values()), *(_beside(stops.values(), one) for one in BESIDE))


def _stop(library: Library, module: Module, protocol: str) -> Stop:
    found = trained(library, module, protocol, module.audience)
    minutes = sum(library.lesson(one).minutes for one in module.lessons)
    return Stop(module, minutes, tuple(one.item for one in found.goals if one.places.decisions))


def _years(stops: Iterable[Stop]) -> Iterator[Stretch]:
    every = [one for one in stops if one.module.audience is Audience.PUPIL]
    for year in YEARS:
        yield Stretch(Audience.PUPIL, year, tuple(one for one in every if year in one.module.suits))


def _beside(stops: Iterable[Stop], audience: Audience) -> Stretch:
    return Stretch(audience, "", tuple(one for one in stops if one.module.audience is audience))
