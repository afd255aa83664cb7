"""Tries are counted by what is tried, however it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from web.limits import account, class_code

if TYPE_CHECKING:
    from flask import Flask


@pytest.mark.parametrize("typed", ["CDFGHJ", "cdfghj", "cdf-ghj", "CDF%20GHJ", "c-d-f-g-h-j"])
def test_a_class_code_is_one_code_however_it_is_typed(app: Flask, typed: str) -> None:
    with app.test_request_context(f"/sign-in/{typed}/1", method="POST"):
        assert class_code() == "class:CDFGHJ"


def test_an_address_is_one_account_however_it_is_typed(app: Flask) -> None:
    with app.test_request_context("/sign-in", method="POST", data={"email": " Jo@School.example "}):
        assert account() == "staff:jo@school.example"
