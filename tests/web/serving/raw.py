"""Connections as somebody with bad manners, or with bad luck on the Wi-Fi, makes them: bytes, and then silence."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 60
FORM = b"Host: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
HALF_A_FORM = b"POST /sign-in HTTP/1.1\r\n" + FORM + b"Content-Length: 600\r\n\r\nem"
HALF_A_CHUNK = b"POST /sign-in HTTP/1.1\r\n" + FORM + b"Transfer-Encoding: chunked\r\n\r\n258\r\nem"
HALF_THE_HEADERS = b"POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-"
NOTHING = b""
SILENT = (HALF_A_FORM, HALF_A_CHUNK, HALF_THE_HEADERS, NOTHING)


def connected(port: int, sent: bytes = b"", host: str = "127.0.0.1") -> socket.socket:
    """A connection on which so much was sent."""
    made = socket.create_connection((host, port), PATIENCE)
    made.sendall(sent)
    return made


@contextmanager
def silent(port: int, number: int) -> Iterator[list[socket.socket]]:
    """So many connections that said something once, of every kind, and say no more."""
    made = [connected(port, SILENT[place % len(SILENT)]) for place in range(number)]
    try:
        yield made
    finally:
        for one in made:
            one.close()


def heard(connection: socket.socket) -> bytes:
    """All that comes until the other side closes."""
    heard = b""
    while piece := connection.recv(65536):
        heard += piece
    return heard


def asked(port: int, sent: bytes) -> bytes:
    """The whole answer to these bytes; `sent` must ask for the connection to be closed, or bring the server to it."""
    with connected(port, sent) as connection:
        return heard(connection)


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])
