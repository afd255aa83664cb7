"""Words may be mended and choices may move: a scene asks the same as long as its choices do the same."""

import pytest

from course.scenario.meaning import meaning_of
from tests.learning.world import FOTO, lesson_of


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("[Ik deel hem]", "[Ik deel 'm]", True),
        ("De foto.", "De foto, van Noor.", True),
        ("  > Dat gaat snel.\n", "  > Dat gaat heel snel.\n", True),
        ("(#gedeeld){act=share}", "(#gedeeld){act=mock}", False),
        ("(#gedeeld){act=share}", "(#weg){#gedeeld act=share}", True),
        ("[Ik deel hem](#gedeeld)", "[Ik deel hem](#weg)", False),
        ("## Begin", "## Het begin", False),
    ],
)
def test_a_scene_is_itself_by_its_choices_and_their_acts(before, after, same):
    assert before in FOTO
    one, other = (lesson_of("foto", "foto", text).start for text in (FOTO, FOTO.replace(before, after, 1)))
    assert (meaning_of(one) == meaning_of(other)) is same
