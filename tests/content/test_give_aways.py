"""The document on what can be guessed says what the content gives away today."""

from pathlib import Path

from course.options.decision import decisions
from course.options.figures import figures

DOCUMENT = Path(__file__).parents[2] / "docs/pedagogy.md"


def test_the_document_holds_todays_figures(library):
    """Where this fails, run `python -m tools.figures`."""
    told = DOCUMENT.read_text(encoding="utf-8").partition("## The figures\n")[2].strip()
    assert told == figures(decisions(library), sorted(library.norms.protocols))
