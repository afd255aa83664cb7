"""What the pages of confirming show; the words are tried where the pages are."""

from __future__ import annotations

from course.rulebooks.attesting import Signers
from web.attestation.views import asked_view, signers_view


def test_nothing_asked_is_nothing_shown() -> None:
    assert asked_view(None, library=None, protocol="") is None  # type: ignore[arg-type]
    assert signers_view(Signers(None, ())) is None
