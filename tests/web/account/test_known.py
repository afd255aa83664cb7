"""Everybody who is signed in reads what is kept of them, and nobody else's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


def test_a_pupil_reads_what_is_kept_and_takes_it_along(visitor: Visitor) -> None:
    visitor.as_pupil().walk("mag-deze-foto", "in-de-bus")
    words = visitor.page("/account/kept").words
    assert "Aya" in words
    assert "mag-deze-foto" in words
    assert "Bram" not in words
    known = json.loads(visitor.get("/account/kept?format=file").data)
    assert {"persons", "runs", "progress"} <= set(known["tables"])


def test_staff_read_theirs_too(visitor: Visitor) -> None:
    assert "teacher" in visitor.as_teacher().page("/account/kept").words
