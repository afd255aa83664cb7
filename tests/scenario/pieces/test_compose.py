"""A message holds words that stand and places to fill, in the order of the text."""

from __future__ import annotations

from tests.scenario.test_composing import TEXT, lesson_of


def test_words_and_places_keep_their_order():
    message = lesson_of(TEXT).start.compose
    assert message is not None
    assert message.name == "Daan"
    assert [type(one).__name__ for one in message.pieces] == ["Narration", "Place", "Narration", "Place"]
    assert [[part.key for part in place] for place in message.places] == [
        ["eerlijk", "draaien"],
        ["weg", "grap"],
    ]
    assert message.places[0][1].html == "<em>iemand</em> heeft hem doorgestuurd."
