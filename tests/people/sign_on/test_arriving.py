"""Who comes in by an account elsewhere: whoever is linked, and nobody by an e-mail address."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import delete, insert, select

from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Event, Origin
from course.people.coming_in import SecondStep, SignIn
from course.people.devices import SOMEWHERE
from course.people.factors.required import ask_of
from course.people.factors.second_step import finish
from course.people.invitations import hash_of_link, invite
from course.people.roles import Role
from course.people.sign_on.arriving import arrive, link, take_invitation_up
from course.people.sign_on.asking import Aim, Answered, Wanted
from course.people.sign_on.tables import sign_on_links, sign_on_providers
from course.people.sign_on.tokens import Identity
from course.people.tables import roles, sign_ins
from tests import builders
from tests.builders import NOW
from tests.people.factors.authenticator import HOME, set_up

LATER = NOW + timedelta(minutes=2)
COME_IN = Wanted(Aim.IN)


def a_provider(store, board_id, name="Account", second_step="told"):
    texts = {
        one.name: "x" for one in sign_on_providers.c if one.name not in {"id", "board_id", "looked_up_at"}
    }
    row = texts | {"board_id": board_id, "name": name, "second_step": second_step, "looked_up_at": NOW}
    row["issuer"] = f"https://{name}.example"
    with store.write() as conn:
        made = conn.execute(insert(sign_on_providers).returning(sign_on_providers.c.id), row).scalar_one()
    return SimpleNamespace(id=made, board_id=board_id, name=name, second_step=second_step)


def told(provider, subject="jo-4711", *, wanted=COME_IN, step=False, shown_at=None):
    return Answered(wanted, provider, Identity(subject, step, shown_at))


@pytest.fixture
def teacher(store):
    return builders.a_teacher(store)


@pytest.fixture
def actor(store, teacher):
    return builders.signed_in(store, teacher)


@pytest.fixture
def provider(store, actor):
    return a_provider(store, actor.board_id)


def linked(store, actor, provider, subject="jo-4711"):
    link(store, actor, told(provider, subject, wanted=Wanted(Aim.LINK, actor.person_id)), NOW, SOMEWHERE)


def test_whoever_linked_it_comes_in_and_the_journal_tells_how(store, actor, provider):
    linked(store, actor, provider)
    came_in = arrive(store, told(provider), LATER, SOMEWHERE)
    assert isinstance(came_in, SignIn)
    assert came_in.person_id == actor.person_id
    details = [one.detail for one in journal.read(store, events=[Event.SIGNED_IN, Event.FACTOR_ADDED])]
    assert details[-2:] == ["sign-on", "sign-on"]


def test_an_account_of_nobody_stays_outside(store, actor, provider):
    linked(store, actor, provider)
    for subject in ("somebody else", "JO-4711", "jo-4711 "):
        with pytest.raises(Invalid):
            arrive(store, told(provider, subject), LATER, SOMEWHERE)
    assert len(list(journal.read(store, events=[Event.REFUSED]))) == 3


def test_the_same_subject_at_another_provider_is_somebody_else(store, actor, provider):
    linked(store, actor, provider)
    other = a_provider(store, actor.board_id, "Other")
    with pytest.raises(Invalid):
        arrive(store, told(other), LATER, SOMEWHERE)


def test_an_account_is_linked_by_who_began_and_to_one_person(store, teacher, actor, provider):
    wanted = Wanted(Aim.LINK, actor.person_id)
    stranger = builders.signed_in(store, builders.a_teacher(store))
    for who in (None, stranger):
        with pytest.raises(Invalid):
            link(store, who, told(provider, wanted=wanted), NOW, SOMEWHERE)
    linked(store, actor, provider)
    with pytest.raises(Invalid):
        linked(store, actor, provider, "a second one")
    elsewhere = a_provider(store, builders.a_board(store, "Ander bestuur"), "Theirs")
    with pytest.raises(Invalid):
        linked(store, actor, elsewhere)
    with store.read() as conn:
        assert conn.execute(select(sign_on_links.c.subject)).scalars().all() == ["jo-4711"]


def test_somebody_elses_account_is_not_taken_over(store, actor, provider):
    linked(store, actor, provider)
    colleague = builders.a_teacher(store, school=None)
    with store.write() as conn:
        conn.execute(sign_ins.delete())
    other = builders.signed_in(store, colleague)
    other = replace(other, board_id=actor.board_id)
    with pytest.raises(Invalid):
        linked(store, other, provider)


def test_who_has_no_role_any_more_stays_outside(store, actor, provider):
    linked(store, actor, provider)
    with store.write() as conn:
        conn.execute(delete(roles).where(roles.c.person_id == actor.person_id))
    with pytest.raises(Invalid):
        arrive(store, told(provider), LATER, SOMEWHERE)


@pytest.mark.parametrize(
    ("second_step", "step", "asked"),
    [
        ("told", False, True),
        ("told", True, False),
        ("trusted", False, False),
        ("own", True, True),
    ],
)
def test_the_own_second_step_is_asked_where_the_providers_does_not_stand_for_it(
    store, actor, second_step, step, asked
):
    provider = a_provider(store, actor.board_id, second_step=second_step)
    linked(store, actor, provider)
    phone, _ = set_up(store, actor, NOW)
    came_in = arrive(store, told(provider, step=step), LATER, HOME)
    assert isinstance(came_in, SecondStep) is asked
    if isinstance(came_in, SecondStep):
        assert finish(store, came_in.token, phone.shows(LATER), LATER, HOME).confirmed_at == LATER


def test_a_link_that_went_meanwhile_lets_nobody_past_the_second_step(store, actor, provider):
    linked(store, actor, provider)
    phone, _ = set_up(store, actor, NOW)
    step = arrive(store, told(provider), LATER, HOME)
    with store.write() as conn:
        conn.execute(sign_on_links.delete())
    with pytest.raises(NotFound):
        finish(store, step.token, phone.shows(LATER), LATER, HOME)


@pytest.mark.parametrize(("step", "notice"), [(True, ""), (False, "second-step")])
def test_who_is_asked_a_second_step_and_has_none_sets_one_up(store, actor, provider, step, notice):
    linked(store, actor, provider)
    with store.write() as conn:
        conn.execute(roles.update().values(role=Role.DIRECTOR.value))
        ask_of(conn, actor.board_id, {Role.DIRECTOR})
    came_in = arrive(store, told(provider, step=step), LATER, SOMEWHERE)
    assert came_in.notice == notice


@pytest.mark.parametrize(
    ("aim", "ago", "is_fresh"),
    [
        (Aim.IN, None, False),
        (Aim.AGAIN, None, True),
        (Aim.IN, timedelta(minutes=1), True),
        (Aim.AGAIN, timedelta(hours=2), False),
    ],
)
def test_a_sign_in_there_of_this_morning_is_no_fresh_one(store, actor, provider, aim, ago, is_fresh):
    linked(store, actor, provider)
    found = told(provider, wanted=Wanted(aim), shown_at=ago and LATER - ago)
    came_in = arrive(store, found, LATER, SOMEWHERE)
    assert (came_in.confirmed_at == LATER) is is_fresh


def test_an_invitation_is_taken_up_once(store, teacher, actor, provider):
    with store.write() as conn:
        token = invite(conn, teacher.id, actor.board_id, Origin(NOW))
    hashed = hash_of_link(store, token, NOW)
    found = told(provider, wanted=Wanted(Aim.INVITED, None, hashed))
    assert take_invitation_up(store, found, LATER, SOMEWHERE).person_id == teacher.id
    assert arrive(store, told(provider), LATER, SOMEWHERE).person_id == teacher.id
    with pytest.raises(NotFound):
        take_invitation_up(store, found, LATER, SOMEWHERE)


def test_an_invitation_of_another_board_is_not_taken_up(store, teacher, actor):
    provider = a_provider(store, builders.a_board(store, "Ander bestuur"))
    with store.write() as conn:
        token = invite(conn, teacher.id, actor.board_id, Origin(NOW))
    hashed = hash_of_link(store, token, NOW)
    with pytest.raises(Invalid):
        take_invitation_up(store, told(provider, wanted=Wanted(Aim.INVITED, None, hashed)), LATER, SOMEWHERE)
    assert hash_of_link(store, token, NOW), "and it works still"
