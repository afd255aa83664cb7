"""What a classmate who tries all names gets in a lesson: the figures of decision 0004, from the real code and a clock."""

from __future__ import annotations

from datetime import timedelta
from math import comb, prod
from typing import TYPE_CHECKING

import pytest

from course.classroom.class_sessions import open_class_session
from course.classroom.sign_in import sign_in_pupil
from course.errors import Invalid, TooSoon
from course.people import secrets
from course.people.devices import Device
from tests.builders import NOW, a_group, a_pupil, a_teacher, signed_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.store.store import Store

CLASS = 28
SETS, OLD_SETS = comb(16, 4), comb(12, 3)
WRONG = ("kat", "boom", "fiets")


def chance(tries: Iterable[int], sets: int) -> float:
    """That one of the names is somebody's, with so many different sets tried at each."""
    return 1 - prod(1 - count / sets for count in tries)


@pytest.mark.parametrize(
    ("minutes", "forgetful", "most"), [(45, False, 22), (45, True, 44), (90, False, 34), (90, True, 59)]
)
def test_a_classmate_who_tries_all_names_as_fast_as_they_may_gets_nowhere(
    store: Store, monkeypatch: pytest.MonkeyPatch, minutes: int, forgetful: bool, most: int
) -> None:
    monkeypatch.setattr(secrets, "fit_pictures", lambda *_: False)
    group = a_group(store)
    names = [a_pupil(store, group) for _ in range(CLASS)]
    code = open_class_session(store, signed_in(store, a_teacher(store, group)), group.id, NOW).code
    tries = dict.fromkeys(names, 0)
    now, end, number = NOW, NOW + timedelta(minutes=minutes) - timedelta(seconds=1), 0
    while now < end:
        number += 1
        name = min(names, key=tries.__getitem__)
        device = Device("192.0.2.1", f"browser {number if forgetful else 0}")
        try:
            sign_in_pupil(store, code, name, WRONG, now, device)
        except TooSoon as soon:
            now = soon.until
        except Invalid:
            tries[name] += 1
    assert sum(tries.values()) <= most
    assert chance(tries.values(), SETS) < 0.035
    assert chance(tries.values(), OLD_SETS) < 0.25, "with cards of before, until they are drawn anew"


def test_so_much_it_was_when_only_pupils_were_counted() -> None:
    """Twelve tries at each name of a class, all allowed: the figure that was found."""
    assert round(chance([12] * CLASS, OLD_SETS), 2) == 0.79
    assert round(chance([5] * CLASS, OLD_SETS), 2) == 0.47
