from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.people.names import display_names


def test_a_first_name_is_enough_while_it_is_the_only_one() -> None:
    assert display_names([("Noor", "Bakker"), ("Sem", "Yilmaz")]) == ("Noor", "Sem")


def test_a_clash_brings_the_initial_to_both() -> None:
    assert display_names([("Sem", "Bakker"), ("Noor", "Vos"), ("sem", "Yilmaz")]) == (
        "Sem B.",
        "Noor",
        "sem Y.",
    )


def test_initials_that_clash_grow_until_they_differ() -> None:
    assert display_names([("Sem", "Bakker"), ("Sem", "Bos"), ("Sem", "Vos")]) == (
        "Sem Ba.",
        "Sem Bo.",
        "Sem V.",
    )


def test_a_short_surname_is_never_cut() -> None:
    assert display_names([("Li", "Wu"), ("Li", "Wuyts")]) == ("Li Wu", "Li Wuy.")


@pytest.mark.parametrize(
    ("surname", "called"),
    [
        ("van den Berg", "Hanna B."),
        ("de Boer", "Hanna B."),
        ("El Amrani", "Hanna A."),
        ("dos Santos", "Hanna S."),
        ("in 't Veld", "Hanna V."),
        ("’t Hart", "Hanna H."),
        ("Vandenberg", "Hanna V."),
        ("Van", "Hanna V."),
    ],
)
def test_the_initial_is_that_of_the_name_itself_not_of_its_small_words(surname: str, called: str) -> None:
    assert display_names([("Hanna", surname), ("Hanna", "Kuipers")]) == (called, "Hanna K.")


def test_small_words_that_alone_tell_two_apart_are_written_out() -> None:
    assert display_names([("Sem", "van den Berg"), ("Sem", "Berg")]) == ("Sem van den Berg", "Sem Berg")


def test_namesakes_get_a_number() -> None:
    assert display_names([("Sem", "Bos"), ("Sem", "Bos")]) == ("Sem Bos", "Sem Bos 2")


NAMES = st.text("abAB", min_size=1, max_size=3)
SURNAMES = st.builds("".join, st.tuples(st.sampled_from(["", "de ", "van de ", "El "]), NAMES))


@given(st.lists(st.tuples(NAMES, SURNAMES), max_size=12))
def test_no_two_children_of_a_group_share_a_tile(full: list[tuple[str, str]]) -> None:
    names = [name.casefold() for name in display_names(full)]
    assert len(set(names)) == len(full)


def test_a_number_that_somebody_has_in_the_own_name_is_passed_over() -> None:
    assert display_names([("Sam", ""), ("Sam", ""), ("Sam 2", "")]) == ("Sam", "Sam 3", "Sam 2")


def test_names_that_look_alike_clash_however_they_are_written() -> None:
    assert display_names([("Zoë", "Bos"), ("Zoe\u0308 ", "Vos"), ("Zoe", "Vos")]) == (
        "Zoë B.",
        "Zoë V.",
        "Zoe",
    )
