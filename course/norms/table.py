"""Verdicts and judgements looked up instead of worked out: they stand on the path of every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.judge import VERDICTS, deciding_stance, find_act, find_protocol, judge

if TYPE_CHECKING:
    from course.norms.model import Audience, Judgement, Norms, Stance, Verdict


class VerdictTable:
    """All verdicts of one edition of the norms, made once; the norms never change under it."""

    __slots__ = ("_judgements", "_stances", "norms")

    def __init__(self, norms: Norms) -> None:
        """Work out the deciding stance for every protocol and act (a millisecond for five by 135)."""
        self.norms = norms
        law = {act: norms.law.position(act).stance for act in norms.acts}
        self._stances = {
            (protocol.id, act): deciding_stance(law[act], protocol.position(act).stance)
            for protocol in norms.protocols.values()
            for act in norms.acts
        }
        self._judgements: dict[tuple[str, str, Audience | None], Judgement] = {}

    def stance(self, protocol_id: str, act_id: str) -> Stance:
        """Give the stance that decides; `NotFound` with the nearest name for an unknown protocol or act."""
        try:
            return self._stances[protocol_id, act_id]
        except KeyError:
            find_protocol(self.norms, protocol_id)
            find_act(self.norms, act_id)
            raise

    def verdict(self, protocol_id: str, act_id: str) -> Verdict:
        """Give what a learner is told of an act; `NotFound` for an unknown protocol or act."""
        return VERDICTS[self.stance(protocol_id, act_id)]

    def judge(self, protocol_id: str, act_id: str, audience: Audience | None = None) -> Judgement:
        """Give what `course.norms.judge.judge` gives, worked out at most once per question."""
        key = (protocol_id, act_id, audience)
        found = self._judgements.get(key)
        if found is None:
            found = self._judgements[key] = judge(self.norms, protocol_id, act_id, audience)
        return found
