"""Where what stands above a protocol asks more than it does, as a director and the board read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.model import Gap, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.norms.judgement import Judgement
    from course.norms.model import Protocol, SourceArticle


@dataclass(frozen=True, slots=True)
class Gaps:
    """Where what stands above a protocol asks more than it does."""

    milder: tuple[Judgement, ...]
    silent: tuple[tuple[tuple[SourceArticle, ...], tuple[Judgement, ...]], ...]
    """By the articles above it: one sentence in the protocol mends all acts under them."""
    silent_count: int


@dataclass(frozen=True, slots=True)
class GapsView:
    """Where the law, or a national agreement, asks more than a protocol."""

    protocol: Protocol
    law: Gaps
    agreements: Gaps


def gaps_view(protocol: Protocol, judgements: Sequence[Judgement]) -> GapsView:
    """Part the gaps by what stands above the protocol: a law that binds, or an agreement that doesn't."""
    law, agreements = (
        _gaps([one for one in judgements if one.gap_source is source])
        for source in (Source.LAW, Source.AGREEMENT)
    )
    return GapsView(protocol, law, agreements)


def _gaps(judgements: Sequence[Judgement]) -> Gaps:
    """Part gaps into those where the protocol is silent and those where it is milder."""
    silent: dict[tuple[SourceArticle, ...], list[Judgement]] = {}
    for one in judgements:
        if one.gap is Gap.SILENT:
            silent.setdefault(one.floor_articles, []).append(one)
    return Gaps(
        milder=tuple(one for one in judgements if one.gap is Gap.BELOW_LAW),
        silent=tuple((law, tuple(found)) for law, found in silent.items()),
        silent_count=sum(len(found) for found in silent.values()),
    )
