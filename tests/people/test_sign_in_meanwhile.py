"""A secret is checked outside any transaction: what happens between that and the sign-in counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from course.classroom.class_sessions import close_class_session, open_class_session
from course.classroom.sign_in import sign_in_pupil
from course.errors import Invalid, NotFound
from course.people import secrets
from course.people.passwords import change_password, draw_password
from course.people.pictures import renew_pictures
from course.people.sign_in import sign_in_staff
from course.people.tables import sign_ins
from tests.builders import NOW, PASSWORD, PICTURES, a_group, a_pupil, a_teacher, signed_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.store.store import Store


def meanwhile(monkeypatch: pytest.MonkeyPatch, checks: str, happens: Callable[[], object]) -> None:
    """Let something happen between the check of a secret and the sign-in."""
    check = getattr(secrets, checks)

    def checked(*given: object) -> bool:
        fits = check(*given)
        happens()
        return bool(fits)

    monkeypatch.setattr(secrets, checks, checked)


def nobody_came_in(store: Store, but: int) -> bool:
    with store.read() as conn:
        return conn.execute(select(func.count()).select_from(sign_ins)).scalar() == but


def test_old_pictures_let_nobody_in_that_are_renewed_at_that_moment(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = a_group(store)
    pupil = a_pupil(store, group)
    teacher = signed_in(store, a_teacher(store, group))
    code = open_class_session(store, teacher, group.id, NOW).code
    meanwhile(monkeypatch, "fit_pictures", lambda: renew_pictures(store, teacher, group.id, NOW))
    with pytest.raises(Invalid) as refused:
        sign_in_pupil(store, code, pupil, PICTURES, NOW)
    assert refused.value.fields == {"pictures": "wrong-pictures"}
    assert nobody_came_in(store, but=1)


def test_a_lesson_that_is_closed_at_that_moment_lets_nobody_in(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = a_group(store)
    pupil = a_pupil(store, group)
    teacher = signed_in(store, a_teacher(store, group))
    code = open_class_session(store, teacher, group.id, NOW).code
    meanwhile(monkeypatch, "fit_pictures", lambda: close_class_session(store, teacher, group.id, NOW))
    with pytest.raises(NotFound) as refused:
        sign_in_pupil(store, code, pupil, PICTURES, NOW)
    assert refused.value.kind == "class code"
    assert nobody_came_in(store, but=1)


def test_an_old_password_lets_nobody_in_that_is_changed_at_that_moment(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher = a_teacher(store)
    meanwhile(monkeypatch, "is_password", lambda: draw_password(store, teacher.email, NOW))
    with pytest.raises(Invalid) as refused:
        sign_in_staff(store, teacher.email, PASSWORD, NOW)
    assert refused.value.fields == {"password": "wrong-email-or-password"}
    assert nobody_came_in(store, but=0)


def test_who_was_given_a_new_password_meanwhile_cannot_change_the_old_one(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher, drawn = a_teacher(store), []
    me = signed_in(store, teacher)
    meanwhile(
        monkeypatch, "is_password", lambda: drawn or drawn.append(draw_password(store, teacher.email, NOW))
    )
    with pytest.raises(Invalid) as refused:
        change_password(store, me, PASSWORD, "van-de-indringer-zelf", NOW)
    assert set(refused.value.fields) == {"current"}
    sign_in_staff(store, teacher.email, drawn[0], NOW)
