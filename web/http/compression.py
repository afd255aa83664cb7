"""Pages and files made small: a page in the time that its reader waits, a file once, as small as it gets.

Flask-Compress negotiates and does the rest; a page and a file of the program take the short way that is theirs.
"""

from __future__ import annotations

import sys
from http import HTTPStatus
from threading import local
from typing import TYPE_CHECKING

import brotli
from flask import request
from flask_compress import Compress

from web.http.vary import varies_by

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from flask import Flask, Response

MIMETYPES = ["text/html", "text/css", "text/javascript", "image/svg+xml", "application/json"]
SMALLEST = 500
"""Bytes below which a header costs more than compression saves."""
PAGE_LEVEL, PAGE_WINDOW = 2, 16
"""Brotli makes 2.3 kB of a scene of 7 kB in 0.07 ms; level 5 saves 250 bytes more and takes 0.17 ms of every answer."""
QUICK: dict[int, int] = {
    zstd.CompressionParameter.compression_level: 1,
    zstd.CompressionParameter.window_log: PAGE_WINDOW,
}
"""Zstandard makes as little of it in a quarter of the time where a compressor is used again."""
FILE_LEVEL = 11
"""Files of the program are compressed once per process: the style sheet is 10% smaller than at level 5."""


def install(app: Flask) -> None:
    """Compress what this application answers."""
    app.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=5,
        COMPRESS_MIN_SIZE=SMALLEST,
        COMPRESS_MIMETYPES=MIMETYPES,
    )
    Compression(app)


class Compression(Compress):
    """Flask-Compress with a short way for whoever takes Brotli without conditions, as every browser does.

    Pages go in Zstandard to who takes that too.
    """

    def __init__(self, app: Flask) -> None:
        self._thread = _Thread()
        self._files: dict[str | None, bytes] = {}
        """By ETag, which names the file itself: one file has as many addresses as somebody cares to write."""
        super().__init__(app)

    def after_request(self, response: Response | None) -> Response:
        """Compress a whole page or a file of the program; leave everything else to Flask-Compress."""
        accepted = request.environ.get("HTTP_ACCEPT_ENCODING", "")
        if response and response.status_code == HTTPStatus.OK and "br" in accepted and "q=" not in accepted:
            if response.mimetype == "text/html" and not response.is_streamed:
                return self._page(response, "zstd" if "zstd" in accepted else "br")
            if request.endpoint == "static" and request.method == "GET" and response.mimetype in MIMETYPES:
                etag, _ = response.get_etag()
                if etag not in self._files:
                    response.direct_passthrough = False
                    self._files[etag] = brotli.compress(response.get_data(), quality=FILE_LEVEL)
                response.set_etag(str(etag), weak=True)
                return _packed(response, self._files[etag], "br")
        return super().after_request(response)

    def _page(self, response: Response, coding: str) -> Response:
        content = response.get_data()
        if len(content) < SMALLEST:
            varies_by(response, "Accept-Encoding")
            return response
        if coding == "zstd":
            return _packed(
                response, self._thread.quick.compress(content, zstd.ZstdCompressor.FLUSH_FRAME), coding
            )
        return _packed(response, brotli.compress(content, quality=PAGE_LEVEL, lgwin=PAGE_WINDOW), coding)


class _Thread(local):
    """A compressor works on one page at a time."""

    def __init__(self) -> None:
        self.quick = zstd.ZstdCompressor(options=QUICK)


def _packed(response: Response, content: bytes, coding: str) -> Response:
    varies_by(response, "Accept-Encoding")
    response.close()
    response.direct_passthrough = False
    response.set_data(content)
    response.headers["Content-Encoding"] = coding
    return response
