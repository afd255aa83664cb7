"""Class codes at the door: what stands behind one, what a wrong one costs, and who need not be counted.

A code is typed once, into the one form that counts the wrong ones; the pages behind it know it from the signed cookie.
A browser that a code let in, by hand or by the QR code on the board, is not counted at this code any more: a class that has
found its way stays in when somebody else at its address goes on trying.
"""

from __future__ import annotations

import hmac
from datetime import timedelta
from typing import TYPE_CHECKING

from flask import session

from course.classroom.class_sessions import class_door, plain_code
from course.errors import NotFound
from course.people.rate_limits import Pace, Try, count_wrong, give_back, reserve
from web.http.class_links import link_key
from web.http.identity import now, the_store
from web.http.limits import address, browser, device

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.classroom.class_sessions import ClassDoor, Tile

CODES = "codes"
"""What tries at class codes are told as."""
DOOR = "door"
"""What the cookie keeps the code as that let a browser in."""
BROWSER = Pace(20, timedelta(seconds=5), timedelta(minutes=5), timedelta(minutes=30))
"""Wrong codes from one browser, as long as it keeps its cookie: a child who goes on and on waits alone."""
ADDRESS = Pace(300, timedelta(seconds=1), timedelta(seconds=3), timedelta(minutes=15))
"""Wrong codes from one address. A school has one, so beyond these a code waits for three seconds at most.

A code is one of 113 million, and 1,200 may be tried in an hour. While fifty lessons are open on the board, a search from
one address takes 1,900 hours of lessons to come upon the first names of one of them.
"""
CAME_IN = Pace(40, timedelta(seconds=5), timedelta(minutes=5), timedelta(minutes=30))
"""Wrong codes on devices on which the same person came in before: counted apart from everybody else's."""


def enter(typed: str, key: str) -> None:
    """Let this browser in by a class code; a wrong one is counted.

    Raises NotFound for a code that is wrong, shut or over, and TooSoon after many.
    """
    code = plain_code(typed)
    reserved = () if _is_known(code, key) else reserve(the_store(), CODES, _tries(), now())
    is_right = _opens(code)
    if reserved:
        with the_store().write() as conn:
            (give_back if is_right else count_wrong)(conn, reserved, now())
    if not is_right:
        raise NotFound("class code", typed)
    session[DOOR] = code


def code_here() -> str | None:
    """The code that let this browser in; it stands in the signed cookie, and in no address that a proxy would write down."""
    code: str | None = session.get(DOOR)
    return code


def door_here() -> ClassDoor:
    """Read the names of the class that this browser was let in to; NotFound once its session is over."""
    return class_door(the_store(), code_here() or "", now())


def tile_here(person_id: int) -> Tile:
    """Read one pupil of that class; NotFound for anybody else, and once the session is over."""
    found = next((tile for tile in door_here().tiles if tile.person_id == person_id), None)
    if found is None:
        raise NotFound("pupil", str(person_id))
    return found


def _is_known(code: str, key: str) -> bool:
    """Whether this browser was let in by this code before, or comes by the QR code."""
    return code_here() == code or hmac.compare_digest(key.encode(), link_key(code).encode())


def _opens(code: str) -> bool:
    try:
        class_door(the_store(), code, now())
    except NotFound:
        return False
    return True


def _tries() -> Sequence[Try]:
    """Say what a code counts for: with somebody's mark for that somebody, whatever the rest of the school tries."""
    if marks := device().marks:
        return (Try(f"codes-mark:{min(marks)}", CAME_IN),)
    return (Try(f"codes-browser:{browser()}", BROWSER), Try(f"codes-address:{address()}", ADDRESS))
