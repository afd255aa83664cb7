"""How much of every protocol is taught and tested, as the table that a document shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.library.coverage import tallies

if TYPE_CHECKING:
    from course.library.coverage import Coverage

_HEAD = (
    "| protocol | audience | articles | taught | tested | both | neither |",
    "|---|---|---|---|---|---|---|",
)


def table(covered: Coverage) -> str:
    """Write a line for every protocol and each audience of learners that it addresses, and one for all together."""
    rows = [
        (name, audience, one) for name, rows in covered.items() for audience, one in tallies(rows).items()
    ]
    lines = [
        f"| {name} | {audience} | {one.articles} | {one.taught} | {one.tested} | {one.both} | {one.neither} |"
        for name, audience, one in rows
    ]
    every = [one for _, _, one in rows]
    columns = ("articles", "taught", "tested", "both", "neither")
    total = " | ".join(str(sum(getattr(one, column) for one in every)) for column in columns)
    return "\n".join((*_HEAD, *lines, f"| all | | {total} |"))
