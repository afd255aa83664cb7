"""What drivers say of a database is told in words of ours, which can be said in Dutch."""

from __future__ import annotations

import pytest

from course.reading.told import said
from course.store.driver_words import in_our_words
from web.catalogs import speech

REFUSED = """connection failed: connection to server at "127.0.0.1", port 5433 failed: Connection refused
\tIs the server running on that host and accepting TCP/IP connections?"""


@pytest.mark.parametrize(
    ("driver", "dutch"),
    [
        ("file is not a database", "het bestand is geen database van SQLite"),
        ("database is locked", "een ander houdt hem op slot"),
        ("unable to open database file", "het bestand gaat niet open"),
        ("attempt to write a readonly database", "er mag alleen uit gelezen worden"),
        ("database disk image is malformed", "het bestand is beschadigd"),
        ("database or disk is full", "er is geen ruimte meer op de schijf"),
        ("no such table: persons", "de tabel persons ontbreekt"),
        (REFUSED, "op 127.0.0.1, poort 5433, antwoordt niets"),
        (
            'FATAL:  password authentication failed for user "noor"',
            "het wachtwoord van gebruiker noor klopt niet",
        ),
        ('FATAL:  database "school" does not exist', "er is geen database school"),
        ('FATAL:  role "noor" does not exist', "er is geen gebruiker noor"),
        (
            "failed to resolve host 'db.example': Name or service not known",
            "er is geen computer die db.example heet",
        ),
        ("permission denied for table persons", "deze gebruiker mag niet bij table persons"),
        ("QueuePool limit of size 4 overflow 28 reached", "alle verbindingen zijn in gebruik"),
        ("connection timeout expired", "het antwoord bleef te lang uit"),
        ("server closed the connection unexpectedly", "de verbinding is verbroken"),
        ("UNIQUE constraint failed: schools.name", "er is al iets met dezelfde naam of hetzelfde nummer"),
        ("FOREIGN KEY constraint failed", "waar het bij hoort is er niet, of heeft het nog nodig"),
    ],
)
def test_what_a_driver_says_is_told_in_dutch(driver: str, dutch: str) -> None:
    assert said(in_our_words(Exception(driver)), speech("nl")) == dutch
    assert dutch not in in_our_words(driver)


def test_what_is_unheard_of_stays_in_its_own_words_on_one_line() -> None:
    assert in_our_words("the moon\n  is 100% full") == "the moon is 100% full"
    assert said(in_our_words("the moon"), speech("nl")) == "the moon"
    assert in_our_words("") == "it doesn't say why"
