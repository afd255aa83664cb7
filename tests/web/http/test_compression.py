"""A file of the program is made small once, whatever way its address is written."""

from __future__ import annotations

import brotli
import pytest

from web.display.template_globals import STATIC
from web.http import compression

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
