"""A size is said as people say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from web.display.sizes import size_words

if TYPE_CHECKING:
    from flask import Flask


@pytest.mark.parametrize(
    ("size", "words"), [(1, "1 kB"), (2048, "2 kB"), (1024 * 1024, "1 MB"), (5 * 1024 * 1024 // 2, "2,5 MB")]
)
def test_small_files_are_told_in_kb_and_large_ones_in_mb(app: Flask, size: int, words: str) -> None:
    with app.test_request_context("/"):
        assert size_words(size) == words
