from __future__ import annotations

import pytest
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from course.errors import Invalid
from course.people.secrets import draw_password
from course.people.weak_passwords import EASY, LONG, OWN, SHORT, SHORTEST, refuse_weak
from tests.builders import PASSWORD

OWNER = ("Marieke de Vries", "m.devries@de-eik.example", "De Eik", "Stichting De Veerkracht")


def why(password: str) -> str | None:
    try:
        refuse_weak(password, OWNER)
    except Invalid as refused:
        return refused.fields["wanted"]
    return None


@pytest.mark.parametrize("password", ["elf-letters", "", "kort"])
def test_a_short_one_is_refused(password: str) -> None:
    assert why(password) == SHORT


def test_a_very_long_one_is_refused_and_a_long_one_is_not() -> None:
    words = "zeven olifanten dansen traag boven een groene kerktoren "
    assert why((words * 3)[:129]) == LONG
    assert why(words * 2) is None


@pytest.mark.parametrize(
    "password",
    ["123456789012", "wachtwoord123", " " * 12, "Wachtwoord2026!", "welkomwelkom1", "zomer2026zomer", "aaaaaaaaaaaa",
     "qwertyuiop12", "Lente2026Lente2026", "passwordpassword", "appeltaart12345", "x" * 128, "1029384756102938",
     "DeEikSchool2026"],
)  # fmt: skip
def test_what_people_choose_is_refused(password: str) -> None:
    assert why(password) == EASY


@pytest.mark.parametrize(
    "password",
    ["mariekedevries1", "m.devries@de-eik.example", "stichtingdeveerkracht", "juf-marieke-2026",
     "M4r13k3deVries",  "Veerkracht2026!!"],
)  # fmt: skip
def test_who_knows_the_owner_guesses_nothing(password: str) -> None:
    assert why(password) == OWN
    assert EASY != OWN, "and its owner is told what is wrong with it"


@pytest.mark.parametrize(
    "password",
    [PASSWORD, "vier-eigen-woorden-lang", "ik hou van koffie met melk", "blauwe-tafel-fietst-hard",
     "Grachtenpand vliegt laag",     "fietsende juf eet koek"],
)  # fmt: skip
def test_a_few_words_in_a_row_are_taken(password: str) -> None:
    assert why(password) is None


def test_none_of_the_commonest_is_taken() -> None:
    common = [one for one in FREQUENCY_LISTS["passwords"] if len(one) >= SHORTEST]
    assert len(common) > 200
    assert [one for one in common if why(one) is None] == []


@pytest.mark.parametrize("password", ["83920174650192837465", "7391 0264 8157 3902", "?7!3{9}1@6~0#4"])
def test_no_kind_of_sign_has_to_be_in_it(password: str) -> None:
    assert why(password) is None


def test_every_drawn_password_is_taken() -> None:
    assert {why(draw_password()) for _ in range(50)} == {None}
