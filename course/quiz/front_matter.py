"""What the front matter of a question bank says: which keys there are, and what each may hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.reading.front_matter import read_front_matter
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from markdown_it.token import Token

    from course.reading.findings import Findings

DRAW = 7
"""Questions in one attempt where a bank does not say."""
REQUIRED = ("title", "module")
OPTIONAL = ("draw", "frameworks")


@dataclass(frozen=True, slots=True)
class QuizFrontMatter:
    """What a question bank says of itself."""

    title: str
    module: str
    draw: int
    frameworks: tuple[str, ...]
    lines: Mapping[str, int]


def read_quiz_front_matter(
    tokens: Iterable[Token], findings: Findings, *, is_open: bool
) -> QuizFrontMatter | None:
    """Read the keys and note what is wrong; None where none can be read, and empty what is missing or wrong."""
    keys = read_front_matter(tokens, findings, REQUIRED, is_open=is_open)
    if keys is None:
        return None
    keys.check_keys(REQUIRED, OPTIONAL)
    return QuizFrontMatter(
        title=keys.text("title"),
        module=keys.text("module"),
        draw=keys.number(
            "draw",
            DRAW,
            told(
                "Write how many questions one attempt has, from 1 to 999, e.g. `draw: %(draw)s`.", draw=DRAW
            ),
        ),
        frameworks=keys.texts("frameworks"),
        lines=keys.lines,
    )
