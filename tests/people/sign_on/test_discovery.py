"""What a provider says of itself, and what is not believed."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from course.errors import Invalid
from course.people.sign_on.discovery import MOST_BYTES, look_up, refuse_plain


@pytest.fixture
def site():
    """A server that says what it is told to say."""

    class Says(BaseHTTPRequestHandler):
        def do_GET(self):
            status, headers, body = self.server.says
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Says)
    server.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def document(site, **changed):
    said = {
        "issuer": site.url,
        "authorization_endpoint": f"{site.url}/authorize",
        "token_endpoint": f"{site.url}/token",
        "jwks_uri": f"{site.url}/keys",
    }
    return (200, {}, json.dumps(said | changed).encode())


def test_the_places_are_what_the_provider_says(site):
    site.says = document(site)
    found = look_up(site.url)
    assert (found.token_at, found.token_method) == (f"{site.url}/token", "client_secret_basic")
    site.says = document(site, token_endpoint_auth_methods_supported=["client_secret_post"])
    assert look_up(site.url).token_method == "client_secret_post"


@pytest.mark.parametrize(
    "changed",
    [
        {"issuer": "https://others.example"},
        {"issuer": None},
        {"token_endpoint": None},
        {"token_endpoint": "http://others.example/token"},
        {"jwks_uri": "ftp://others.example/keys"},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
    ids=str,
)
def test_a_document_with_something_wrong_is_refused(site, changed):
    site.says = document(site, **changed)
    with pytest.raises(Invalid):
        look_up(site.url)


def test_what_is_no_document_is_refused_and_nothing_is_followed(site):
    elsewhere = (302, {"Location": f"{site.url}/.well-known/openid-configuration"}, b"")
    for says in (
        elsewhere,
        (500, {}, b"{}"),
        (200, {}, b"[]"),
        (200, {}, b"<p>"),
        (200, {}, b" " * (MOST_BYTES + 1)),
    ):
        site.says = says
        with pytest.raises(Invalid):
            look_up(site.url)
    with pytest.raises(Invalid):
        look_up("http://127.0.0.1:9")


@pytest.mark.parametrize(
    "address",
    [
        "http://accounts.school.example",
        "ftp://127.0.0.1",
        "https://",
        "https://somebody@school.example",
        "https://school.example?a=b",
        "https://[school",
        "school.example",
    ],
)
def test_an_address_that_others_can_answer_for_is_refused(address):
    with pytest.raises(Invalid):
        refuse_plain(address)
