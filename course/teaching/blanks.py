"""What rules leave blank: those that nothing teaches, acts on which only advice speaks, a review past its day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.errors import NotFound
from course.library.coverage import coverage_under, unseen
from course.norms.judge import find_protocol
from course.norms.model import Source, Stance
from course.people.access import school_in_sight
from course.rulebooks.adopting import rules_of_school

if TYPE_CHECKING:
    from datetime import date

    from course.library import Library
    from course.norms.judgement import Judgement
    from course.norms.model import Article, Protocol
    from course.people.actor import Actor
    from course.store.store import Store


@dataclass(frozen=True, slots=True)
class Blanks:
    """What the rules of one school leave blank."""

    protocol: Protocol
    untaught: tuple[Article, ...]
    """Rules for learners that no lesson and no quiz of ours shows to any of them."""
    advised: tuple[Judgement, ...]
    """Acts on which the protocol is silent and advice decides: each could be an article of the school's own."""
    review_on: date | None
    """When the school meant to look at its rules again; None where it did not say."""


def blanks_of(store: Store, library: Library, actor: Actor) -> Blanks:
    """Tell it of the own school; NotFound for who has none, or whose rules are missing."""
    if actor.school_id is None:
        raise NotFound("school", "")
    with store.read() as conn:
        school = school_in_sight(conn, actor, actor.school_id)
        version = rules_of_school(conn, library, school.id, actor.today).version
    protocol = find_protocol(library.norms, school.protocol)
    untaught, advised = _of_rules(library, protocol)
    return Blanks(protocol, untaught, advised, version.decision.review_on if version else None)


def _of_rules(library: Library, protocol: Protocol) -> tuple[tuple[Article, ...], tuple[Judgement, ...]]:
    """Work it out once for an edition of rules and content: all lessons are walked for it."""
    modules = (library.edition_of(one) for one in library.curriculum.modules.values())
    key = ("blanks", library.rulebook(protocol.id), *modules)
    found: tuple[tuple[Article, ...], tuple[Judgement, ...]] | None = library.scripts.get(key)
    if found is None:
        untaught = tuple(protocol.articles[one] for one in unseen(coverage_under(library, protocol.id)))
        judged = (library.judge(protocol.id, act) for act in library.norms.acts)
        advised = tuple(
            one for one in judged if one.position.stance is Stance.SILENT and one.source is Source.GUIDANCE
        )
        found = library.scripts.put(key, (untaught, advised))
    return found
