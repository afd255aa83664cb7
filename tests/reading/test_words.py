import pytest

from course.reading.words import Words


@pytest.mark.parametrize(
    ("locale", "text"), [("nl", "regel"), ("en", "rule"), ("de", "regel"), ("", "regel")]
)
def test_a_reader_of_another_language_gets_dutch(locale, text):
    assert Words("regel", "rule").for_locale(locale) == text
