"""A year at two schools with small groups, drawn by chance, for the tests of figures."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from course.enrolment.memberships import begin_year, leave, move, set_year_group
from course.enrolment.people import add_pupils, erase_person
from course.errors import Clash, NotFound, Refused, Stale
from course.journal.journal import Origin
from course.norms.write import write_tree
from course.rulebooks.adopting import rules_of_school
from course.rulebooks.attesting import sign
from course.rulebooks.publishing import import_file
from tests.enrolment.term import YEARS, Term, a_library_of_two_bands

if TYPE_CHECKING:
    from course.people.access import Group
    from course.store.store import Store

LIBRARY = a_library_of_two_bands()


def publish(term: Term, place: int, words: str, stance: str) -> None:
    """Let a school go by a new version of its own rules from today on; other words alone change nothing for who signed."""
    article = {"audience": ["pupil", "teacher"], "kind": "norm", "nl": words, "teachable": True}
    tree = {
        "id": f"school-{place}",
        "name": "Onze afspraken",
        "title": "Afspraken",
        "articles": {"a": article},
        "stances": {"share": {"stance": stance, "articles": ["a"]}},
    }
    version = import_file(
        term.store, term.library, write_tree(tree), [term.schools[place]], term.day, term.now
    )
    term.library = term.library.with_protocols(version.protocol(term.library.norms.acts))


def confirm(term: Term, place: int, person: int) -> None:
    """Let one of the staff confirm the rules in force, if there are any that can be confirmed."""
    with term.store.read() as conn:
        version = rules_of_school(conn, term.library, term.schools[place], term.day).version
    actor = term.actor(person)
    if version is not None and actor is not None:
        with suppress(Refused, Stale):
            sign(term.store, term.library, actor, version.id, term.now)


class Year:
    """A year at two schools with small groups, drawn by chance: the same for the same seed."""

    def __init__(self, store: Store, seed: int) -> None:
        self.chance = random.Random(seed)
        self.term = Term(store, LIBRARY)
        for place, years in ((0, "7778"), (0, "67"), (1, "78"), (1, "888")):
            self.term.new_group(place, [*years])

    def goes_on(self) -> None:
        """Let a few things happen to pupils, and a day or some weeks pass."""
        for _ in range(self.chance.randint(1, 4)):
            deed = self.chance.choice(
                (
                    self._completes,
                    self._completes,
                    self._begins,
                    self._moves,
                    self._joins,
                    self._goes,
                    self._turns,
                    self._staff_learn,
                    self._rules,
                    self._signs,
                    self._signs,
                )
            )
            with suppress(Clash, NotFound):
                deed()
        self.term.day += timedelta(days=self.chance.choice((1, 1, 5, 33)))

    def _staff_learn(self) -> None:
        place = self.chance.choice((0, 1))
        if actor := self.term.actor(self.chance.choice(self.term.staff(place))):
            self.term.play(actor, "vriend", "nee")
            self.term.sit(actor, "vriend", self.chance.choice("ab"))

    def _rules(self) -> None:
        publish(
            self.term,
            self.chance.choice((0, 1)),
            self.chance.choice(("Vraag het eerst.", "Vraag het altijd eerst.")),
            self.chance.choice(("forbidden", "ask-first")),
        )

    def _signs(self) -> None:
        place = self.chance.choice((0, 1))
        confirm(self.term, place, self.chance.choice(self.term.staff(place)))

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
