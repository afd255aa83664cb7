"""Who reads all pages and files over a year, and subtracts, learns no answer of a child and no count of a few."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.enrolment.memberships import leave, move
from course.figures.groups import group_figures
from course.figures.rules import rule_shares
from course.figures.schools import school_page
from course.figures.trend import school_trend
from course.figures.work import work_page
from course.goals.states import school_goals
from course.people.access import FEWEST
from tests.enrolment.term import Term
from tests.enrolment.year import LIBRARY, Year
from tests.figures.attackers import Attacker
from tests.figures.scene import term as school_of
from tests.figures.test_rules import library as ruled  # noqa: F401 - the fixture
from tests.learning.lesson.test_playing import Player
from tests.learning.world import NOW

if TYPE_CHECKING:
    from datetime import date

    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term as RuleTerm
    from tests.learning.world import World

LIGHT, LONG = 2, 12
"""Years that are lived through in `make test`, and in `make proof`."""


@pytest.mark.parametrize(
    "seed", [*range(LIGHT), *(pytest.param(one, marks=pytest.mark.proof) for one in range(LIGHT, LONG))]
)
def test_no_number_of_a_year_and_no_difference_is_of_a_few_pupils_whom_no_page_shows(
    store: Store, seed: int
) -> None:
    """Two days, two months, before and after a move, a join, an erasure and a new school year; each file and page."""
    year, told = Year(store, seed), 0
    attacker = Attacker(year.term)
    for step in range(14):
        attacker.look()
        if step == 9:
            year.turns()
        else:
            year.goes_on()
    for one in attacker.told:
        learners, begun, completed = attacker.truth(one)
        assert (one.learners, one.completed) == (learners, completed), one
        assert one.begun in {begun, None}, one
        assert one.learners >= FEWEST, one
        told += 1
    assert told > 100
    assert [*attacker.differences()] == []


def test_two_small_groups_that_are_five_together_are_not_told_when_one_of_them_grows(store: Store) -> None:
    """Today's sum less the one that is shown tomorrow would be the other one."""
    term = Term(store, LIBRARY)
    small, smaller = term.new_group(1, [*"7778"]), term.new_group(1, [*"78"])
    with store.write() as conn:
        leave(conn, term.groups[2].id, [one.id for one in term.pupils(term.groups[2].id)], term.day)
    director = term.reader(term.directors[1])
    before = school_page(store, LIBRARY, director, term.day)
    with store.write() as conn:
        move(conn, [term.pupils(smaller.id)[0].id], smaller.id, small.id, term.day)
    after = school_page(store, LIBRARY, director, term.day)
    (kort,) = (place for place, one in enumerate(after.modules) if one.id == "kort")
    assert after.totals[kort].learners == 5
    assert (before.totals[kort].learners, before.totals[kort].percent) == (0, None)


def test_a_goal_does_not_tell_how_few_pupils_of_a_combination_group_stand(store: Store) -> None:
    """Of nine pupils of one year four are done; whether it is most of the group hung on the two of the other year."""
    term = Term(store, LIBRARY)
    group = term.new_group(0, [*"66777777777"])
    younger, older = term.pupils(group.id)[:2], term.pupils(group.id)[2:]

    def met() -> bool:
        states = school_goals(store, LIBRARY, term.reader(term.directors[0]), term.day).states
        (goal,) = (one for one in states if one.goal.id == "streng:groepen")
        (share,) = (one for one in goal.groups if one.group_id == group.id)
        return share.is_met

    def complete(person: int, module: str) -> None:
        actor = term.reader(person)
        term.play(actor, module, "stil")
        term.sit(actor, module, "a")

    for one in older[:5]:
        complete(one.id, "kort")
    before = met()
    for one in younger:
        complete(one.id, "klein")
    assert met() == before
    complete(older[5].id, "kort")
    assert met()


def answers(here: RuleTerm, library: Library, day: date) -> tuple[object, ...]:
    """All that teacher and director are told of how pupils chose: figures, work list, rules, and rules by month."""
    store, teacher = here.world.store, here.teacher
    director = replace(here.director, today=day)
    work = work_page(store, library, teacher, here.group, NOW)
    return (
        [
            (one.scene.id, [figure.share for figure in one.figures])
            for one in group_figures(store, library, teacher, here.group)
        ],
        [
            (
                [(hard.scene.id, hard.share) for hard in one.hard],
                [(rule.article.id, rule.share) for rule in one.missed],
            )
            for one in work.modules
        ],
        [(one.article.id, one.share, one.scenes) for one in rule_shares(store, library, director, day)],
        {
            one.article.id: one.shares.get(day.replace(day=1))
            for one in school_trend(store, library, director).rules
        },
    )


@pytest.mark.parametrize("seed", range(3))
def test_who_looks_at_everything_after_every_child_sees_answers_move_by_lots_of_five(
    world: World,
    ruled: Library,  # noqa: F811 - the fixture
    seed: int,
) -> None:
    """Also in the scenes to which only one choice leads."""
    here, chance, moved_at = school_of(world, ruled, protocol="regels", pupils=16), random.Random(seed), 0
    seen: tuple[object, ...] = answers(here, ruled, NOW.date())
    for number, pupil in enumerate(here.pupils, start=1):
        way = ("gedeeld", chance.choice(("weg", "ruzie"))) if chance.random() < 0.8 else ("gevraagd", "samen")
        Player(world.store, ruled, pupil, "foto").choose(*way)
        now = answers(here, ruled, NOW.date() + timedelta(days=number))
        if now != seen:
            assert number - moved_at >= FEWEST
            seen, moved_at = now, number
    assert moved_at > FEWEST


@pytest.mark.parametrize("choices", [("opname", "stil"), ("stil", "opname")])
def test_a_lot_that_chose_alike_looks_everywhere_like_one_of_which_a_child_chose_otherwise(
    world: World,
    ruled: Library,  # noqa: F811 - the fixture
    choices: tuple[str, str],
) -> None:
    told = []
    for others, school in ((0, "De Eik"), (1, "De Beuk")):
        here = school_of(world, ruled, protocol="regels", pupils=10, school=school)
        for lot in (here.pupils[:5], here.pupils[5:]):
            for place, pupil in enumerate(lot):
                Player(world.store, ruled, pupil, "kort").choose(choices[place < others])
            told.append((school, answers(here, ruled, NOW.date())))
    assert [one for school, one in told if school == "De Eik"] == [
        one for school, one in told if school == "De Beuk"
    ]
