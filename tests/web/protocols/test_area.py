from __future__ import annotations

import pytest

from tests.web.page import Page
from tests.web.protocols.drafting import our_draft


@pytest.mark.parametrize("seen", ["", "x", "-4", "9" * 40])
def test_a_revision_that_no_page_of_ours_sends_is_the_oldest(visitor, town, seen):
    draft = our_draft(town)
    url = f"/protocols/{draft.row.id}/articles/{draft.draft.standing[0].id}/do"
    assert visitor.as_director().post(url, {"seen": seen, "do": "down"}).status_code == 303


def test_a_revision_that_is_still_to_come_is_told(visitor, town, hx):
    draft = our_draft(town)
    url = f"/protocols/{draft.row.id}/articles/{draft.draft.standing[0].id}/do"
    answer = visitor.as_director().post(url, {"seen": "99", "do": "down"}, hx=hx)
    assert answer.status_code == 422
    assert "verouderd" in Page(answer.text).words
    assert answer.headers.get("HX-Retarget") == ("#notices" if hx else None)


def test_what_cannot_be_published_is_told_with_every_problem(visitor, town):
    draft = our_draft(town)
    data = {"seen": draft.revision, "from_on": "2026-11-29", "kind": "major"}
    answer = visitor.as_director().post(f"/protocols/{draft.row.id}/publish", data)
    assert answer.status_code == 422
    assert "Dit is nog geen heel protocol" in Page(answer.text).words
