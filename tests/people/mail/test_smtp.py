from __future__ import annotations

import smtplib
from email.message import EmailMessage

import pytest

from course.errors import Invalid
from course.people.mail.smtp import MailServer, NeverTaken
from tests.people.mail.post_office import NOBODY, open_office


def letter(to: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "deelwijs@school.example", to, "Hallo"
    made.set_content("Dag.")
    return made


def test_an_address_names_server_port_and_who_signs_in() -> None:
    server = MailServer.at("smtps://deel%40wijs:geheim%2F1@smtp.example")
    assert (server.host, server.port, server.is_secure) == ("smtp.example", 465, True)
    assert (server.user, server.password) == ("deel@wijs", "geheim/1")
    assert "geheim" not in repr(server)
    assert MailServer.at("smtp://smtp.example").port == 587


@pytest.mark.parametrize("wrong", ["smtp.example", "http://smtp.example", "smtp://:secret@", "smtp://h:port"])
def test_what_is_no_address_is_told_without_the_password(wrong: str) -> None:
    with pytest.raises(Invalid) as told:
        MailServer.at(wrong)
    assert "secret" not in str(told.value)


def test_a_letter_is_handed_in_refused_for_good_or_for_now() -> None:
    with open_office() as office:
        office.server.hand_in(letter("anna@school.example"))
        assert [one["To"] for one in office.letters] == ["anna@school.example"]
        with pytest.raises(NeverTaken):
            office.server.hand_in(letter(NOBODY))
        office.is_full = True
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            office.server.hand_in(letter("anna@school.example"))
