"""The number of a contact is dialled as a telephone takes it."""

from __future__ import annotations

from web.display.contacts import Reachable


def test_a_number_is_dialled_without_what_people_write_between_its_digits() -> None:
    assert Reachable("Sam", phone="+31 (0)10 - 123 45 67").dialled == "+310101234567"
    assert Reachable("Sam").dialled == ""
