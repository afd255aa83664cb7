"""What is missing is told until it is there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from course.administration.beginning import add_school
from course.administration.checklist import BACKUP_LASTS, Lack, checklist
from course.administration.groups import add_group, let_in
from course.administration.staff import add_member
from course.contacts.contacts import Contact, add_contact
from course.journal import journal
from course.journal.journal import Entry, Event, Origin
from course.naming import Parts
from course.people.roles import InGroup, Role
from tests import builders
from tests.administration.test_beginning import KNOWN, an_administrator
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store
UNSET = (Lack.CONTACT, Lack.MAIL)


def test_an_empty_board_is_led_to_its_first_group_with_a_teacher(store: Store) -> None:
    admin, origin = an_administrator(store), Origin(NOW)

    def told() -> list[Lack]:
        return [one.lack for one in checklist(store, admin, KNOWN, UNSET, NOW)]

    assert told() == [Lack.SCHOOL, Lack.CONTACT, Lack.MAIL, Lack.BACKUP]
    school = add_school(store, admin, "De Kade", "kom-leren", KNOWN, origin)
    assert told() == [Lack.PEOPLE, Lack.CONTACT, Lack.MAIL, Lack.BACKUP]
    person = add_member(store, admin, Parts("Bram", "", ""), "b@k.example", Role.TEACHER, school, origin)
    group = add_group(store, admin, school, "7A", origin)
    assert told() == [Lack.TEACHER, Lack.PASSWORD, Lack.CONTACT, Lack.MAIL, Lack.BACKUP]
    let_in(store, admin, group, person, InGroup.TEACHER, origin)
    assert told() == [Lack.PASSWORD, Lack.CONTACT, Lack.MAIL, Lack.BACKUP]


def test_a_backup_counts_for_a_week_and_is_the_boards(store: Store) -> None:
    school = builders.a_school(store)
    own = builders.signed_in(store, builders.an_administrator(store, school))
    assert Lack.BACKUP not in [one.lack for one in checklist(store, own, KNOWN, UNSET, NOW)]


def test_backups_are_read_from_the_journal(store: Store) -> None:
    admin = an_administrator(store)
    with store.write() as conn:
        journal.write(conn, Entry(NOW, Event.BACKED_UP))
    for later, is_old in ((timedelta(0), False), (BACKUP_LASTS + timedelta(hours=1), True)):
        told = [one.lack for one in checklist(store, admin, KNOWN, (), NOW + later)]
        assert (Lack.BACKUP in told) is is_old


def test_rules_that_are_not_in_the_course_and_pupils_without_a_group_are_told(store: Store) -> None:
    school = builders.a_school(store, protocol="weg")
    group = builders.a_group(store, school, school_year=2025)
    builders.a_pupil(store, group)
    own = builders.signed_in(store, builders.an_administrator(store, school))
    told = {one.lack: one.count for one in checklist(store, own, KNOWN, UNSET, NOW)}
    assert told == {Lack.PROTOCOL: 0, Lack.GROUP: 1, Lack.CONTACTS: 0}
    contact = Contact("Juf Sam", "010 123", for_pupils=True)
    add_contact(store, own, school.id, contact, Origin(NOW))
    told = {one.lack: one.count for one in checklist(store, own, KNOWN, UNSET, NOW)}
    assert told == {Lack.PROTOCOL: 0, Lack.GROUP: 1}
