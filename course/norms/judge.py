"""The verdict engine: what the law and a school's protocol together say of one act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from course.errors import NotFound
from course.norms.model import (
    STAFF,
    Act,
    Article,
    Audience,
    Gap,
    Judgement,
    Norms,
    Position,
    Protocol,
    Stance,
    Verdict,
)
from course.reading.findings import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

VERDICTS: Mapping[Stance, Verdict] = {
    Stance.REQUIRED: Verdict.FINE,
    Stance.ENCOURAGED: Verdict.FINE,
    Stance.ALLOWED: Verdict.FINE,
    Stance.ASK_FIRST: Verdict.ASK_FIRST,
    Stance.DISCOURAGED: Verdict.NOT_FINE,
    Stance.FORBIDDEN: Verdict.NOT_FINE,
    Stance.SILENT: Verdict.OPEN,
}
"""What a learner is told for a stance; see docs/decisions/0001-discouraged-is-not-fine.md."""

STRICTNESS: Mapping[Stance, int] = {
    Stance.FORBIDDEN: 6,
    Stance.DISCOURAGED: 5,
    Stance.ASK_FIRST: 4,
    Stance.REQUIRED: 3,
    Stance.ENCOURAGED: 2,
    Stance.ALLOWED: 1,
    Stance.SILENT: 0,
}
"""Which of two stances decides: the one with the higher rank."""

SEVERITY: Mapping[Verdict, int] = {
    Verdict.OPEN: 0,
    Verdict.FINE: 1,
    Verdict.ASK_FIRST: 2,
    Verdict.NOT_FINE: 3,
}
"""How strict a verdict is, for comparing two of them."""


def deciding_stance(law: Stance, protocol: Stance) -> Stance:
    """Give the stance that decides: the stricter one, but what the law requires no protocol can take away."""
    if law is Stance.REQUIRED:
        return law
    return max(protocol, law, key=STRICTNESS.__getitem__)


def gap_between(law: Stance, protocol: Stance) -> Gap | None:
    """Tell how a protocol stays below the law floor, for the director's page; None where it does not.

    A protocol that hinders what the law requires stays below it as well.
    """
    asked, held = VERDICTS[law], VERDICTS[protocol]
    if law is Stance.REQUIRED:
        return Gap.BELOW_LAW if SEVERITY[held] > SEVERITY[asked] else None
    if asked not in (Verdict.NOT_FINE, Verdict.ASK_FIRST) or SEVERITY[held] >= SEVERITY[asked]:
        return None
    return Gap.SILENT if protocol is Stance.SILENT else Gap.BELOW_LAW


def judge(norms: Norms, protocol_id: str, act_id: str, audience: Audience | None = None) -> Judgement:
    """Give the verdict on an act at a school with this protocol, with every source that says so.

    `audience` is who would do it: it picks the articles that speak to that person, and the rule for who is in
    doubt. Without it all articles are given. Raises `NotFound` with the nearest name for an unknown
    protocol or act.
    """
    own = _judged_alone(norms, find_protocol(norms, protocol_id), find_act(norms, act_id), audience)
    if own.verdict is not Verdict.OPEN:
        return own
    _own, *others = compare(norms, act_id, protocol_id, audience).values()
    return replace(own, others=tuple(others))


def _judged_alone(norms: Norms, protocol: Protocol, act: Act, audience: Audience | None) -> Judgement:
    position, law_position = protocol.position(act.id), norms.law.position(act.id)
    stance = deciding_stance(law_position.stance, position.stance)
    verdict = VERDICTS[stance]
    return Judgement(
        act=act,
        protocol=protocol,
        verdict=verdict,
        stance=stance,
        position=position,
        law_position=law_position,
        articles=_articles_for(protocol, position, audience),
        law_articles=tuple(norms.law.articles[a] for a in law_position.articles if a in norms.law.articles),
        gap=gap_between(law_position.stance, position.stance),
        doubt=_doubt_rule(protocol, act, audience) if verdict is Verdict.OPEN else None,
    )


def judge_verdict(norms: Norms, protocol_id: str, act_id: str) -> Verdict:
    """Give only the verdict; `course.norms.table.VerdictTable` looks the same answer up."""
    protocol, act = find_protocol(norms, protocol_id), find_act(norms, act_id)
    law = norms.law.position(act.id).stance
    return VERDICTS[deciding_stance(law, protocol.position(act.id).stance)]


def compare(
    norms: Norms, act_id: str, own: str | None = None, audience: Audience | None = None
) -> Mapping[str, Judgement]:
    """Show how every protocol sees one act, by protocol id: "how do the others see it?".

    The reader's own comes first, the others follow by name.
    """
    act = find_act(norms, act_id)
    order = sorted(norms.protocols.values(), key=lambda one: (one.id != own, one.name.lower()))
    return {one.id: _judged_alone(norms, one, act, audience) for one in order}


def gaps(norms: Norms, protocol_id: str) -> tuple[Judgement, ...]:
    """List every act on which a protocol stays below the law floor, in the order of the acts file."""
    find_protocol(norms, protocol_id)
    judged = (judge(norms, protocol_id, act_id) for act_id in norms.acts)
    return tuple(judgement for judgement in judged if judgement.gap)


def find_protocol(norms: Norms, protocol_id: str) -> Protocol:
    """Find the protocol of this id; `NotFound` with the nearest name when there is none."""
    try:
        return norms.protocols[protocol_id]
    except KeyError:
        raise NotFound("protocol", protocol_id, nearest(protocol_id, norms.protocols)) from None


def find_act(norms: Norms, act_id: str) -> Act:
    """Find the act of this id; `NotFound` with the nearest name when there is none."""
    try:
        return norms.acts[act_id]
    except KeyError:
        raise NotFound("act", act_id, nearest(act_id, norms.acts)) from None


def _articles_for(protocol: Protocol, position: Position, audience: Audience | None) -> tuple[Article, ...]:
    every = tuple(protocol.articles[a] for a in position.articles if a in protocol.articles)
    if audience is None:
        return every
    readers = STAFF if audience in STAFF else frozenset({audience})
    return tuple(article for article in every if readers.intersection(article.audience)) or every


def _doubt_rule(protocol: Protocol, act: Act, audience: Audience | None) -> Article | None:
    """Find the rule for an audience; without one, the rule of the act's first actor that has one."""
    for one in act.actors if audience is None else (audience,):
        for reader in _doubt_readers(one):
            if reader in protocol.doubt:
                return protocol.articles.get(protocol.doubt[reader])
    return None


def _doubt_readers(audience: Audience) -> Iterable[Audience]:
    """Give those whose rule helps, the nearest first: staff act for the school, a leader before all."""
    yield audience
    if audience is Audience.SCHOOL:
        yield from (Audience.LEADER, Audience.TEACHER)
    elif audience in STAFF:
        yield from STAFF - {audience}
