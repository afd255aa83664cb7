"""Two versions side by side: article by article, and act by act. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from course.norms.model import Act, Article, Audience, Position, Protocol

ALIKE = 0.6
"""From this ratio on two texts without a common id are one article in other words."""


class Fate(StrEnum):
    """What became of an article."""

    SAME = "same"
    REWORDED = "reworded"
    """Other words, number or heading; whom it speaks to and what rests on it is as it was."""
    CHANGED = "changed"
    """It speaks to others, is of another kind, or a stance that rests on it changed."""
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class ArticlePair:
    """An article before and after; one of both is None where it is new or gone."""

    fate: Fate
    before: Article | None
    after: Article | None


@dataclass(frozen=True, slots=True)
class ActChange:
    """What a version says otherwise of an act, to one actor or to everyone else."""

    act: Act
    actor: Audience | None
    """None for everyone who isn't named apart."""
    before: Position
    after: Position

    @property
    def parts(self) -> frozenset[str]:
        """What differs: stance, ask, conditions."""
        names = ("stance", "ask", "conditions")
        return frozenset(name for name in names if getattr(self.before, name) != getattr(self.after, name))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one version changes of another."""

    before: Protocol
    after: Protocol
    articles: tuple[ArticlePair, ...]
    """In the order of the newer document; what is gone stands where it stood."""
    acts: tuple[ActChange, ...]
    """In the order of the acts file; only what differs."""

    @property
    def acts_changed(self) -> tuple[str, ...]:
        """The acts by id, each once."""
        return tuple(dict.fromkeys(one.act.id for one in self.acts))

    @property
    def is_minor(self) -> bool:
        """Whether nobody may do other things than before: only words changed."""
        return not self.acts and not any(
            one.fate in {Fate.NEW, Fate.GONE, Fate.CHANGED} for one in self.articles
        )

    @property
    def changes(self) -> tuple[ArticlePair, ...]:
        """The articles that aren't the same."""
        return tuple(one for one in self.articles if one.fate is not Fate.SAME)


def compare_versions(before: Protocol, after: Protocol, acts: Mapping[str, Act]) -> Comparison:
    """Put two versions side by side."""
    changes = tuple(change for act in acts.values() for change in _changes(before, after, act))
    moved = {one.act.id for one in changes}
    resting = {
        article
        for protocol in (before, after)
        for act in moved
        if act in protocol.stands
        for article in protocol.stands[act].articles
    }
    return Comparison(before, after, tuple(_pairs(before, after, resting)), changes)


def _changes(before: Protocol, after: Protocol, act: Act) -> Iterator[ActChange]:
    """Tell what differs; to everyone first, and to an actor only where that isn't the same difference."""
    for actor in (None, *act.actors):
        old, new = before.position(act.id, actor), after.position(act.id, actor)
        if actor is not None and (old, new) == (before.position(act.id), after.position(act.id)):
            continue
        change = ActChange(act, actor, old, new)
        if change.parts:
            yield change


def _pairs(before: Protocol, after: Protocol, resting: set[str]) -> Iterator[ArticlePair]:
    came_from = _matched(before, after)
    gone = [one for one in before.articles if one not in came_from.values()]
    places = {name: place for place, name in enumerate(before.articles)}
    for name, article in after.articles.items():
        old = came_from.get(name)
        while old is not None and gone and places[gone[0]] < places[old]:
            yield ArticlePair(Fate.GONE, before.articles[gone.pop(0)], None)
        if old is None:
            yield ArticlePair(Fate.NEW, None, article)
        else:
            yield ArticlePair(_fate(before.articles[old], article, resting), before.articles[old], article)
    for name in gone:
        yield ArticlePair(Fate.GONE, before.articles[name], None)


def _fate(old: Article, new: Article, resting: set[str]) -> Fate:
    if old.audience != new.audience or (old.kind, old.teachable) != (new.kind, new.teachable):
        return Fate.CHANGED
    if {old.id, new.id} & resting:
        return Fate.CHANGED
    same = (old.words, old.number, old.heading) == (new.words, new.number, new.heading)
    return Fate.SAME if same else Fate.REWORDED


def _matched(before: Protocol, after: Protocol) -> Mapping[str, str]:
    """Find for articles of the newer version the older one's: by id, by the same words, by words that are alike."""
    found = {name: name for name in after.articles if name in before.articles}
    free = [one for one in before.articles.values() if one.id not in found]
    for article in after.articles.values():
        if article.id in found or not free:
            continue
        likeliest = max(free, key=lambda one: _alike(one, article))
        if _alike(likeliest, article) >= ALIKE:
            found[article.id] = likeliest.id
            free.remove(likeliest)
    return found


def _alike(one: Article, other: Article) -> float:
    if one.words.nl == other.words.nl:
        return 1.0
    return SequenceMatcher(None, one.words.nl, other.words.nl, autojunk=False).ratio()
