"""Which stance decides, and what a learner is told for it: the few rules that everything else looks up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.model import Gap, Source, Stance, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

VERDICTS: Mapping[Stance, Verdict] = {
    Stance.REQUIRED: Verdict.MUST,
    Stance.ENCOURAGED: Verdict.MAY,
    Stance.ALLOWED: Verdict.MAY,
    Stance.ASK_FIRST: Verdict.ASK_FIRST,
    Stance.DISCOURAGED: Verdict.RATHER_NOT,
    Stance.FORBIDDEN: Verdict.NOT,
    Stance.SILENT: Verdict.OPEN,
}
"""What a learner is told for a stance; see docs/decisions/0021-four-sources-towards-each-actor.md."""

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
    Verdict.MAY: 1,
    Verdict.MUST: 2,
    Verdict.ASK_FIRST: 3,
    Verdict.RATHER_NOT: 4,
    Verdict.NOT: 5,
}
"""How strict a verdict is, for comparing two of them."""

BINDING = (Source.LAW, Source.AGREEMENT, Source.PROTOCOL)
"""What decides; guidance does only where these are silent."""


def deciding_stance(stances: Mapping[Source, Stance]) -> Stance:
    """Give the stance that decides: the strictest that binds, but what the law requires nothing can take away.

    Guidance decides where all that binds is silent. A source that isn't in `stances` is silent.
    """
    if stances.get(Source.LAW) is Stance.REQUIRED:
        return Stance.REQUIRED
    binding = max((stances.get(one, Stance.SILENT) for one in BINDING), key=STRICTNESS.__getitem__)
    return stances.get(Source.GUIDANCE, binding) if binding is Stance.SILENT else binding


def gap_between(floor: Stance, protocol: Stance) -> Gap | None:
    """Tell how a protocol stays below the law or an agreement, for the director's page; None where it does not.

    A protocol that hinders what the floor requires stays below it as well; one that advises against what the floor forbids
    does not.
    """
    asked, held = VERDICTS[floor], VERDICTS[protocol]
    if floor is Stance.REQUIRED:
        return Gap.BELOW_LAW if SEVERITY[held] > SEVERITY[asked] else None
    if not asked.hinders and asked is not Verdict.ASK_FIRST:
        return None
    if held.hinders or held is asked:
        return None
    return Gap.SILENT if protocol is Stance.SILENT else Gap.BELOW_LAW
