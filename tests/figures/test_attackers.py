"""Who reads every page and file over a year, and subtracts, learns no count of fewer than five that no page shows."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from course.enrolment.memberships import begin_year, leave, move, set_year_group
from course.enrolment.people import add_pupils, erase_person
from course.errors import Clash, NotFound
from course.figures.schools import school_page
from course.goals.states import school_goals
from course.journal.journal import Origin
from course.people.access import FEWEST
from tests.enrolment.term import YEARS, Term, a_library_of_two_bands
from tests.figures.attackers import Attacker

if TYPE_CHECKING:
    from course.people.access import Group
    from course.store.store import Store

LIBRARY = a_library_of_two_bands()
LIGHT, LONG = 2, 12
"""Years that are lived through in `make test`, and in `make proof`."""


class Year:
    """A year at two schools with small groups, drawn by chance: the same for the same seed."""

    def __init__(self, store: Store, seed: int) -> None:
        self.chance = random.Random(seed)
        self.term = Term(store, LIBRARY)
        for place, years in ((0, "7778"), (0, "67"), (1, "78"), (1, "888")):
            self.term.new_group(place, [*years])

    def goes_on(self) -> None:
        """Let a few things happen to pupils, and a day or some weeks pass."""
        for _ in range(self.chance.randint(1, 3)):
            deed = self.chance.choice(
                (
                    self._completes,
                    self._completes,
                    self._begins,
                    self._moves,
                    self._joins,
                    self._goes,
                    self._turns,
                )
            )
            with suppress(Clash, NotFound):
                deed()
        self.term.day += timedelta(days=self.chance.choice((1, 1, 5, 33)))

    def turns(self) -> None:
        """Let the school year begin, with most of each group in a new one."""
        old = [(place, self._pupils(one)) for place in (0, 1) for one in self.term.groups_of(place)]
        self.term.day = date(self.term.school_year + 1, 8, 1) + timedelta(days=2)
        for place, pupils in old:
            new = self.term.new_group(place)
            if stay := pupils[self.chance.randint(0, 2) :]:
                with self.term.store.write() as conn:
                    begin_year(conn, stay, new.id, "8", self.term.day)

    def _group(self) -> Group:
        return self.chance.choice([one for place in (0, 1) for one in self.term.groups_of(place)])

    def _pupils(self, group: Group) -> list[int]:
        return [one.id for one in self.term.pupils(group.id)]

    def _some(self, most: int = 1) -> tuple[Group, list[int]]:
        group = self._group()
        pupils = self._pupils(group)
        return group, self.chance.sample(pupils, min(len(pupils), self.chance.randint(1, most)))

    def _begins(self) -> None:
        self._learn("opname")

    def _completes(self) -> None:
        self._learn("stil")

    def _learn(self, choice: str) -> None:
        _, pupils = self._some(6)
        for one in pupils:
            if actor := self.term.actor(one):
                module = "klein" if actor.year_group == "6" else "kort"
                self.term.play(actor, module, choice)
                if choice == "stil":
                    self.term.sit(actor, module, "a")

    def _moves(self) -> None:
        (old, pupils), new = self._some(3), self._group()
        if not pupils:
            return
        with self.term.store.write() as conn:
            move(conn, pupils, old.id, new.id, self.term.day)

    def _joins(self) -> None:
        group, years = self._group(), self.chance.choices(YEARS, k=self.chance.randint(1, 3))
        with self.term.store.write() as conn:
            add_pupils(
                conn, group, [(f"Nieuw {self.chance.random()}", "") for _ in years], self.term.now, years
            )

    def _goes(self) -> None:
        group, pupils = self._some(2)
        with self.term.store.write() as conn:
            for one in pupils:
                if self.chance.random() < 0.5:
                    erase_person(conn, one, Origin(self.term.now))
                else:
                    leave(conn, group.id, [one], self.term.day)

    def _turns(self) -> None:
        if pupils := self._some()[1]:
            with self.term.store.write() as conn:
                set_year_group(conn, pupils, self.chance.choice(YEARS))


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
