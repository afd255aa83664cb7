"""A teacher answers who knocks."""

from __future__ import annotations

from course.classroom.knocks import knock, waiting
from tests import builders
from tests.web.conftest import Visitor


def test_a_knock_is_left_unanswered_or_too_late(app, visitor, town, clock):
    code, group = town.open_session().code, f"/teacher/groups/{town.our_group.id}"
    visitor.as_teacher()
    held = [knock(town.store, code, one, builders.NOW) for one in (town.pupil, town.classmate)]
    forms = [one for one in visitor.page(group).forms if one.action.endswith("/knocks")]
    away = {**dict(forms[0].fields), "do": "not"}
    assert visitor.post(forms[0].action, away).location == group
    assert waiting(town.store, held[0].token, builders.NOW) is None
    words = visitor.page(group).words
    assert "Bram is het vergeten" in words
    assert "Aya is het vergeten" not in words
    clock.passes(minutes=11)
    visitor.post(forms[1].action, {**dict(forms[1].fields), "do": "let-in"})
    assert "Daar wacht niemand meer." in visitor.page(group).words
    assert "is het vergeten" not in Visitor(app, town, clock).as_coach().page(group).words
