"""The verdict engine: what the law, agreements, a school's protocol and guidance together say of one act."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from course.errors import NotFound
from course.norms.decide import BINDING, STRICTNESS, VERDICTS, deciding_stance, gap_between
from course.norms.judgement import JointJudgement, Judgement
from course.norms.model import ACTORS_OF_STAFF, STAFF, Audience, Source, Stance, Verdict
from course.norms.version_key import is_key, slug_of
from course.reading.findings import nearest
from course.reading.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from course.norms.model import Act, Article, Gap, Norms, Position, Protocol, SourceArticle


def judge(norms: Norms, protocol_id: str, act_id: str, audience: Audience | None = None) -> Judgement:
    """Give the verdict on an act at a school with this protocol, with every source that says so.

    `audience` is who would do it: it picks the stance towards that person, the articles that speak to them, and the
    rule for who is in doubt. Without it the answer is what holds towards everyone who isn't treated otherwise, with all
    its articles. Raises `NotFound` with the nearest name for an unknown protocol or act.
    """
    own = judged_alone(norms, find_protocol(norms, protocol_id), find_act(norms, act_id), audience)
    if own.verdict is not Verdict.OPEN:
        return own
    _own, *others = compare(norms, act_id, protocol_id, audience).values()
    return replace(own, others=tuple(others))


def judge_all(
    norms: Norms, protocol_id: str, act_ids: Sequence[str], audience: Audience | None = None
) -> JointJudgement:
    """Judge one or more acts that are done at once: of several the strictest leads, the first of equals."""
    return joint([judge(norms, protocol_id, one, audience) for one in act_ids])


def joint(judged: Sequence[Judgement]) -> JointJudgement:
    """Put judgements of acts that are done at once together."""
    return JointJudgement(max(judged, key=lambda one: STRICTNESS[one.stance]), tuple(judged))


def judge_verdict(norms: Norms, protocol_id: str, act_id: str, audience: Audience | None = None) -> Verdict:
    """Give only the verdict; `course.norms.table.VerdictTable` looks the same answer up."""
    protocol, act = find_protocol(norms, protocol_id), find_act(norms, act_id)
    return VERDICTS[stance_on(norms, protocol, act, audience)]


def stance_on(norms: Norms, protocol: Protocol, act: Act, audience: Audience | None = None) -> Stance:
    """Give only the stance that decides."""
    return _decided(_positions(norms, protocol, act.id, _doer(act, audience)))


def judged_alone(norms: Norms, protocol: Protocol, act: Act, audience: Audience | None = None) -> Judgement:
    """Judge an act without what other protocols say of it."""
    positions = _positions(norms, protocol, act.id, _doer(act, audience))
    stance = _decided(positions)
    verdict = VERDICTS[stance]
    gap, gap_source = _gap(positions)
    deciders = _deciders(positions, stance)
    guided = deciders == (Source.GUIDANCE,)
    return Judgement(
        act=act,
        protocol=protocol,
        audience=audience,
        verdict=verdict,
        stance=stance,
        source=deciders[0] if deciders else None,
        positions=positions,
        ask=tuple(dict.fromkeys(asked for one in deciders for asked in positions[one].ask)),
        conditions=_together(positions[one].conditions for one in deciders),
        articles=_articles_for(protocol, positions[Source.PROTOCOL], act, audience),
        law_articles=_national(norms, Source.LAW, positions),
        agreement_articles=_national(norms, Source.AGREEMENT, positions),
        guidance_articles=_national(norms, Source.GUIDANCE, positions) if guided else (),
        gap=gap,
        gap_source=gap_source,
        doubt=_doubt_rule(protocol, act, audience) if verdict is Verdict.OPEN else None,
    )


def compare(
    norms: Norms, act_id: str, own: str | None = None, audience: Audience | None = None
) -> Mapping[str, Judgement]:
    """Show how every protocol sees one act, by protocol id: "how do the others see it?".

    The reader's own comes first, the others follow by name. A protocol that came with the course gives way to versions of
    it: nobody is shown as somebody else.
    """
    act = find_act(norms, act_id)
    versions = {slug_of(one) for one in norms.protocols if is_key(one)}
    shown = (one for one in norms.protocols.values() if one.id == own or one.id not in versions)
    order = sorted(shown, key=lambda one: (one.id != own, one.name.lower()))
    return {one.id: judged_alone(norms, one, act, audience) for one in order}


def gaps(norms: Norms, protocol_id: str) -> tuple[Judgement, ...]:
    """List every act on which a protocol stays below law or agreement, in the order of the acts file.

    An act is listed once, as it is judged towards the first of its actors to whom the protocol does.
    """
    protocol = find_protocol(norms, protocol_id)
    found = (_first_gap(norms, protocol, act) for act in norms.acts.values())
    return tuple(one for one in found if one)


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


def actors_of(audience: Audience) -> frozenset[Audience]:
    """Tell whose acts they may perform who learn what is meant for an audience."""
    return ACTORS_OF_STAFF if audience in STAFF else frozenset({audience})


def _doer(act: Act, audience: Audience | None) -> Audience | None:
    """Tell towards whom a stance is asked for: whoever does the act, when this reader hears of it.

    Where the school acts, it is one of its staff who does; an act that only one kind of person can do is theirs,
    whoever reads of it.
    """
    if audience is None or audience in act.actors:
        return audience
    if audience in STAFF and Audience.SCHOOL in act.actors:
        return Audience.SCHOOL
    return act.actors[0] if len(act.actors) == 1 else audience


def _positions(
    norms: Norms, protocol: Protocol, act: str, actor: Audience | None
) -> Mapping[Source, Position]:
    return MappingProxyType(
        {
            Source.LAW: norms.law.position(act, actor),
            Source.AGREEMENT: norms.agreement.position(act, actor),
            Source.PROTOCOL: protocol.position(act, actor),
            Source.GUIDANCE: norms.guidance.position(act, actor),
        }
    )


def _decided(positions: Mapping[Source, Position]) -> Stance:
    return deciding_stance({source: one.stance for source, one in positions.items()})


def _deciders(positions: Mapping[Source, Position], stance: Stance) -> tuple[Source, ...]:
    """Give the sources that hold the stance that decided, the strongest first; guidance only by itself."""
    if stance is Stance.SILENT:
        return ()
    binding = tuple(one for one in BINDING if positions[one].stance is stance)
    return binding or (Source.GUIDANCE,)


def _together(conditions: Iterable[Words | None]) -> Words | None:
    """Put the conditions of several sources in one line, each once."""
    given = dict.fromkeys(one for one in conditions if one)
    if not given:
        return None
    return Words("; ".join(one.nl for one in given), "; ".join(one.for_locale("en") for one in given))


def _gap(positions: Mapping[Source, Position]) -> tuple[Gap | None, Source | None]:
    own = positions[Source.PROTOCOL].stance
    for source in (Source.LAW, Source.AGREEMENT):
        gap = gap_between(positions[source].stance, own)
        if gap:
            return gap, source
    return None, None


def _first_gap(norms: Norms, protocol: Protocol, act: Act) -> Judgement | None:
    """Judge an act towards everyone, or else towards the first of its actors, where the protocol stays below."""
    judged = (judged_alone(norms, protocol, act, one) for one in (None, *act.actors))
    return next((one for one in judged if one.gap), None)


def _national(
    norms: Norms, source: Source, positions: Mapping[Source, Position]
) -> tuple[SourceArticle, ...]:
    known = norms.national(source).articles
    return tuple(known[one] for one in positions[source].articles if one in known)


def _articles_for(
    protocol: Protocol, position: Position, act: Act, audience: Audience | None
) -> tuple[Article, ...]:
    """Give the articles of a position that speak to a reader; what speaks to the school does to the staff who act for it."""
    every = tuple(protocol.articles[one] for one in position.articles if one in protocol.articles)
    if audience is None:
        return every
    readers = {audience}
    if audience in STAFF and Audience.SCHOOL in act.actors:
        readers.add(Audience.SCHOOL)
    return tuple(article for article in every if readers.intersection(article.audience))


def _doubt_rule(protocol: Protocol, act: Act, audience: Audience | None) -> Article | None:
    """Find the rule for an audience; without one, the rule of the act's first actor that has one."""
    for one in act.actors if audience is None else (audience,):
        for reader in _doubt_readers(one):
            if reader in protocol.doubt:
                return protocol.articles.get(protocol.doubt[reader])
    return None


def _doubt_readers(audience: Audience) -> Iterator[Audience]:
    """Give those whose rule helps, the nearest first: staff act for the school, a leader before all."""
    yield audience
    if audience is Audience.SCHOOL:
        yield from (Audience.LEADER, Audience.TEACHER)
    elif audience in STAFF:
        yield from STAFF - {audience}
