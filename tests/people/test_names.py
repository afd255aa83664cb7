from __future__ import annotations

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


def test_namesakes_get_a_number() -> None:
    assert display_names([("Sem", "Bos"), ("Sem", "Bos")]) == ("Sem Bos", "Sem Bos 2")


NAMES = st.text("abAB", min_size=1, max_size=3)


@given(st.lists(st.tuples(NAMES, NAMES), max_size=12))
def test_no_two_children_of_a_group_share_a_tile(full: list[tuple[str, str]]) -> None:
    names = [name.casefold() for name in display_names(full)]
    assert len(set(names)) == len(full)
