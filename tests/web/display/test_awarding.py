"""The addresses of a badge are those of the site, or none where nobody vouches for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from web.display.awarding import awarding

if TYPE_CHECKING:
    from flask import Flask


def test_they_begin_with_the_address_that_is_set(app: Flask) -> None:
    app.config["URL"] = "https://leren.example/"
    with app.test_request_context():
        by = awarding(3)
    assert by is not None
    assert (by.issuer_at, by.keys_at, by.site) == (
        "https://leren.example/issuers/3",
        "https://leren.example/issuers/3/keys",
        "https://leren.example",
    )


def test_a_host_that_only_a_request_names_gives_none(app: Flask) -> None:
    with app.test_request_context(base_url="http://elders.example"):
        assert awarding(3) is None
