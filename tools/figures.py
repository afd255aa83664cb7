"""Write today's figures of what options give away into docs/pedagogy.md."""

from __future__ import annotations

from pathlib import Path

from course.library import default_content_root, load_library
from course.options.decision import decisions
from course.options.figures import figures

DOCUMENT = Path(__file__).parents[1] / "docs/pedagogy.md"
HEADING = "## The figures\n"


def main() -> None:
    """Replace all below the heading."""
    library = load_library(default_content_root())
    above = DOCUMENT.read_text(encoding="utf-8").partition(HEADING)[0]
    told = figures(decisions(library), sorted(library.norms.protocols))
    DOCUMENT.write_text(f"{above}{HEADING}\n{told}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
