"""What holds, was agreed or is advised for parents at every school, beside what the school itself asks of them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.model import NATIONAL, Audience, Source, Stance
from web.display.looking_for import every_word_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.norms.model import Norms, Protocol, SourceArticle


@dataclass(frozen=True, slots=True)
class National:
    """What one source says to parents."""

    source: Source
    articles: tuple[SourceArticle, ...]


def said_to_parents(norms: Norms, protocol: Protocol, words: str, locale: str) -> tuple[National, ...]:
    """Gather what each source says of what parents may do; advice only of acts on which nobody stronger says anything."""
    found = []
    for source in NATIONAL:
        articles = tuple(
            one
            for one in dict.fromkeys(_articles(norms, protocol, source))
            if every_word_in(f"{one.words.for_locale(locale)} {one.reference}", words)
        )
        if articles:
            found.append(National(source, articles))
    return tuple(found)


def _articles(norms: Norms, protocol: Protocol, source: Source) -> Iterator[SourceArticle]:
    rules = norms.national(source)
    for act in norms.acts.values():
        if Audience.PARENT not in act.actors:
            continue
        position = rules.position(act.id, Audience.PARENT)
        is_needed = source is not Source.GUIDANCE or _is_open(norms, protocol, act.id)
        if position.stance is not Stance.SILENT and is_needed:
            yield from (rules.articles[one] for one in position.articles)


def _is_open(norms: Norms, protocol: Protocol, act: str) -> bool:
    """Whether neither the school nor law nor agreement says anything of an act to parents."""
    stronger = (protocol, norms.law, norms.agreement)
    return all(one.position(act, Audience.PARENT).stance is Stance.SILENT for one in stronger)
