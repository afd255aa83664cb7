"""Who may come in and where: every route says it itself, in one decorator at the view.

`@door(Ability.TEACH, page="teacher.group")` names the ability that opens a view, and for an address that takes forms only
the page that holds the form. `web.app` refuses to start where a route has none. What belongs to whom within an ability (the
own group, the own school) is held by `course.people.access`, for a neighbour's thing does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, TypeVar

from course.people.roles import REACH, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from course.people.actor import Actor
    from course.people.roles import Ability


class Entrance(Enum):
    """What opens a view that asks for no ability."""

    ANYBODY = auto()
    """Also people who have not signed in."""
    SIGNED_IN = auto()


ANYBODY, SIGNED_IN = Entrance.ANYBODY, Entrance.SIGNED_IN

View = TypeVar("View", bound="Callable[..., Any]")

_ATTRIBUTE = "door"
"""Of a view; wrappers made with `functools.wraps` carry it along."""


@dataclass(frozen=True, slots=True)
class Door:
    """What a route says of itself."""

    whom: Entrance | Ability
    page: str | None
    """Endpoint of the page that holds the form; None where the address itself can be read."""
    asks_who: bool
    """Whether the person is looked up at all: a picture is the same for everybody, and costs no query."""
    fresh: bool = False
    """Whether who has been in for a while shows a secret once more: for exports, roles, secrets, deletions."""

    @property
    def is_open(self) -> bool:
        """Whether also people who have not signed in may come."""
        return self.whom is ANYBODY

    @property
    def is_for_staff(self) -> bool:
        """Whether no pupil may come in."""
        return not isinstance(self.whom, Entrance) and Role.PUPIL not in REACH[self.whom]

    def lets_in(self, actor: Actor) -> bool:
        """Whether this person may come in."""
        return isinstance(self.whom, Entrance) or actor.may(self.whom)


def door(
    whom: Entrance | Ability, *, page: str | None = None, asks_who: bool = True, fresh: bool = False
) -> Callable[[View], View]:
    """Say at a view who may come in, on which page its form stands, and whether it asks a secret again; below the route."""

    def declared(view: View) -> View:
        setattr(view, _ATTRIBUTE, Door(whom, page, asks_who, fresh))
        return view

    return declared


def door_at(app: Flask, endpoint: str | None) -> Door | None:
    """Give the door of an endpoint; None where there is no such endpoint, or none was declared."""
    return getattr(app.view_functions.get(endpoint or ""), _ATTRIBUTE, None)


def install(app: Flask) -> None:
    """Open the one route that Flask adds by itself: static files are for anybody, whoever it is."""
    door(ANYBODY, asks_who=False)(app.view_functions["static"])


def refuse_routes_without_door(app: Flask) -> None:
    """Stop the start when a route does not say who may come in, or a form not on which page it stands."""
    rules = list(app.url_map.iter_rules())
    known = {rule.endpoint for rule in rules}
    doors = {name: door_at(app, name) for name in known}
    if unguarded := [name for name, one in doors.items() if one is None]:
        raise RuntimeError(f"no door is declared for {', '.join(sorted(unguarded))}")
    pages = {name: one.page for name, one in doors.items() if one is not None}
    read = {rule.rule for rule in rules if "GET" in (rule.methods or ())}
    if lost := [
        rule.endpoint for rule in rules if rule.rule not in read and pages[rule.endpoint] not in known
    ]:
        raise RuntimeError(f"no page is declared for the forms of {', '.join(sorted(lost))}")
    if strays := [f"{name} ({page})" for name, page in pages.items() if page and page not in known]:
        raise RuntimeError(f"pages that do not exist are declared for {', '.join(sorted(strays))}")
