"""What the pages of confirming show, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for
from flask_babel import format_date, ngettext
from flask_babel import gettext as _

from course.library.model import LOCALE
from course.scenario.states import way_to
from web.display.asked_questions import asked_under
from web.display.comparison import ComparisonView, comparison_view
from web.display.tried import PLACE
from web.http.language import locale_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from course.library import Library
    from course.rulebooks.attesting import Asked, Signature, Signers
    from course.rulebooks.concerned import Concerned
    from course.rulebooks.versions import Version
    from course.scenario.model import Lesson
    from web.display.asked_questions import AskedQuestion

SHOWN = 4
"""Lessons and quizzes that stand in the open; those beyond can be unfolded."""


@dataclass(frozen=True, slots=True)
class Place:
    """A lesson or a quiz in which what changed comes back."""

    title: str
    url: str
    asked: str
    """How many questions of the quiz; empty for a lesson."""
    questions: tuple[AskedQuestion, ...]
    """Those, with what is right since the change; one that is no longer asked is not among them."""
    scenes: tuple[tuple[str, str], ...]
    """Title and address of each scene of the lesson, where it is played without leaving traces."""


@dataclass(frozen=True, slots=True)
class SignedView:
    """A version that was confirmed."""

    version: str
    day: str


@dataclass(frozen=True, slots=True)
class AskedView:
    """What somebody is asked to confirm."""

    version_id: int
    version: str
    signed: str
    """The day; empty while it is asked."""
    since: str
    changes: ComparisonView | None
    places: tuple[Place, ...]
    """What three minutes are enough for."""
    more: tuple[Place, ...]
    before: tuple[SignedView, ...]


@dataclass(frozen=True, slots=True)
class SignersView:
    """Who has confirmed, and who has not yet."""

    version: str
    people: tuple[tuple[str, str], ...]
    """Name and day; the day is empty for who has not yet, and they come first."""
    missing: int


def asked_view(asked: Asked | None, library: Library, protocol: str) -> AskedView | None:
    """Put in words what is asked; None where nothing is."""
    if asked is None:
        return None
    version = named(asked.version)
    last = asked.before[-1] if asked.before else None
    changes = (
        comparison_view(asked.difference, _signed_name(last), version) if asked.difference and last else None
    )
    places = _places(asked.concerned, library, protocol)
    return AskedView(
        version_id=asked.version.id,
        version=version,
        signed=_day(asked.signed_at) if asked.signed_at else "",
        since=format_date(asked.since, "long") if asked.since else "",
        changes=changes,
        places=places[:SHOWN],
        more=places[SHOWN:],
        before=tuple(SignedView(_signed_name(one), _day(one.signed_at)) for one in asked.before),
    )


def signers_view(signers: Signers) -> SignersView | None:
    """Put in words who confirmed; None where nobody is asked."""
    if signers.version is None:
        return None
    people = sorted(signers.people, key=lambda one: one.signed_at is not None)
    return SignersView(
        named(signers.version),
        tuple((one.name, _day(one.signed_at) if one.signed_at else "") for one in people),
        len(signers.missing),
    )


def named(version: Version) -> str:
    """Name a version as people do."""
    return _("%(name)s, version %(number)s", name=version.name, number=version.number)


def _signed_name(signature: Signature) -> str:
    return _("%(name)s, version %(number)s", name=signature.name, number=signature.number)


def _places(concerned: Iterable[Concerned], library: Library, protocol: str) -> tuple[Place, ...]:
    """Name each lesson and each quiz once, with all in it that is on what changed."""
    together: dict[tuple[str, str], list[Concerned]] = {}
    for one in concerned:
        together.setdefault((one.lesson, one.quiz), []).append(one)
    return tuple(_place(those, library, protocol) for those in together.values())


def _place(those: Sequence[Concerned], library: Library, protocol: str) -> Place:
    one = those[0]
    title = library.curriculum.modules[one.module].words.for_locale(locale_code())
    if not one.lesson:
        on_it = {each.question for each in those}
        words = ngettext("%(num)s question of the quiz", "%(num)s questions of the quiz", len(on_it))
        asked = asked_under(library, protocol, one.quiz)
        questions = tuple(each for each in asked if each.question.id in on_it)
        return Place(title, url_for("learn.quiz", quiz=one.quiz), words, questions, ())
    lesson = library.lessons[one.lesson][LOCALE]
    scenes = dict.fromkeys(each.scene for each in those)
    named = title if lesson.title == title else f"{title} · {lesson.title}"
    return Place(
        named,
        url_for("learn.lesson", lesson=one.lesson),
        "",
        (),
        tuple((lesson.scenes[scene].title, _address_of(lesson, scene)) for scene in scenes),
    )


def _address_of(lesson: Lesson, scene: str) -> str:
    """Give the address at which the story stands at a scene; its beginning where only a later day leads there."""
    way = ".".join(step.choice for step in way_to(lesson, scene) or ())
    return url_for("modules.play", module=lesson.module, lesson=lesson.id, way=way or None, _anchor=PLACE)


def _day(moment: datetime) -> str:
    return format_date(moment, "long")
