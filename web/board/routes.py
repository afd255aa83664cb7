"""The thin route of an officer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint

from course.curriculum.school_year import school_day
from course.reports.boards import board_page
from web.board import pages
from web.hypermedia import shown
from web.identity import me, now, the_library, the_store

if TYPE_CHECKING:
    from flask import Response

area = Blueprint("board", __name__, url_prefix="/board")


@area.get("/")
def schools() -> Response:
    """Show the board's schools as counts."""
    page = board_page(the_store(), the_library(), me(), school_day(now()))
    view = pages.schools_view(page, the_library().norms.protocols)
    return shown("board/schools.html", "board/_schools.html", view=view)
