"""Who has come in is told of the open session only, and to the group's own teacher."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.classroom.attendance import attendance
from course.classroom.class_sessions import close_class_session, open_class_session
from course.classroom.sign_in import sign_in_pupil
from course.errors import NotFound
from tests import builders

if TYPE_CHECKING:
    from course.store.store import Store

NOW = builders.NOW


def test_pupils_are_parted_by_whether_they_are_in(store: Store) -> None:
    group = builders.a_group(store)
    teacher = builders.signed_in(store, builders.a_teacher(store, group))
    bo, aya, daan = (builders.a_pupil(store, group, name) for name in ("bo", "Aya", "Daan"))
    code = open_class_session(store, teacher, group.id, NOW).code
    for _ in range(2):
        sign_in_pupil(store, code, aya, builders.PICTURES, NOW)
    seen = attendance(store, teacher, group.id, NOW)
    assert [one.person_id for one in seen.inside] == [aya]
    assert [one.person_id for one in seen.outside] == [bo, daan]
    assert attendance(store, teacher, group.id, NOW + timedelta(hours=9)).inside == ()
    close_class_session(store, teacher, group.id, NOW)
    assert attendance(store, teacher, group.id, NOW).inside == ()


def test_nobody_elses_group_is_shown(store: Store) -> None:
    group = builders.a_group(store)
    stranger = builders.signed_in(store, builders.a_teacher(store, builders.a_group(store)))
    with pytest.raises(NotFound):
        attendance(store, stranger, group.id, NOW)
