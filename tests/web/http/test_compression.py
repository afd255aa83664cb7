"""A file of the program is made small once, whatever way its address is written; a page in what its reader takes."""

from __future__ import annotations

import brotli
import pytest

from web.display.template_globals import STATIC
from web.http import compression
from web.http.compression import zstd

BR = {"Accept-Encoding": "gzip, br"}


@pytest.fixture
def packed(monkeypatch):
    """The sizes of what was compressed as a file."""
    sizes, compress = [], brotli.compress

    def counting(content: bytes, **words: int) -> bytes:
        if words["quality"] == compression.FILE_LEVEL:
            sizes.append(len(content))
        return compress(content, **words)

    monkeypatch.setattr(brotli, "compress", counting)
    return sizes


def test_one_file_under_many_addresses_is_compressed_once(visitor, packed):
    ways = ["css/app.css", "css/app.css?v=1", *(f"x{number}/../css/app.css" for number in range(5))]
    answers = [visitor.client.get(f"/static/{way}", headers=BR) for way in ways]
    whole = (STATIC / "css/app.css").read_bytes()
    assert [brotli.decompress(answer.data) for answer in answers] == [whole] * len(ways)
    assert packed == [len(whole)]


def test_two_files_are_told_apart(visitor, packed):
    css, js = (visitor.client.get(f"/static/{path}", headers=BR) for path in ("css/app.css", "js/app.js"))
    assert brotli.decompress(js.data) == (STATIC / "js/app.js").read_bytes() != brotli.decompress(css.data)
    assert len(packed) == 2


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "zstd"),
        ("zstd, br", "zstd"),
        ("gzip, br", "br"),
        ("zstd", None),
        ("gzip", "gzip"),
        ("br;q=1.0, zstd;q=0", "br"),
    ],
)
def test_a_page_comes_in_a_coding_that_its_reader_takes(visitor, accepted, coding):
    answer = visitor.client.get("/sign-in", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == coding
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_one_compressor_makes_page_after_page_whole(visitor):
    for path in ("/", "/sign-in", "/"):
        answer = visitor.client.get(path, headers={"Accept-Encoding": "br, zstd"})
        assert answer.headers["Content-Encoding"] == "zstd"
        assert zstd.decompress(answer.data).strip().endswith(b"</html>")
