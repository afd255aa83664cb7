"""A store of learning records on loopback that does what xAPI 1.0.3 asks of PUT /statements, and what it took."""

from __future__ import annotations

import json
from base64 import b64encode
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

USER, PASSWORD = "deelwijs", "geheim"


class Lrs:
    """Keeps statements by id; a second one of the same id must say the same."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, Any]] = {}
        self.asked = 0
        self.answers: list[int] = []
        """With what to answer the next requests instead."""
        self.address = ""

    def put(self, target: str, headers: Any, body: bytes) -> int:
        self.asked += 1
        if self.answers:
            return self.answers.pop(0)
        expected = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        if headers["Authorization"] != f"Basic {expected}":
            return 401
        parts, said = urlsplit(target), json.loads(body)
        (name,) = parse_qs(parts.query)["statementId"]
        version = headers["X-Experience-API-Version"]
        if parts.path != "/xapi/statements" or version != "1.0.3" or said["id"] != name:
            return 400
        if self.kept.setdefault(name, said) != said:
            return 409
        return 204


@contextmanager
def open_lrs() -> Iterator[Lrs]:
    """Serve one at a free port."""
    lrs = Lrs()

    class Handler(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(lrs.put(self.path, self.headers, body))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    lrs.address = f"http://127.0.0.1:{server.server_address[1]}/xapi"
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield lrs
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
