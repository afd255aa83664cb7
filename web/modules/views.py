"""What the pages of a module are given: the guide in words, and the letter to parents as lines that can be copied."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING

from flask import url_for
from flask_babel import format_date
from flask_babel import gettext as _

from course.calendar import school_day
from course.norms.help_lines import help_named
from web.display.bands import readers_in_words
from web.display.shares import STEPS, share_words
from web.http.language import locale_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from course.figures.counts import Share
    from course.norms.help_lines import HelpLine
    from course.norms.model import Audience, Norms
    from course.people.actor import Actor
    from course.scenario.model import Lesson
    from course.teaching.guide import Guide, LessonGuide, TalkedScene
    from course.teaching.trained import TrainedArticle

ON_PAPER = 9
"""Articles, and scenes of each lesson, on a sheet of two sides; the page has them all."""
IN_LETTER = 3
"""Articles in a letter that is read at a kitchen table."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One scene with what to ask about it."""

    talked: TalkedScene
    question: str
    """Of our own where its author wrote none; empty where they did."""
    listen_for: str


@dataclass(frozen=True, slots=True)
class LessonTalk:
    """One lesson with the talk about it."""

    guide: LessonGuide
    scenes: tuple[Talk, ...]
    on_paper: tuple[Talk, ...]

    @property
    def lesson(self) -> Lesson:
        """The lesson itself."""
        return self.guide.lesson


@dataclass(frozen=True, slots=True)
class Preparation:
    """What to do before a class begins with a lesson, as its author wrote it."""

    lesson: Lesson
    html: str


@dataclass(frozen=True, slots=True)
class GuideView:
    """The page of a module, and the sheet."""

    guide: Guide
    readers: str
    """For whom it is, in words."""
    lessons: tuple[LessonTalk, ...]
    preparations: tuple[Preparation, ...]
    help: tuple[HelpLine, ...]
    """Whom the reader can ask who prepares a module about what may touch its learners; none for any other."""
    foremost: tuple[TrainedArticle, ...]
    """The articles that are shown oftenest, in the order of the document."""
    words: Mapping[Share, str]
    steps: Mapping[Share, int]
    here: Mapping[str, str | int]
    """What an address of this module carries: the module, and the group that is looked at."""


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter to parents, as its lines stand on paper and are copied."""

    guide: Guide
    school: str
    day: str
    lines: tuple[str | tuple[str, ...], ...]
    """Paragraphs; several lines together are a list."""

    @property
    def text(self) -> str:
        """All of it as plain text."""
        return "\n\n".join(
            one if isinstance(one, str) else "\n".join(f"- {line}" for line in one) for one in self.lines
        )


def guide_view(guide: Guide, norms: Norms, reader: Audience) -> GuideView:
    """Put the questions beside the scenes, and choose what fits on paper."""
    group = {"group": guide.group.id} if guide.group else {}
    return GuideView(
        guide=guide,
        readers=readers_in_words(guide.module),
        lessons=tuple(_lesson(one, len(guide.lessons)) for one in guide.lessons),
        preparations=tuple(
            Preparation(one.lesson, note.html) for one in guide.lessons for note in one.lesson.prepare
        ),
        help=help_named(
            norms, dict.fromkeys(name for one in guide.lessons for name in one.lesson.help), reader
        ),
        foremost=_foremost(guide, ON_PAPER),
        words=share_words(),
        steps=STEPS,
        here={"module": guide.module.id, **group},
    )


def letter_view(guide: Guide, actor: Actor, token: str, now: datetime) -> LetterView:
    """Write the letter to parents from the school's own rules."""
    day = format_date(school_day(now), "long")
    return LetterView(guide, actor.school_name, day, tuple(_letter(guide, actor, token)))


def _lesson(guide: LessonGuide, lessons: int) -> LessonTalk:
    ours = cycle(_questions())
    scenes = tuple(Talk(one, *(("", "") if one.scene.talk else next(ours))) for one in guide.scenes)
    return LessonTalk(guide, scenes, _on_paper(scenes, ON_PAPER // lessons))


def _on_paper(scenes: tuple[Talk, ...], most: int) -> tuple[Talk, ...]:
    """Keep the scenes whose author says what to talk about, and others while there is room, in the order of the text."""
    first = sorted(range(len(scenes)), key=lambda place: not scenes[place].talked.scene.talk)[:most]
    return tuple(scenes[place] for place in sorted(first))


def _questions() -> tuple[tuple[str, str], ...]:
    return (
        (
            _("What makes each of these tempting?"),
            _("reasons like “everybody does it” or “it was only a joke”. Let them stand for a moment."),
        ),
        (
            _("Who notices it when you choose this?"),
            _("whether anybody names who is not in the conversation."),
        ),
        (
            _("What would you tell a friend who stands before this?"),
            _("advice that a friend could really follow, at that very moment."),
        ),
    )


def _foremost(guide: Guide, most: int) -> tuple[TrainedArticle, ...]:
    all_of_them = guide.trained.articles
    often = sorted(all_of_them, key=lambda one: (-one.places.decisions, -one.places.questions))[:most]
    return tuple(one for one in all_of_them if one in often)


def _letter(guide: Guide, actor: Actor, token: str) -> Iterator[str | tuple[str, ...]]:
    locale, school = locale_code(), actor.school_name
    yield _("Dear parents and carers,")
    yield _(
        "In class we work on “%(module)s”, about phones and social media. %(summary)s",
        module=guide.module.words.for_locale(locale),
        summary=guide.module.summary.for_locale(locale),
    )
    yield _(
        "Your child plays a story on a make-believe phone, and chooses what to do. Trying a choice that is not "
        "sensible is allowed: that is what the lesson is for. After each choice it says what is agreed at "
        "%(school)s. Then we talk about it in class, and the children take a short quiz.",
        school=school,
    )
    if articles := _foremost(guide, IN_LETTER):
        yield _("This is what we agreed at school:")
        yield tuple(one.article.words.for_locale(locale) for one in articles)
    yield _("You can talk about it at home. Ask, for instance:")
    yield (
        _("Which choice in the story was the hardest, and why?"),
        _("Who would notice it if you did that?"),
        _("To whom do you go when something online feels wrong?"),
    )
    yield _(
        "For the lesson your child needs no e-mail address, no password and no photo. The teacher sees how far "
        "your child is, and not what your child chose."
    )
    if token:
        url = url_for("rules.open_to_all", token=token, _external=True)
        yield _("You find all our rules about phones and social media at %(url)s.", url=url)
    yield _("Do you have a question? Just ask the teacher of your child.")
    yield _("With kind regards,")
    yield f"{actor.name}, {school}"
