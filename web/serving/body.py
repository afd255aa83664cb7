"""The body of a request, read whole within its bound while no thread waits for it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING

from granian.rsgi import ProtocolClosed, ProtocolError

from web.http.bodies import FORM

if TYPE_CHECKING:
    from collections.abc import Callable

    from granian.rsgi import HTTPProtocol, Scope

    from web.http.bodies import Bound

LEFT = 1024 * 1024
"""Bytes of too large a body that are read and dropped, so that the browser comes to read why it was refused."""


class Turned(Exception):
    """The body is not taken, and with which status."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status)
        self.status = status


def has_body(scope: Scope) -> bool:
    """Whether anything follows the headers."""
    headers = scope.headers
    return headers.get("content-length", "0") != "0" or "transfer-encoding" in headers


async def read(scope: Scope, protocol: HTTPProtocol, bound_at: Callable[[str, str], Bound]) -> bytes:
    """Give the whole body; raises Turned where it is too large, too slow or broken off.

    What its route allows is looked up only for what is no ordinary form: that costs as much as all the rest here.
    """
    length = _length(scope)
    bound = FORM if length is not None and length <= FORM.bytes else bound_at(scope.method, scope.path)
    try:
        async with asyncio.timeout(bound.seconds):
            if length is None:
                return await _chunked(protocol, bound.bytes)
            return await _known(length, protocol, bound.bytes)
    except TimeoutError:
        raise Turned(HTTPStatus.REQUEST_TIMEOUT) from None
    except (ProtocolClosed, ProtocolError):
        raise Turned(HTTPStatus.BAD_REQUEST) from None


def _length(scope: Scope) -> int | None:
    """Bytes that are to come; None where they come in chunks."""
    return None if "transfer-encoding" in scope.headers else int(scope.headers.get("content-length", "0"))


async def _known(length: int, protocol: HTTPProtocol, most: int) -> bytes:
    if length > most:
        if length <= LEFT:
            await _drop(protocol)
        raise Turned(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    body: bytes = await protocol()
    return body


async def _chunked(protocol: HTTPProtocol, most: int) -> bytes:
    """Gather the chunks. Granian ends with one that is empty, and says in no other way than a second that it broke off."""
    body, empty = bytearray(), 0
    async for chunk in protocol:
        empty += not chunk
        body += chunk
        if len(body) > most:
            raise Turned(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    if empty > 1:
        raise Turned(HTTPStatus.BAD_REQUEST)
    return bytes(body)


async def _drop(protocol: HTTPProtocol) -> None:
    with suppress(ProtocolClosed, ProtocolError):
        async for _ in protocol:
            pass
