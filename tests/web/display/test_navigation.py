"""The menu leads to every page that somebody begins from, and marks the one that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import Visitor

INBOX = "/feedback/inbox"


def test_the_officers_menu_leads_to_what_readers_reported(visitor: Visitor) -> None:
    visitor.as_officer()
    page = visitor.page("/board/")
    assert INBOX in page.addresses
    assert "Meldingen" in page.words
    tags = visitor.page(INBOX).tags
    assert [attrs["href"] for tag, attrs in tags if tag == "a" and attrs.get("aria-current") == "page"] == [
        INBOX
    ]


def test_nobody_elses_menu_does(visitor: Visitor) -> None:
    for come_in, home in (
        (visitor.as_director, "/director/"),
        (visitor.as_teacher, "/teacher/"),
        (visitor.as_pupil, "/learn/"),
    ):
        come_in()
        assert INBOX not in visitor.page(home).addresses
