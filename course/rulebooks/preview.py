"""What a draft would be as rules: the protocol, what the course makes of it, and what stands in the way of publishing it.

Pure: the library that it gives is for looking at the course under the draft, and goes with the page.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.library.coverage import coverage_under, unseen
from course.norms.model import Stance
from course.norms.unheard import unheard
from course.norms.write import write_tree
from course.reading.findings import has_errors
from course.rulebooks.comparison import compare_versions
from course.rulebooks.concerned import decided_on
from course.rulebooks.drafts.tree import tree_of
from course.rulebooks.texts import key_of, read_text, under_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.library import Library
    from course.norms.model import Act, Article, Audience, Protocol
    from course.reading.findings import Problem
    from course.rulebooks.comparison import Comparison
    from course.rulebooks.concerned import Concerned
    from course.rulebooks.drafts.model import Draft


@dataclass(frozen=True, slots=True)
class Decided:
    """How many choices and questions the own rules decide."""

    own: int
    all: int


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft as the rules that it would be."""

    library: Library
    """The content under the draft, which is the protocol of the id `key`."""
    key: str
    protocol: Protocol
    choices: Decided
    """Of lessons: "je eigen regels beslissen 61 van 94 keuzes"."""
    questions: Decided
    """Of quizzes."""
    modules: dict[str, Decided]
    """Both together, by module."""
    unseen: tuple[Article, ...]
    """Teachable articles for pupils or staff that no card and no answer ever shows to any of them."""
    difference: Comparison | None
    """From the version in force; None where there is none."""
    problems: tuple[Problem, ...]
    """What the reader of protocol files says of it; with an error among them it can't be published."""
    foreign: tuple[str, ...]
    """What was carried over and is still to be confirmed."""
    unheard: tuple[tuple[Act, tuple[Audience, ...]], ...]
    """Acts on which somebody would be told what holds, without an article that speaks to them; and who."""
    borrowed: tuple[Article, ...]
    """Articles that still name whose protocol was carried over."""

    @property
    def is_publishable(self) -> bool:
        """Whether nothing in the draft itself stands in the way."""
        return not self.foreign and not has_errors(self.problems) and bool(self.protocol.articles)


def preview_of(
    draft: Draft, library: Library, slug: str, in_force: Protocol | None = None, origin: str = ""
) -> Preview:
    """Look at the course under a draft; `in_force` is what it would replace, `origin` whose protocol was carried over."""
    acts = library.norms.acts
    text = write_tree(tree_of(draft, slug))
    key = key_of(slug, text)
    found, problems = read_text(text, slug, acts)
    protocol = under_key(found, key)
    under = library.with_protocols(protocol)
    places = tuple(decided_on(under))
    own = {one: _own_articles(under, key, one) for one in dict.fromkeys(places)}
    modules = dict.fromkeys(one.module for one in places)
    return Preview(
        library=under,
        key=key,
        protocol=protocol,
        choices=_decided(own, (one for one in places if one.lesson)),
        questions=_decided(own, (one for one in places if one.quiz)),
        modules={name: _decided(own, (one for one in places if one.module == name)) for name in modules},
        unseen=tuple(protocol.articles[one] for one in unseen(coverage_under(under, key))),
        difference=compare_versions(in_force, protocol, acts) if in_force else None,
        problems=problems,
        foreign=draft.foreign,
        unheard=tuple(
            (acts[one], who) for one, who in unheard(protocol.stands, protocol.articles, acts).items()
        ),
        borrowed=tuple(one for one in protocol.articles.values() if origin and origin in one.words.nl),
    )


def _decided(own: dict[Concerned, tuple[Article, ...] | None], places: Iterable[Concerned]) -> Decided:
    counted = Counter(own[one] is not None for one in places)
    return Decided(counted[True], counted.total())


def _own_articles(library: Library, key: str, place: Concerned) -> tuple[Article, ...] | None:
    """Give the own articles that a learner is shown at a place; None where the own rules are silent on it."""
    audience = library.module(place.module).audience
    judged = library.judge(key, place.act, audience)
    return None if judged.position.stance is Stance.SILENT else judged.articles
