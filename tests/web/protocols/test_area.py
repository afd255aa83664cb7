from __future__ import annotations

import pytest

from tests.web.page import Page
from tests.web.protocols.drafting import ACT, our_draft


@pytest.mark.parametrize("seen", ["", "x", "-4", "9" * 40])
def test_a_revision_that_no_page_of_ours_sends_is_the_oldest(visitor, town, seen):
    """Before the articles came in there was nothing to move; an answer to a question meets what was answered since."""
    draft = our_draft(town)
    url = f"/protocols/{draft.row.id}"
    article = draft.draft.standing[0].id
    moved = visitor.as_director().post(f"{url}/articles/{article}/do", {"seen": seen, "do": "down"})
    assert moved.status_code == 422
    answer = visitor.post(f"{url}/answers/{ACT}", {"seen": seen, "stance": "forbidden"})
    assert answer.status_code == 409


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
