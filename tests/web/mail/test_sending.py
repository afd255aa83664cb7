"""Letters reach a real mail server on loopback, and their links open an account once."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from course.journal.journal import Origin
from course.people.invitations import accept, invite, invited
from course.people.mail.forgotten import ask_for_link
from course.people.mail.queue import Letter, put, waiting
from course.people.sign_in import sign_in_staff
from tests import builders
from tests.builders import NOW
from tests.people.mail.post_office import NOBODY, open_office
from web.mail.sending import send_due

if TYPE_CHECKING:
    from course.store.store import Store

SITE, SENDER = "https://leren.example", "Deelwijs <deelwijs@school.example>"
OWN = "paarse-lantaarn-zwemt-hoog"


def test_a_link_for_a_forgotten_password_goes_to_who_has_an_account_and_opens_for_an_hour(
    store: Store,
) -> None:
    teacher = builders.a_teacher(store)
    for address in (teacher.email, "stranger@school.example"):
        ask_for_link(store, address, SITE, "nl", NOW)
    with open_office() as office:
        done = send_due(store, office.server, SENDER, NOW)
    assert (done.sent, done.dropped, waiting(store)) == (1, 1, 0)
    (letter,) = office.letters
    assert letter["To"] == teacher.email
    token = re.search(rf"{SITE}/account/invited#(\S+)", letter.get_content())[1]
    assert invited(store, token, NOW + timedelta(minutes=59))
    accept(store, token, OWN, NOW)
    assert sign_in_staff(store, teacher.email, OWN, NOW)


def test_an_invitation_is_no_longer_sent_to_who_has_another_address_by_then(store: Store) -> None:
    teacher, other = builders.a_teacher(store), builders.a_teacher(store)
    with store.write() as conn:
        put(conn, Letter.INVITATION, teacher.email, SITE, "en", NOW, person_id=teacher.id)
        put(conn, Letter.INVITATION, other.email, SITE, "en", NOW, person_id=teacher.id)
    with open_office() as office:
        assert send_due(store, office.server, SENDER, NOW).sent == 1
    assert "for 7 days" in office.letters[0].get_content()


def test_a_letter_that_is_tried_again_brings_a_link_that_works(store: Store) -> None:
    teacher = builders.a_teacher(store)
    with store.write() as conn:
        put(conn, Letter.INVITATION, teacher.email, SITE, "nl", NOW, person_id=teacher.id)
    with open_office() as office:
        office.is_full = True
        assert send_due(store, office.server, SENDER, NOW).later == 1
        office.is_full = False
        assert send_due(store, office.server, SENDER, NOW + timedelta(minutes=2)).sent == 1
    token = re.search(rf"{SITE}/account/invited#(\S+)", office.letters[0].get_content())[1]
    assert invited(store, token, NOW + timedelta(days=7)) == teacher.email


def test_a_waiting_invitation_does_not_kill_the_link_that_was_handed_over_since(store: Store) -> None:
    teacher, board = builders.a_teacher(store), builders.a_board(store)
    later = NOW + timedelta(minutes=1)
    with store.write() as conn:
        put(conn, Letter.INVITATION, teacher.email, SITE, "nl", NOW, person_id=teacher.id)
        token = invite(conn, teacher.id, board, Origin(later))
    with open_office() as office:
        done = send_due(store, office.server, SENDER, later)
    assert (done.sent, done.dropped, office.letters) == (0, 1, [])
    accept(store, token, OWN, later)


def test_what_a_server_can_not_take_now_goes_later_and_what_it_never_takes_is_dropped(store: Store) -> None:
    with store.write() as conn:
        for address in (NOBODY, "anna@school.example"):
            put(conn, Letter.TEST, address, SITE, "nl", NOW)
    with open_office() as office:
        office.is_full = True
        assert send_due(store, office.server, SENDER, NOW).later == 2
        office.is_full = False
        done = send_due(store, office.server, SENDER, NOW + timedelta(minutes=2))
    assert (done.sent, done.dropped) == (1, 1)
    with store.write() as conn:
        put(conn, Letter.TEST, "anna@school.example", SITE, "nl", NOW)
    assert send_due(store, office.server, SENDER, NOW).later == 1, "nobody is there any more"
