"""What comes in from outside, in an address, a query or a form: never a number or a text that no column could hold."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from flask import request
from flask_babel import gettext as _
from werkzeug.routing import IntegerConverter

from course.errors import Invalid, NotFound

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.routing import Map

LARGEST = 2**31 - 1
"""Of a whole number in PostgreSQL; every id, step, place and number of days lies far below it."""
NUL = "\0"
"""No text in PostgreSQL and no file name can have it, and nobody can type it."""


class BoundedNumber(IntegerConverter):
    """A number in an address; a larger one names nothing, so that its address is not found."""

    def __init__(self, map: Map, fixed_digits: int = 0) -> None:  # noqa: A002 - the base class's name
        """Read whole numbers from 0."""
        super().__init__(map, fixed_digits, max=LARGEST)


def install(app: Flask) -> None:
    """Bound every `<int:…>` of the URL map, so call this before any route is added; turn NUL away."""
    app.url_map.converters["int"] = BoundedNumber

    @app.before_request
    def _turn_nul_away() -> None:
        if NUL in request.path:
            raise NotFound("page", "")
        values = chain(request.args.items(multi=True), request.form.items(multi=True))
        if any(NUL in name or NUL in value for name, value in values):
            raise Invalid(form=_incomplete())


def whole(typed: str) -> int:
    """Read a whole number; raises ValueError for anything else, and for one that no column could hold.

    Stands as `type` of `request.args.get`, which gives its default then.
    """
    number = int(typed) if len(typed) <= len(str(LARGEST)) + 1 else LARGEST + 1
    if abs(number) > LARGEST:
        raise ValueError(f"{typed[:20]} is beyond every number that is kept")
    return number


def number(field: str) -> int:
    """A whole number that the page itself put in a form; raises Invalid where somebody changed it."""
    try:
        return whole(request.form.get(field, ""))
    except ValueError:
        raise Invalid(**{field: _incomplete()}) from None


def _incomplete() -> str:
    return str(_("Do it once more."))
