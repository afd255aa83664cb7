"""What the preview of a draft is given: how much the own rules decide, module by module, and what is still in the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.bounded_cache import BoundedCache
from course.errors import NotFound
from course.library.model import LOCALE
from course.rulebooks.adopting import rules_of_board
from course.rulebooks.concerned import decided_on
from course.rulebooks.drafts.model import EVERYONE
from course.rulebooks.preview import preview_of
from course.rulebooks.versions import newest_version
from web.display.norm_words import audience_words, position_words
from web.protocols.words import short

if TYPE_CHECKING:
    from course.curriculum.model import Module
    from course.library import Library
    from course.norms.judgement import Judgement
    from course.norms.model import Protocol
    from course.people.actor import Actor
    from course.rulebooks.concerned import Concerned
    from course.rulebooks.drafts.model import Draft
    from course.rulebooks.drafts.rows import OpenDraft
    from course.rulebooks.preview import Decided, Preview
    from course.store.store import Store

_KEPT: BoundedCache[Preview] = BoundedCache(8)
"""By draft, revision and what it would replace: to play a lesson asks for the same preview at each step."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Something that was carried over and nobody confirmed."""

    mark: str
    words: str
    detail: str


@dataclass(frozen=True, slots=True)
class ModuleLine:
    """One module with how much of it the own rules decide."""

    module: Module
    decided: Decided
    lessons: tuple[tuple[str, str], ...]
    """Id and title of each lesson that can be played."""


@dataclass(frozen=True, slots=True)
class PreviewView:
    """The course under a draft at a glance."""

    preview: Preview
    modules: tuple[ModuleLine, ...]
    foreign: tuple[Foreign, ...]
    without_audience: int


@dataclass(frozen=True, slots=True)
class Place:
    """A scene or a question, with what is decided on there."""

    title: str
    judged: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class ModuleView:
    """Every place of a module where something is decided."""

    line: ModuleLine
    lessons: tuple[tuple[str, str, tuple[Place, ...]], ...]
    """Id and title of a lesson with its scenes."""
    questions: tuple[Place, ...]


def previewed(store: Store, library: Library, actor: Actor, draft: OpenDraft) -> Preview:
    """Look at the course under a draft, once for each revision."""
    before = replaced(store, library, actor, draft)
    key = (id(store), draft.row.id, draft.revision, before.id if before else "", id(library.norms.acts))
    found = _KEPT.get(key)
    if found is None:
        made = preview_of(draft.draft, library, draft.row.slug, before, draft.row.origin_name)
        found = _KEPT.put(key, made)
    return found


def replaced(store: Store, library: Library, actor: Actor, draft: OpenDraft) -> Protocol | None:
    """Give the rules that a draft would replace: the newest of the same protocol, else those by which the school goes."""
    owner, acts = draft.row.owner, library.norms.acts
    with store.read() as conn:
        newest = newest_version(conn, owner, draft.row.slug)
        rules = rules_of_board(conn, library, owner.board_id, actor.today)
    if newest is not None:
        return newest.protocol(acts)
    own = next((one for one in rules if one.school_id == owner.school_id), None)
    if own is None:
        return None
    return own.version.protocol(acts) if own.version else library.norms.protocols.get(own.protocol)


def preview_view(found: Preview, draft: OpenDraft) -> PreviewView:
    """Put a preview in words."""
    modules = (_line(found, name) for name in found.modules)
    return PreviewView(
        preview=found,
        modules=tuple(modules),
        foreign=tuple(_foreign(found.library, draft.draft, mark) for mark in found.foreign),
        without_audience=sum(1 for one in draft.draft.standing if not one.audience),
    )


def find_module(found: Preview, module: str) -> Module:
    """Find a module; NotFound for none of this name."""
    modules = found.library.curriculum.modules
    if module not in modules:
        raise NotFound("module", module)
    return modules[module]


def module_view(found: Preview, module: str) -> ModuleView:
    """Give every place of a module with what is decided there."""
    find_module(found, module)
    places = [one for one in decided_on(found.library) if one.module == module]
    line = _line(found, module)
    lessons = tuple(
        (name, title, _places(found, [one for one in places if one.lesson == name]))
        for name, title in line.lessons
    )
    return ModuleView(line, lessons, _places(found, [one for one in places if one.quiz]))


def _places(found: Preview, places: list[Concerned]) -> tuple[Place, ...]:
    titles = dict.fromkeys(_title(found.library, one) for one in places)
    return tuple(
        Place(
            title,
            tuple(
                _judged(found, one) for one in dict.fromkeys(places) if _title(found.library, one) == title
            ),
        )
        for title in titles
    )


def _judged(found: Preview, place: Concerned) -> Judgement:
    return found.library.judge(found.key, place.act, found.library.module(place.module).audience)


def _title(library: Library, place: Concerned) -> str:
    if place.lesson:
        return library.lessons[place.lesson][LOCALE].scenes[place.scene].title
    return library.quizzes[place.quiz].questions[place.question].title


def _line(found: Preview, name: str) -> ModuleLine:
    module, lessons = found.library.module(name), found.library.lessons
    titles = tuple((one, lessons[one][LOCALE].title) for one in module.lessons if one in lessons)
    return ModuleLine(module, found.modules[name], titles)


def _foreign(library: Library, draft: Draft, mark: str) -> Foreign:
    kind, _, named = mark.partition(":")
    if kind == "article":
        return Foreign(mark, short(draft.article(named)), "")
    act_id, _, actor = named.partition(":")
    act = library.norms.acts.get(act_id)
    words = act.words.nl if act else act_id
    whom = next((said for one, said in audience_words().items() if one == actor), "")
    answer = position_words(draft.answers[act_id, actor or EVERYONE])
    return Foreign(mark, words, f"{answer} ({whom})" if whom else answer)
