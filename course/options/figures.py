"""The figures of what options give away, over all content and of each file, as a document shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.options.give_aways import asking, give_aways

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.options.decision import Decision
    from course.options.give_aways import GiveAway

_HEAD = (
    "| rule | under | marked | right | by chance | p | points above chance |",
    "|---|---|---|---|---|---|---|",
)


def figures(asked: Sequence[Decision], protocols: Sequence[str]) -> str:
    """Write every rule under the protocol where it goes best, over all and for each file, and how often asking fails."""
    lines = ["### Over all content", "", *_table(asked, protocols), "", *_asking(asked, protocols)]
    sources = dict.fromkeys(one.source for one in asked)
    for source in sources if len(sources) > 1 else ():
        of_one = [one for one in asked if one.source == source]
        lines += ["", f"### {source}", "", *_table(of_one, protocols), "", *_asking(of_one, protocols)]
    return "\n".join(lines)


def _table(asked: Sequence[Decision], protocols: Sequence[str]) -> Iterable[str]:
    yield from _HEAD
    for one in give_aways(asked, protocols):
        yield _row(one)


def _row(one: GiveAway) -> str:
    p = "< 0.001" if one.p < 0.001 else f"{one.p:.3f}"  # noqa: PLR2004 - three digits are shown
    cells = (one.rule, one.protocol, one.marked, one.right, f"{one.expected:.1f}", p, f"{one.gain:.1f}")
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _asking(asked: Sequence[Decision], protocols: Sequence[str]) -> Iterable[str]:
    """Say how often asking or calling somebody is wrong or not enough, from the school where it is so least."""
    counts = [(asking(asked, one), one) for one in protocols]
    if counts:
        least, where = min(counts, key=lambda one: (one[0].share, one[1]))
        yield (
            f"Asking or calling somebody is an option in {least.offered} decisions, "
            f"and wrong or not enough in {least.in_vain} ({100 * least.share:.0f}%; {where}, where it fails least)."
        )
