import pytest

from course.quiz.naming import name_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ja, dat mag.", "ja dat mag", True),
        ("Ja  dat\u00a0mag", "Ja dat mag!", True),
        ("Dat mag", "Dat mag niet", False),
        ("Eén", "Een", False),
        ("👍", "👎", False),
        ("!", "?", False),
        ("10 + 2", "10 2", False),
    ],
)
def test_an_option_goes_by_its_words_without_capitals_and_punctuation(one, other, same):
    assert (name_of(one) == name_of(other)) is same
