"""A school says whom one can turn to; only its own director and administrator do, and only what can be reached is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from course.contacts.contacts import (
    MOST,
    Contact,
    add_contact,
    change_contact,
    contacts_of,
    contacts_page,
    drop_contact,
    schools_with_contacts,
)
from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Event, Origin
from course.norms.model import Audience
from tests import builders
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store

SAM = Contact("Juf Sam,  vertrouwenspersoon", "010 - 123 45 67", "", "ma en di, kamer 12", for_pupils=True)
AT = Origin(NOW)


def test_who_keeps_a_school_says_whom_one_can_turn_to_there(store: Store) -> None:
    school = builders.a_school(store)
    for who in (builders.a_director(store, school), builders.an_administrator(store, school)):
        add_contact(store, builders.signed_in(store, who), school.id, SAM, AT)
    kept = contacts_of(store, school.id)
    assert [one.name for one in kept] == ["Juf Sam, vertrouwenspersoon"] * 2
    assert kept[0].is_for(Audience.PUPIL)
    assert not any(kept[0].is_for(one) for one in (Audience.PARENT, Audience.TEACHER, Audience.LEADER))
    with store.read() as conn:
        assert schools_with_contacts(conn) == {school.id}
    told = list(journal.read(store, events=[Event.SCHOOL_CHANGED]))
    assert [(one.school_id, one.detail) for one in told] == [(school.id, "contacts")] * 2


def test_contacts_are_changed_and_taken_out(store: Store) -> None:
    school = builders.a_school(store)
    actor = builders.signed_in(store, builders.a_director(store, school))
    for name in ("Sam", "Noor"):
        add_contact(store, actor, school.id, replace(SAM, name=name), AT)
    sam, noor = (one.id for one in contacts_page(store, actor, school.id).contacts)
    change_contact(store, actor, school.id, sam, replace(SAM, name="Meester Sam", for_staff=True), AT)
    drop_contact(store, actor, school.id, noor, AT)
    drop_contact(store, actor, school.id, noor, AT)
    (kept,) = contacts_of(store, school.id)
    assert (kept.name, kept.for_staff) == ("Meester Sam", True)
    with pytest.raises(NotFound):
        change_contact(store, actor, school.id, noor, SAM, AT)


def test_a_neighbours_contacts_do_not_exist_for_who_keeps_another_school(store: Store) -> None:
    ours, theirs = builders.a_school(store), builders.a_school(store)
    actor = builders.signed_in(store, builders.a_director(store, theirs))
    own = builders.signed_in(store, builders.a_director(store, ours))
    add_contact(store, own, ours.id, SAM, AT)
    kept = contacts_page(store, own, ours.id).contacts[0].id
    for tried in (
        lambda: contacts_page(store, actor, ours.id),
        lambda: add_contact(store, actor, ours.id, SAM, AT),
        lambda: drop_contact(store, actor, ours.id, kept, AT),
        lambda: change_contact(store, actor, theirs.id, kept, SAM, AT),
    ):
        with pytest.raises(NotFound):
            tried()
    assert len(contacts_of(store, ours.id)) == 1


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"phone": "bel maar"}, "phone"),
        ({"phone": "", "when_where": ""}, "phone"),
        ({"email": "sam"}, "email"),
        ({"email": "sam@school"}, "email"),
        ({"when_where": "x" * 121}, "when_where"),
        ({"for_pupils": False}, "for_whom"),
    ],
)
def test_a_contact_that_nobody_could_reach_is_told_off_at_its_field(
    store: Store, change: dict[str, object], wrong: str
) -> None:
    school = builders.a_school(store)
    actor = builders.signed_in(store, builders.a_director(store, school))
    with pytest.raises(Invalid) as caught:
        add_contact(store, actor, school.id, replace(SAM, **change), AT)
    assert set(caught.value.fields) == {wrong}
    assert contacts_of(store, school.id) == ()


def test_there_is_an_end_to_the_list(store: Store) -> None:
    school = builders.a_school(store)
    actor = builders.signed_in(store, builders.a_director(store, school))
    for _ in range(MOST):
        add_contact(store, actor, school.id, SAM, AT)
    with pytest.raises(Invalid):
        add_contact(store, actor, school.id, SAM, AT)
