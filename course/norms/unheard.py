"""A stance towards somebody to whom none of its articles speaks: a card would tell it, and not where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.model import STAFF, Audience, Stance
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from course.norms.model import Act, Article, Position, Stand
    from course.reading.fields import Fields


def warn_of_unheard(
    top: Fields, stands: Mapping[str, Stand], articles: Mapping[str, Article], acts: Mapping[str, Act]
) -> None:
    """Warn at every stance of which somebody would be told without an article."""
    for name, actors in unheard(stands, articles, acts).items():
        top.reading.warning(
            top.reading.toml.line((*top.path, "stances", name)),
            "article-for-others",
            told("%(act)s: no article speaks to %(actors)s", act=name, actors=", ".join(actors)),
            told("add them to the audience of an article, or give them a stance of their own"),
        )


def unheard(
    stands: Mapping[str, Stand], articles: Mapping[str, Article], acts: Mapping[str, Act]
) -> Mapping[str, tuple[Audience, ...]]:
    """Name the acts on which an actor is told a stance without an article that speaks to that actor, and those actors.

    The school itself reads nothing; the staff that act for it do.
    """
    found = {
        name: tuple(
            actor
            for actor, position in _told(stand, acts[name])
            if not _is_heard(actor, position, articles, acts[name])
        )
        for name, stand in stands.items()
        if name in acts
    }
    return {name: actors for name, actors in found.items() if actors}


def _told(stand: Stand, act: Act) -> Iterator[tuple[Audience, Position]]:
    for actor in act.actors:
        if actor is not Audience.SCHOOL:
            yield actor, stand.actors.get(actor, stand.everyone)


def _is_heard(actor: Audience, position: Position, articles: Mapping[str, Article], act: Act) -> bool:
    readers = {actor}
    if actor in STAFF and Audience.SCHOOL in act.actors:
        readers.add(Audience.SCHOOL)
    named = [articles[one] for one in position.articles if one in articles]
    if position.stance is Stance.SILENT or not named:
        return True
    return any(readers.intersection(one.audience) for one in named)
