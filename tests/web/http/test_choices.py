"""A form carries one button's choice, or the parts of a message in the order of their places."""

from __future__ import annotations

import pytest
from werkzeug.datastructures import MultiDict

from web.http.choices import choice_in


@pytest.mark.parametrize(
    ("fields", "choice"),
    [
        ({"choice": "delen"}, "delen"),
        ({}, ""),
        ({"part-0": "eerlijk"}, "+eerlijk"),
        ({"part-10": "c", "part-2": "b", "part-0": "a", "choice": "x"}, "+a+b+c"),
        ({"part-": "a", "part-x": "b", "partly": "c", "choice": "x"}, "x"),
    ],
)
def test_what_a_form_made_is_told_in_one_word(fields, choice):
    assert choice_in(MultiDict(fields)) == choice
