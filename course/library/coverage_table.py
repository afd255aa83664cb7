"""How much of every protocol is taught and tested, as the table that a document shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.library.coverage import tallies
from course.norms.model import Audience

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.library.coverage import Coverage, Tally

_HEAD = (
    "| protocol | audience | articles | taught | tested | both | neither |",
    "|---|---|---|---|---|---|---|",
)
_COLUMNS = ("articles", "taught", "tested", "both", "neither")


def table(covered: Coverage) -> str:
    """Write a line for every protocol and each audience that it addresses, and sums: without parents, parents, all."""
    rows = [
        (name, audience, one) for name, rows in covered.items() for audience, one in tallies(rows).items()
    ]
    parents = [one for _, audience, one in rows if audience is Audience.PARENT]
    others = [one for _, audience, one in rows if audience is not Audience.PARENT]
    return "\n".join(
        (
            *_HEAD,
            *(_line(name, audience, [one]) for name, audience, one in rows),
            _line("all", "pupils and staff", others),
            _line("all", "parents", parents),
            _line("all", "", others + parents),
        )
    )


def _line(name: str, audience: str, tallied: Sequence[Tally]) -> str:
    sums = " | ".join(str(sum(getattr(one, column) for one in tallied)) for column in _COLUMNS)
    return f"| {name} | {audience} | {sums} |" if audience else f"| {name} | | {sums} |"
