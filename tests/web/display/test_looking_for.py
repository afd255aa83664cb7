"""Words are found however they are written."""

from __future__ import annotations

import pytest

from web.display.looking_for import every_word_in

SAID = "Deel geen foto’s van één leerling zonder idee"


@pytest.mark.parametrize(
    "words", ["foto", "foto's", "foto’s", "FOTO'S", "fotos", "een leerling", "één", "idee geen"]
)
def test_a_word_is_found_whatever_its_capitals_accents_and_apostrophes(words: str) -> None:
    assert every_word_in(SAID, words)


@pytest.mark.parametrize("words", ["zeppelin", "foto zeppelin"])
def test_every_word_has_to_stand_there(words: str) -> None:
    assert not every_word_in(SAID, words)
