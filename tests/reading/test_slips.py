import pytest

from course.reading.slips import DASH, RAW_HTML


@pytest.mark.parametrize("dash", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
def test_what_looks_like_a_hyphen_is_found(dash):
    assert DASH.search(f"a{dash}b")
    assert not DASH.search("a-b")


@pytest.mark.parametrize("text", ["<b>", "</b>", "<br/>", '<a href="x">', "<!-- weg -->"])
def test_tags_and_comments_are_found(text):
    assert RAW_HTML.search(text)


@pytest.mark.parametrize("text", ["3 < 4", "ik <3 jou", "a > b"])
def test_signs_are_no_tags(text):
    assert not RAW_HTML.search(text)
