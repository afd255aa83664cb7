"""Write today's figures into docs/pedagogy.md: what is shown, how lessons stand, and what options give away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from course.library import coverage, default_content_root, load_library, plain_language, under_report
from course.library.coverage_table import table
from course.options.decision import decisions
from course.options.figures import figures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.library import Library

DOCUMENT = Path(__file__).parents[1] / "docs/pedagogy.md"
SHOWN = "## How much is shown\n"
STANDS = "## How lessons stand under each protocol\n"
PLAIN = "## How plainly it is written\n"
GUESSED = "## The figures\n"


def sections(library: Library) -> Mapping[str, str]:
    """Give what stands below each heading that holds figures."""
    return {
        SHOWN: table(coverage(library)),
        STANDS: under_report.table(library),
        PLAIN: plain_language.table(library),
        GUESSED: figures(decisions(library), sorted(library.norms.protocols)),
    }


def with_section(text: str, heading: str, told: str) -> str:
    """Replace all below a heading, as far as the next one of its kind."""
    above, _, below = text.partition(heading)
    _, mark, rest = below.partition("\n## ")
    return f"{above}{heading}\n{told}\n{mark}{rest}"


def main() -> None:
    """Write all of them."""
    text = DOCUMENT.read_text(encoding="utf-8")
    for heading, told in sections(load_library(default_content_root())).items():
        text = with_section(text, heading, told)
    DOCUMENT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
