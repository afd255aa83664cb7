"""The document on what is shown and what can be guessed holds the figures of today’s content."""

import pytest

from tools import figures


@pytest.mark.parametrize("heading", [figures.SHOWN, figures.STANDS, figures.PLAIN, figures.GUESSED])
def test_the_document_holds_todays_figures(library, heading):
    """Where this fails, run `python -m tools.figures`."""
    text = figures.DOCUMENT.read_text(encoding="utf-8")
    assert figures.with_section(text, heading, figures.sections(library)[heading]) == text
