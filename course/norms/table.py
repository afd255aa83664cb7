"""Verdicts and judgements looked up instead of worked out: they stand on the path of every answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from course.bounded_cache import BoundedCache
from course.norms.decide import VERDICTS
from course.norms.judge import compare, find_act, find_protocol, gaps, stance_on
from course.norms.model import Verdict
from course.norms.rulebook import reference_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.norms.judgement import Judgement
    from course.norms.model import Audience, Norms, Stance

MOST_KEPT = 16_384
"""Judgements: three audiences at forty schools on all acts."""
MOST_COMPARED = 1_024
"""Acts by audience, each with what every protocol says of it."""


class VerdictTable:
    """All verdicts of one edition of the norms, made once; the norms never change under it."""

    __slots__ = ("_compared", "_gaps", "_judgements", "_references", "_stances", "norms")

    def __init__(self, norms: Norms) -> None:
        """Look nothing up yet: of all acts towards all audiences a school asks for some hundred."""
        self.norms = norms
        self._stances: dict[tuple[str, str, Audience | None], Stance] = {}
        self._judgements: BoundedCache[Judgement] = BoundedCache(MOST_KEPT)
        self._compared: BoundedCache[Mapping[str, Judgement]] = BoundedCache(MOST_COMPARED)
        self._gaps: dict[str, tuple[Judgement, ...]] = {}
        self._references: dict[str, str] = {}

    def stance(self, protocol_id: str, act_id: str, audience: Audience | None = None) -> Stance:
        """Give the stance that decides; `NotFound` with the nearest name for an unknown protocol or act."""
        key = (protocol_id, act_id, audience)
        found = self._stances.get(key)
        if found is None:
            protocol, act = find_protocol(self.norms, protocol_id), find_act(self.norms, act_id)
            found = self._stances[key] = stance_on(self.norms, protocol, act, audience)
        return found

    def verdict(self, protocol_id: str, act_id: str, audience: Audience | None = None) -> Verdict:
        """Give what a learner is told of an act; `NotFound` for an unknown protocol or act."""
        return VERDICTS[self.stance(protocol_id, act_id, audience)]

    def gaps(self, protocol_id: str) -> tuple[Judgement, ...]:
        """Give what `course.norms.judge.gaps` gives, worked out once; `NotFound` for an unknown protocol."""
        found = self._gaps.get(protocol_id)
        if found is None:
            found = self._gaps[protocol_id] = gaps(self.norms, protocol_id)
        return found

    def judge(self, protocol_id: str, act_id: str, audience: Audience | None = None) -> Judgement:
        """Give what `course.norms.judge.judge` gives, worked out at most once per question."""
        key = (protocol_id, act_id, audience)
        found = self._judgements.get(key)
        if found is None:
            found = self._judgements.put(key, self._judged(protocol_id, act_id, audience))
        return found

    def _judged(self, protocol_id: str, act_id: str, audience: Audience | None) -> Judgement:
        """As `judge` does, but what the other protocols say is worked out once for all of them, and shared."""
        find_protocol(self.norms, protocol_id)
        compared = self._compared.get((act_id, audience))
        if compared is None:
            compared = self._compared.put((act_id, audience), compare(self.norms, act_id, audience=audience))
        own = compared.get(protocol_id) or compare(self.norms, act_id, protocol_id, audience)[protocol_id]
        if own.verdict is not Verdict.OPEN:
            return own
        return replace(own, others=tuple(one for one in compared.values() if one is not own))

    def rulebook(self, protocol_id: str) -> str:
        """Give the reference of the rules under a protocol, worked out once; `NotFound` for an unknown one."""
        found = self._references.get(protocol_id)
        if found is None:
            found = self._references[protocol_id] = reference_of(self.norms, protocol_id)
        return found
