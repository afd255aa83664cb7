"""Pieces that are drawn once are drawn once per language, and never fill the memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from web.display import fragment_cache as kept

if TYPE_CHECKING:
    from collections.abc import Callable


class Drawing:
    """A macro that counts how often it is drawn."""

    name = "scene"

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, *things: object) -> str:
        self.times += 1
        return f"{things} in {kept.locale_code()}"


@pytest.fixture
def speaks(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Have somebody read in another language."""

    def language(code: str) -> None:
        monkeypatch.setattr(kept, "locale_code", lambda: code)

    language("nl")
    return language


def test_a_piece_is_drawn_once_for_each_language(speaks: Callable[[str], None]) -> None:
    drawn, macro = kept.Kept(), Drawing()
    assert [drawn.draw(macro, "a", 1) for _ in range(3)] == ["('a', 1) in nl"] * 3
    speaks("en")
    assert drawn.draw(macro, "a", 1) == "('a', 1) in en"
    speaks("nl")
    assert drawn.draw(macro, "a", 1) == "('a', 1) in nl"
    assert macro.times == 2


@pytest.mark.usefixtures("speaks")
def test_other_things_are_another_piece() -> None:
    drawn, macro = kept.Kept(), Drawing()
    one, other = [], []
    assert {drawn.draw(macro, one), drawn.draw(macro, other), drawn.draw(macro, one)} == {"([],) in nl"}
    assert macro.times == 2, "equal things that are not the same may change apart"


@pytest.mark.usefixtures("speaks")
def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_KEPT", 3)
    drawn, macro = kept.Kept(), Drawing()
    for number in range(20):
        assert drawn.draw(macro, number) == f"({number},) in nl"
        assert len(drawn._drawn) <= 3
