"""The templates know every piece of phone that a lesson may hold."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from course.scenario.model import Piece, When

STORY = Path(__file__).parents[2] / "web/templates/_story"


def test_every_kind_of_piece_is_drawn_but_a_part_for_some_schools_which_is_replaced_by_its_pieces():
    templates = "".join(
        (STORY / name).read_text(encoding="utf-8") for name in ("_pieces.html", "_phone.html")
    )
    drawn = set(re.findall(r'piece\.kind == "(\w+)"', templates))
    assert drawn == {one.kind for one in get_args(Piece)} - {When.kind}
