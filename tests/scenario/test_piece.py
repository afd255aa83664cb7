"""Every piece has a kind of its own, which is the word that an author writes where it has one."""

from __future__ import annotations

from typing import get_args

from course.scenario.blocks import KINDS
from course.scenario.model import Narration, Picture, Piece


def test_every_piece_but_words_and_pictures_is_a_container_of_its_name():
    kinds = [one.kind for one in get_args(Piece)]
    assert len(set(kinds)) == len(kinds)
    assert set(kinds) - {Narration.kind, Picture.kind} == set(KINDS)
