"""An address of the official text is one that a reader's browser may be led to."""

import pytest

from course.norms.official import LONGEST, is_official_address


@pytest.mark.parametrize(
    "address",
    [
        "https://www.deeik.nl/protocol.pdf",
        "https://deeik.nl",
        "https://bestuur.example:8443/regels?id=3#kop",
        "https://xn--schl-5qa.nl/a",
    ],
)
def test_a_whole_https_address_is_one(address):
    assert is_official_address(address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "http://deeik.nl/protocol.pdf",
        "www.deeik.nl",
        "javascript:alert(1)",
        "https:deeik.nl",
        "https:///protocol.pdf",
        "https://protocol",
        "https://.",
        "https://iemand:geheim@deeik.nl/",
        "https://deeik.nl/een protocol.pdf",
        "https://deeik.nl/\nSet-Cookie: a",
        "https://[deeik.nl/",
        "https://deeik.nl/" + "a" * LONGEST,
    ],
)
def test_anything_else_is_none(text):
    assert not is_official_address(text)
