from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher
from sqlalchemy import func, select, update

from course.classroom.class_sessions import close_class_session, extend_class_session, open_class_session
from course.classroom.sign_in import sign_in_pupil
from course.errors import Invalid, NotFound
from course.people import secrets
from course.people.actor import identify, touch
from course.people.roles import Role
from course.people.sign_in import sign_in_staff, sign_out
from course.people.tables import class_sessions, credentials, persons, sign_ins
from tests.builders import (
    NOW,
    PASSWORD,
    PICTURES,
    SCHOOL_YEAR,
    a_group,
    a_pupil,
    a_school,
    a_teacher,
    an_officer,
    identity_of,
    signed_in,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime

    from course.people.actor import Actor
    from course.store.store import Store

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def who(store: Store, token: str, now: datetime) -> Actor | None:
    with store.read() as conn:
        return identify(conn, token, now)


def test_a_teacher_comes_in_and_is_known_with_school_and_groups(store: Store) -> None:
    school = a_school(store, protocol="verkruisen")
    groups = [a_group(store, school, "Groep 8"), a_group(store, school, "Groep 7")]
    actor = signed_in(store, a_teacher(store, *groups))
    assert actor.role is Role.TEACHER
    assert (actor.school_name, actor.protocol) == (school.name, "verkruisen")
    assert actor.group_ids == (groups[1].id, groups[0].id)
    assert actor.band is None


def test_last_years_groups_are_no_longer_ones_own(store: Store) -> None:
    school = a_school(store)
    old, new = a_group(store, school, school_year=SCHOOL_YEAR - 1), a_group(store, school)
    assert signed_in(store, a_teacher(store, old, new)).group_ids == (new.id,)


def test_an_officer_has_a_board_and_no_school(store: Store) -> None:
    actor = signed_in(store, an_officer(store))
    assert (actor.school_id, actor.protocol, actor.group_ids) == (None, None, ())
    assert actor.board_name == "Stichting De Veerkracht"


def test_looking_a_person_up_is_one_statement(
    store: Store, statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    token = sign_in_staff(store, a_teacher(store, a_group(store)).email, PASSWORD, NOW).token
    with statements() as seen:
        assert who(store, token, NOW) is not None
    assert len(seen) == 1


def test_an_address_is_forgiven_its_capitals_and_spaces(store: Store) -> None:
    teacher = a_teacher(store)
    assert sign_in_staff(store, f" {teacher.email.upper()} ", PASSWORD, NOW).person_id == teacher.id


def test_an_unknown_address_and_a_wrong_password_get_the_same_answer(store: Store) -> None:
    answers = []
    for email, password in ((a_teacher(store).email, "fout"), ("niemand@school.example", PASSWORD)):
        with pytest.raises(Invalid) as refused:
            sign_in_staff(store, email, password, NOW)
        answers.append(refused.value.fields)
    assert answers[0] == answers[1] == {"password": "wrong-email-or-password"}


def test_an_unknown_address_costs_the_same_work(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed = []
    fits = secrets._fits
    monkeypatch.setattr(secrets, "_fits", lambda *given: hashed.append(given[0]) or fits(*given))
    for email in (a_teacher(store).email, "niemand@school.example"):
        with pytest.raises(Invalid):
            sign_in_staff(store, email, "fout", NOW)
    assert hashed == [secrets.STAFF, secrets.STAFF]


def test_a_pupil_cannot_come_in_by_the_staff_door(store: Store) -> None:
    pupil = a_pupil(store, a_group(store))
    with store.write() as conn:
        conn.execute(update(persons).where(persons.c.id == pupil).values(email="kind@school.example"))
    with pytest.raises(Invalid):
        sign_in_staff(store, "kind@school.example", " ".join(PICTURES), NOW)


def test_a_password_hashed_with_older_settings_is_hashed_anew(store: Store) -> None:
    teacher = a_teacher(store)
    older = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    with store.write() as conn:
        conn.execute(
            update(credentials).where(credentials.c.person_id == teacher.id).values(secret_hash=older)
        )
    sign_in_staff(store, teacher.email, PASSWORD, NOW)
    with store.read() as conn:
        kept = conn.execute(
            select(credentials.c.secret_hash).where(credentials.c.person_id == teacher.id)
        ).scalar_one()
    assert kept != older
    assert not secrets.is_outdated(kept)
    assert sign_in_staff(store, teacher.email, PASSWORD, NOW)


def test_only_the_digest_of_a_token_is_stored(store: Store) -> None:
    token = sign_in_staff(store, a_teacher(store).email, PASSWORD, NOW).token
    with store.read() as conn:
        kept = conn.execute(select(sign_ins.c.token_hash)).scalars().all()
    assert len(kept) == 1
    assert token not in kept[0]


def test_staff_are_out_after_an_hour_of_nothing(store: Store) -> None:
    token = sign_in_staff(store, a_teacher(store).email, PASSWORD, NOW).token
    assert who(store, token, NOW + HOUR)
    assert who(store, token, NOW + HOUR + MINUTE) is None


def test_being_busy_keeps_staff_in_for_twelve_hours_and_no_longer(store: Store) -> None:
    token = sign_in_staff(store, a_teacher(store).email, PASSWORD, NOW).token
    for minutes in range(30, 12 * 60, 30):
        now = NOW + minutes * MINUTE
        actor = who(store, token, now)
        assert actor
        touch(store, actor, now)
    assert who(store, token, NOW + 12 * HOUR) is None


def test_being_seen_is_written_once_per_five_minutes(
    store: Store, statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    actor = signed_in(store, a_teacher(store))
    with statements() as seen:
        touch(store, actor, NOW + 4 * MINUTE)
        assert seen == []
        touch(store, actor, NOW + 5 * MINUTE)
        assert len(seen) == 3


def test_signing_out_ends_this_sign_in_only(store: Store) -> None:
    teacher = a_teacher(store)
    here, there = (sign_in_staff(store, teacher.email, PASSWORD, NOW).token for _ in range(2))
    sign_out(store, here)
    sign_out(store, "unknown")
    assert who(store, here, NOW) is None
    assert who(store, there, NOW)


def test_an_unknown_token_is_nobody(store: Store) -> None:
    assert who(store, "made-up", NOW) is None


def test_what_is_over_is_cleared_away_when_staff_come_in_and_the_rest_stays(store: Store) -> None:
    teacher = a_teacher(store)
    sign_in_staff(store, teacher.email, PASSWORD, NOW - 13 * HOUR)
    sign_in_staff(store, teacher.email, PASSWORD, NOW - 2 * HOUR)
    kept = sign_in_staff(store, teacher.email, PASSWORD, NOW)
    assert who(store, kept.token, NOW)
    with store.read() as conn:
        assert conn.execute(select(func.count()).select_from(sign_ins)).scalar() == 1


def test_class_sessions_are_cleared_a_year_after_they_ended_and_no_sooner(store: Store) -> None:
    group = a_group(store)
    teacher = a_teacher(store, group)
    opened = [
        open_class_session(store, signed_in(store, teacher), group.id, NOW - timedelta(days=days))
        for days in (367, 366, 1)
    ]
    sign_in_staff(store, teacher.email, PASSWORD, NOW)
    with store.read() as conn:
        assert set(conn.execute(select(class_sessions.c.id)).scalars()) == {one.id for one in opened[1:]}


def test_a_pupil_comes_in_by_code_tile_and_pictures_in_any_order(store: Store) -> None:
    group = a_group(store)
    pupil = a_pupil(store, group)
    session = open_class_session(store, signed_in(store, a_teacher(store, group)), group.id, NOW)
    fresh = sign_in_pupil(store, session.code.lower(), pupil, list(reversed(PICTURES)), NOW)
    actor = identity_of(store, fresh)
    assert (actor.role, actor.group_ids, actor.band) == (Role.PUPIL, (group.id,), "po-7-8")
    assert actor.expires_at == session.expires_at


@pytest.mark.parametrize(
    ("pictures", "message"),
    [
        (("kat", "boom", "fiets"), "wrong-pictures"),
        (("kat", "boom"), "number-of-pictures"),
        (("kat", "kat", "boom"), "number-of-pictures"),
        (("kat", "boom", "zon", "vis"), "wrong-pictures"),
        (("kat", "boom", "zon", "vis", "slak"), "number-of-pictures"),
        (("kat", "boom", "draak"), "number-of-pictures"),
    ],
)
def test_other_pictures_let_nobody_in(store: Store, pictures: tuple[str, ...], message: str) -> None:
    group = a_group(store)
    pupil = a_pupil(store, group)
    session = open_class_session(store, signed_in(store, a_teacher(store, group)), group.id, NOW)
    with pytest.raises(Invalid) as refused:
        sign_in_pupil(store, session.code, pupil, pictures, NOW)
    assert refused.value.fields == {"pictures": message}


def test_a_pupil_of_another_group_does_not_exist_behind_this_code(store: Store) -> None:
    group, other = a_group(store), a_group(store)
    stranger = a_pupil(store, other)
    teacher = a_teacher(store, group)
    session = open_class_session(store, signed_in(store, teacher), group.id, NOW)
    for person in (stranger, teacher.id, 987654):
        with pytest.raises(NotFound) as refused:
            sign_in_pupil(store, session.code, person, PICTURES, NOW)
        assert refused.value.kind == "pupil"


def test_pupils_are_out_when_the_class_session_ends(store: Store) -> None:
    group = a_group(store)
    pupil = a_pupil(store, group)
    session = open_class_session(store, signed_in(store, a_teacher(store, group)), group.id, NOW)
    token = sign_in_pupil(store, session.code, pupil, PICTURES, NOW).token
    assert who(store, token, session.expires_at - MINUTE)
    assert who(store, token, session.expires_at) is None
    with pytest.raises(NotFound):
        sign_in_pupil(store, session.code, pupil, PICTURES, session.expires_at)


def test_extending_the_class_session_keeps_its_pupils_in(store: Store) -> None:
    group = a_group(store)
    pupil = a_pupil(store, group)
    teacher = signed_in(store, a_teacher(store, group))
    session = open_class_session(store, teacher, group.id, NOW)
    token = sign_in_pupil(store, session.code, pupil, PICTURES, NOW).token
    longer = extend_class_session(store, teacher, group.id, NOW + HOUR)
    assert longer.expires_at == session.expires_at + 30 * MINUTE
    assert who(store, token, session.expires_at + MINUTE)


def test_closing_the_class_session_signs_its_pupils_out_and_nobody_else(store: Store) -> None:
    group = a_group(store, school := a_school(store))
    other = a_group(store, school)
    teacher = signed_in(store, a_teacher(store, group, other))
    tokens = []
    for one in (group, other):
        code = open_class_session(store, teacher, one.id, NOW).code
        tokens.append(sign_in_pupil(store, code, a_pupil(store, one), PICTURES, NOW).token)
    close_class_session(store, teacher, group.id, NOW + MINUTE)
    assert who(store, tokens[0], NOW + MINUTE) is None
    assert who(store, tokens[1], NOW + MINUTE)
    with store.read() as conn:
        assert identify(conn, "", NOW) is None
