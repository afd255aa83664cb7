"""Rules of real schools, retold without names, each with the act that it speaks of: what every board begins with."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from course.norms.suggest.suggester import Link

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = "norms/examples.csv"


def read_examples(root: Path) -> tuple[Link, ...]:
    """Read the examples under a content root; none where it has no such file, as examples decide nothing."""
    path = root / EXAMPLES
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(Link(row["text"], row["act"]) for row in rows if row.get("text") and row.get("act"))
