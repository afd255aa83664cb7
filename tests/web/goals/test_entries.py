"""What a reader of the logbook may do with an entry."""

from __future__ import annotations

from tests.web.goals.test_logbook import LOG, log


def test_a_teacher_reads_what_colleagues_logged_and_changes_only_the_own(visitor, town):
    log(visitor.as_staff(town.next_teacher), group_id=town.next_group.id)
    teacher = visitor.as_teacher()
    page = teacher.page(LOG)
    assert "Het bos in." in page.words
    assert not [one for one in page.forms if one.action.endswith(("/withdraw", "/confirm", "/ask", "/reply"))]
    actions = [one.action.rsplit("/", 1)[1] for one in visitor.as_director().page(LOG).forms]
    assert {"withdraw", "confirm", "ask"} <= set(actions)
