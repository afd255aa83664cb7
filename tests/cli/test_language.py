"""Commands speak Dutch from the catalog of the pages, and English as the sources have it."""

from __future__ import annotations

from cli.language import translator


def test_dutch_comes_from_the_catalog_and_english_from_the_sources() -> None:
    assert translator("nl")("This group has no name.") == "Deze groep heeft geen naam."
    assert translator("en")("This group has no name.") == "This group has no name."
