"""How well pupils decide on each rule of their school, and that it never tells of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.errors import NotFound
from course.figures.counts import Share
from course.figures.groups import group_figures
from course.figures.rules import rule_shares
from course.norms.model import Article, ArticleKind, Audience, Position, Protocol, Stance, Stand
from course.people.access import FEWEST
from course.people.roles import Role
from course.reading.words import Words
from tests.figures.scene import Term, term
from tests.learning.world import NOW, a_library

if TYPE_CHECKING:
    from course.figures.rules import RuleShare
    from course.library import Library
    from tests.learning.world import World


RULE = Article(
    protocol="regels",
    id="delen.1",
    audience=(Audience.PUPIL,),
    kind=ArticleKind.NORM,
    words=Words("Je deelt niets van een ander.", "You share nothing of somebody else."),
    teachable=True,
    line=1,
)


@pytest.fixture(scope="module")
def library() -> Library:
    """Small content at a school with one rule, which forbids what a wrong first choice does."""
    stands = {
        "share": Stand(Position(Stance.FORBIDDEN, (RULE.id,))),
        "ask": Stand(Position(Stance.ENCOURAGED)),
        "mock": Stand(Position(Stance.FORBIDDEN)),
    }
    return a_library().with_protocols(
        Protocol("regels", "regels", "regels", "1", None, (), (), {RULE.id: RULE}, stands, {})
    )


def looked(here: Term, library: Library) -> tuple[RuleShare, ...]:
    """What the director sees after the teacher looked."""
    group_figures(here.world.store, library, here.teacher, here.group)
    return rule_shares(here.world.store, library, here.director, NOW.date())


def test_of_fewer_than_five_who_decided_nothing_is_told(world: World, library: Library) -> None:
    here = term(world, library, protocol="regels")
    for pupil in range(FEWEST - 1):
        here.begin(pupil)
    assert looked(here, library) == ()


def test_a_rule_that_most_break_at_once_is_told_so(world: World, library: Library) -> None:
    here = term(world, library, protocol="regels")
    for pupil in range(5):
        here.begin(pupil)
    found = looked(here, library)
    assert found
    assert {one.share for one in found} == {Share.FEW}
    assert all(one.scenes == 1 for one in found)


def test_a_rule_that_most_keep_is_told_so(world: World, library: Library) -> None:
    here = term(world, library, protocol="regels")
    for pupil in range(5):
        here.finish(pupil)
    assert {one.share for one in looked(here, library)} == {Share.MOST}


@pytest.mark.parametrize("wrong", range(2**4))
def test_who_looks_after_every_child_sees_nothing_move_by_fewer_than_five(
    world: World, library: Library, wrong: int
) -> None:
    """Whatever the children choose, in any order: between two different looks five of them chose or more."""
    here, moved_at = term(world, library, protocol="regels", pupils=14), 0
    seen: tuple[RuleShare, ...] = ()
    for pupil in range(14):
        (here.begin if wrong >> pupil % 4 & 1 else here.finish)(pupil)
        now = looked(here, library)
        if now != seen:
            assert pupil + 1 - moved_at >= FEWEST
            seen, moved_at = now, pupil + 1


def test_another_school_tells_nothing_and_a_board_has_no_school(world: World, library: Library) -> None:
    here = term(world, library, protocol="regels")
    there = term(world, library, protocol="regels", school="De Beuk")
    for pupil in range(6):
        here.begin(pupil)
    assert looked(here, library)
    assert rule_shares(world.store, library, there.director, NOW.date()) == ()
    officer = world.person(Role.OFFICER, None, name="Bo")
    with pytest.raises(NotFound):
        rule_shares(world.store, library, officer, NOW.date())
