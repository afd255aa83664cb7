"""What a form says of a question, and how an order is changed without script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from course.quiz.model import Option
from web.display.answers import answer_from, moved, ordered, placed

KEYS = ("a", "b", "c")


@pytest.mark.parametrize(
    ("form", "answer"),
    [
        ([("answer", "a")], ["a"]),
        ([("answer", "a"), ("answer", "c")], ["a", "c"]),
        ([("order", "b"), ("order", "a")], ["b", "a"]),
        ([("pile-a", "may"), ("pile-b", "not")], {"a": "may", "b": "not"}),
        ([("pile-a", ""), ("pile-b", "not")], {"b": "not"}),
        ([("partner-a", "p"), ("partner-b", "")], {"a": "p"}),
        ([("write", "1")], {"text": ""}),
        ([("write", "1"), ("tick", "a"), ("text", " hoi ")], {"a": "x", "text": "hoi"}),
        ([("text", "hoi")], None),
        ([("step", "1")], None),
        ([], None),
    ],
)
def test_a_form_is_read_by_what_stands_in_it(form, answer):
    assert answer_from(MultiDict(form)) == answer


def test_what_is_sorted_already_has_a_place():
    assert placed(MultiDict([("pile-a", "may"), ("pile-c", "not"), ("order", "b")])) == {"a", "c"}


@pytest.mark.parametrize(
    ("move", "after"),
    [
        ("up:b", ["b", "a", "c"]),
        ("down:b", ["a", "c", "b"]),
        ("up:a", ["a", "b", "c"]),
        ("down:c", ["a", "b", "c"]),
        ("up:z", ["a", "b", "c"]),
        ("left:b", ["a", "b", "c"]),
        ("b", ["a", "b", "c"]),
        ("", ["a", "b", "c"]),
    ],
)
def test_one_step_moves_one_option_and_nothing_else_moves_any(move, after):
    assert moved(KEYS, move) == after


@given(st.permutations(KEYS), st.text())
def test_no_move_ever_loses_an_option(order, move):
    assert sorted(moved(order, move)) == sorted(order)


def test_options_that_an_order_does_not_name_stay_behind_it_in_their_own_order():
    options = tuple(Option(key, "", key, right=False, act=None, explanation="", line=1) for key in KEYS)
    assert [one.key for one in ordered(options, ["c"])] == ["c", "a", "b"]
    assert [one.key for one in ordered(options, [])] == ["a", "b", "c"]
