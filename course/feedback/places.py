"""What a report is about: a scene, a question or an article, told in words. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from course.library.model import LOCALE

if TYPE_CHECKING:
    from course.library import Library


class PlaceKind(StrEnum):
    """What can be pointed at."""

    SCENE = "scene"
    QUESTION = "question"
    PROTOCOL = "protocol"
    SITE = "site"
    """Nothing in the content: the site itself."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place, as it is kept (`key`) and as people call it."""

    kind: PlaceKind
    key: str
    title: str
    within: str
    """The lesson or quiz that it stands in."""


SITE = Place(PlaceKind.SITE, "", "", "")


def place_named(library: Library, key: str) -> Place:
    """Read a place such as `scene:mag-deze-foto/plons`; the site for one that the content doesn't have."""
    kind, _, rest = key.partition(":")
    whole, _, part = rest.partition("/")
    match kind:
        case PlaceKind.SCENE if (
            lesson := library.lessons.get(whole, {}).get(LOCALE)
        ) and part in lesson.scenes:
            return Place(PlaceKind.SCENE, key, lesson.scenes[part].title, lesson.title)
        case PlaceKind.QUESTION if (quiz := library.quizzes.get(whole)) and part in quiz.questions:
            return Place(PlaceKind.QUESTION, key, quiz.questions[part].title, quiz.title)
        case PlaceKind.PROTOCOL if protocol := library.norms.protocols.get(whole):
            return Place(PlaceKind.PROTOCOL, key, part if part in protocol.articles else "", protocol.name)
        case _:
            return SITE
