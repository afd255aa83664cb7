from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.naming import LONGEST_KEY, look_of, plain_name, sort_key, sort_key_of_staff, split_name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Zoe\u0308", "Zoë"),
        ("  Sam ", "Sam"),
        ("Jan\u00a0 \t Willem", "Jan Willem"),
        ("Sa\u200bm", "Sam"),
        ("\u202eSam\x07", "Sam"),
        ("\u200d", ""),
    ],
)
def test_a_name_is_kept_in_one_form_without_what_cannot_be_seen(typed: str, kept: str) -> None:
    assert plain_name(typed) == kept


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë", "Zoe\u0308"),
        ("Sam", "Sam "),
        ("Sam", "SAM"),
        ("Sam J.", "Sam J"),
        ("D'Angelo", "D’Angelo"),
        ("Jan-Willem", "Jan‐Willem"),
        ("Sam", "Sa\u200cm"),
        ("Ｓam", "Sam"),
        ("Straße", "Strasse"),
    ],
)
def test_what_a_child_cannot_tell_apart_looks_alike(one: str, other: str) -> None:
    assert look_of(one) == look_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Zoë", "Zoe"), ("Sam", "Sam 2"), ("Noor", "Noortje"), ("Çem", "Cem")]
)
def test_two_names_that_look_different_are_two(one: str, other: str) -> None:
    assert look_of(one) != look_of(other)


@given(st.text(max_size=40))
def test_a_name_that_is_kept_stays_as_it_is(typed: str) -> None:
    kept = plain_name(typed)
    assert plain_name(kept) == kept
    assert look_of(typed) == look_of(kept)


def test_names_sort_where_a_dutch_teacher_looks() -> None:
    names = [
        "Zoë",
        "Özlem",
        "Łukasz",
        "Émile",
        "Çiğdem",
        "Aya",
        "Daan",
        "Eva",
        "Chris",
        "Lars",
        "Mees",
        "Olga",
        "Pim",
    ]
    assert sorted(names, key=sort_key) == [
        "Aya", "Chris", "Çiğdem", "Daan", "Émile", "Eva", "Lars", "Łukasz", "Mees", "Olga", "Özlem", "Pim", "Zoë",
    ]  # fmt: skip


def test_staff_sort_by_surname_without_its_small_words() -> None:
    names = ["Anna de Jong", "Bart Jansen", "Cher", "Els van den Berg", "Jan in 't Veld", "Aad de Jong"]
    assert sorted(names, key=lambda one: sort_key_of_staff(split_name(one))) == [
        "Els van den Berg", "Cher", "Bart Jansen", "Aad de Jong", "Anna de Jong", "Jan in 't Veld",
    ]  # fmt: skip


@given(st.text(max_size=80))
def test_a_sort_key_fits_its_column_and_is_plain_ascii(name: str) -> None:
    key = sort_key_of_staff(split_name(name))
    assert len(key) <= LONGEST_KEY
    assert key.isascii()


def test_reading_names_never_loads_the_table_of_weights() -> None:
    program = "import sys, web.app, course.people.roster; sys.exit('pyuca' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
