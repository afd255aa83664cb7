from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from web.http.site import passkey_site, site_url

if TYPE_CHECKING:
    from flask import Flask


@pytest.mark.parametrize(
    ("url", "hosts", "asked", "found"),
    [
        ("https://leren.example", (), "http://127.0.0.1:8000", ("leren.example", "https://leren.example")),
        ("", ("leren.example",), "https://leren.example", ("leren.example", "https://leren.example")),
        ("", (), "http://localhost:8000", ("localhost", "http://localhost:8000")),
        ("", (), "http://127.0.0.1:8000", None),
        ("", (), "https://forged.example", None),
    ],
)
def test_passkeys_are_for_a_name_that_somebody_vouches_for(app: Flask, url, hosts, asked, found) -> None:
    app.config.update(URL=url, HOSTS=hosts)
    with app.test_request_context(base_url=asked):
        site = passkey_site()
        assert (site and (site.id, site.origin)) == found
        assert site_url() == (url or asked)
