"""A channel is told once, and is the school's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from course.errors import Invalid, NotFound, Refused
from course.goals.channels import (
    Channel,
    Kind,
    Readers,
    add_channel,
    channels_of,
    close_channel,
    is_address,
    open_channel_again,
)
from course.people.roles import Role
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.figures.scene import Term
    from tests.learning.world import World

BLOG = Channel(
    "Weblog", Kind.WEBLOG, is_public=True, for_whom=Readers.PARENTS, address="https://weblog.example/7b"
)


def test_a_channel_sent_twice_is_there_once_closed_and_open_again(store: Store, here: Term) -> None:
    for _ in range(2):
        add_channel(store, here.teacher, replace(BLOG, kept_by_id=here.teacher.person_id), NOW)
    with store.read() as conn:
        (kept,) = channels_of(conn, here.school)
    assert (kept.channel.name, kept.kept_by, kept.closed_at) == ("Weblog", "Jo", None)
    close_channel(store, here.director, kept.id, NOW)
    with store.read() as conn:
        assert channels_of(conn, here.school)[0].closed_at == NOW
    open_channel_again(store, here.director, kept.id)
    with store.read() as conn:
        assert channels_of(conn, here.school) == (kept,)


def test_every_slip_is_told_at_once(store: Store, here: Term) -> None:
    with pytest.raises(Invalid) as told:
        add_channel(store, here.teacher, Channel(" ", None, None, None, "javascript:alert(1)"), NOW)
    assert set(told.value.fields) == {"name", "kind", "is_public", "for_whom", "address"}


def test_who_keeps_it_works_at_the_school(store: Store, here: Term) -> None:
    with pytest.raises(NotFound):
        add_channel(store, here.teacher, replace(BLOG, kept_by_id=here.pupils[0].person_id), NOW)


def test_another_school_has_nothing_to_say_of_it(store: Store, here: Term, world: World) -> None:
    add_channel(store, here.teacher, BLOG, NOW)
    with store.read() as conn:
        (kept,) = channels_of(conn, here.school)
    stranger = world.person(Role.DIRECTOR, world.school("De Beuk"))
    with pytest.raises(NotFound):
        close_channel(store, stranger, kept.id, NOW)
    with pytest.raises(Refused):
        add_channel(store, here.pupils[0], BLOG, NOW)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://school.example/klas?x=1", True),
        ("http://school.example", True),
        ("school.example", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https://a b", False),
        ("https://[", False),
        ('https://a.example/"onclick', False),
    ],
)
def test_only_addresses_of_the_web_are_taken(text: str, expected: bool) -> None:
    assert is_address(text) is expected
