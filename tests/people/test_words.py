"""The list of words for older pupils, how four are drawn, and how they are typed."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from course.people.words import draw_words, plain_word, read_word, read_words, word_list
from course.reading.frequent_words import ranks

ALIKE = (
    ("ph", "f"),
    ("th", "t"),
    ("ei", "ij"),
    ("au", "ou"),
    ("ch", "g"),
    ("ck", "k"),
    ("c", "k"),
    ("x", "ks"),
)
"""Spellings of one sound, or of two that a class does not keep apart."""


def test_the_list_is_long_sorted_and_of_short_plain_words() -> None:
    words = word_list()
    assert len(words) >= 1_000
    assert all(one < other for one, other in pairwise(words))
    assert all(re.fullmatch("[a-z]{3,8}", one) for one in words)


def test_most_words_are_common_ones() -> None:
    known = ranks()
    assert sum(one in known for one in word_list()) > 0.8 * len(word_list())


def test_four_letters_tell_a_word_from_all_others() -> None:
    assert len({one[:4] for one in word_list()}) == len(word_list())


def test_no_two_words_sound_alike() -> None:
    def sound(word: str) -> str:
        for one, other in ALIKE:
            word = word.replace(one, other)
        return re.sub("b$", "p", re.sub("d$", "t", word)).translate(str.maketrans("vzy", "fsi"))

    assert len({sound(one) for one in word_list()}) == len(word_list())


def test_a_slip_of_one_letter_makes_no_other_word() -> None:
    words = set(word_list())
    for word in words:
        lost = {word[:at] + word[at + 1 :] for at in range(len(word))}
        letters = "abcdefghijklmnopqrstuvwxyz"
        other = {word[:at] + one + word[at + 1 :] for at in range(len(word)) for one in letters}
        assert not (lost | other) & words - {word}


def test_four_different_words_are_drawn_and_one_drawing_gives_each_pupil_the_same_ones() -> None:
    drawn = [draw_words(b"monday", person) for person in range(300)]
    assert drawn == [draw_words(b"monday", person) for person in range(300)]
    assert all(len(set(one)) == 4 and set(one) <= set(word_list()) for one in drawn)
    assert len(set(drawn)) == 300
    assert draw_words() != draw_words(), "by chance without a drawing"


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("fontein", "fontein"),
        ("font", "fontein"),
        ("Fonteín ", "fontein"),
        ("FONTEI", "fontein"),
        ("ijs", "ijs"),
        ("fon", None),
        ("fonteinen", None),
        ("", None),
        ("fontien", None),
        ("\u0000", None),
    ],
)
def test_a_word_is_read_in_full_or_by_its_first_letters_whatever_capitals_and_accents(
    typed: str, word: str | None
) -> None:
    assert read_word(typed) == word


def test_every_word_is_read_as_it_stands_and_by_four_letters() -> None:
    assert all(read_word(one) == one == read_word(one[:4].upper()) for one in word_list())
    assert plain_word("x" * 10_000) == "x" * 40


def test_four_words_are_read_in_any_order_and_no_other_number_of_them() -> None:
    four = ("zebra", "fontein", "kasteel", "ijs")
    assert read_words(four) == read_words(tuple(reversed(four))) == tuple(sorted(four))
    for other in (four[:3], (*four, "muis"), (*four[:3], "zebra"), (*four[:3], "onzin"), (*four[:3], "")):
        assert read_words(other) is None
