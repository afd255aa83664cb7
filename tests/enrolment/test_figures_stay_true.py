"""Whatever happens to people, groups and modules, in whatever order: every figure on every page is what the raw rows say."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from course.enrolment.memberships import begin_year, end_role, join, leave, move, set_year_group
from course.enrolment.merging import merge
from course.enrolment.people import erase_person
from course.enrolment.recount import all_schools, differences
from course.errors import Clash, NotFound
from course.journal.journal import Origin
from course.people.roles import InGroup, Role
from course.store.metadata import metadata
from tests.enrolment.over_time import Months, compare_evaluation, compare_team
from tests.enrolment.pages import compare_directors, compare_officer, compare_teachers
from tests.enrolment.reports import ask_rhythm, compare_reports, compare_rhythm, compare_work, give, note
from tests.enrolment.term import YEAR, YEARS, Term, a_library_of_two_bands, with_module
from tests.enrolment.year import confirm, publish

if TYPE_CHECKING:
    from course.people.access import Group
    from course.store.store import Store

pytestmark = pytest.mark.proof

LIBRARY = a_library_of_two_bands()
EDITS = (
    lambda module: replace(module, lessons=("kort",) if module.id != "klein" else ("klein",)),
    lambda module: replace(module, lessons=(*module.lessons[:1], "geluid")),
    lambda module: replace(module, bands=("po-5-6", "po-7-8")),
    lambda module: replace(module, bands=("po-7-8",) if module.id != "klein" else ("po-5-6",)),
)
"""What authors do to modules."""
PICK = st.integers(min_value=0, max_value=10**6)
MODULE = st.sampled_from(("kort", "klein"))


class School(RuleBasedStateMachine):
    """Everything that may happen, and after each of it every page compared."""

    store: Store

    def __init__(self) -> None:
        """Begin with empty tables."""
        super().__init__()
        with self.store.write() as conn:
            for table in reversed(metadata.sorted_tables):
                if table.name != "journal":
                    conn.execute(table.delete())
        self.term = Term(self.store, LIBRARY)
        self.others = [self.term.new_staff(0, Role.TEACHER)]
        self.months = Months(self.term)
        ask_rhythm(self.term)

    def _pupil(self, pick: int, group: Group) -> int | None:
        pupils = self.term.pupils(group.id)
        return pupils[pick % len(pupils)].id if pupils else None

    def _group(self, pick: int) -> Group:
        return self.term.groups[pick % len(self.term.groups)]

    @rule(group=PICK, pick=PICK, module=MODULE, choice=st.sampled_from(("opname", "stil")))
    def begins(self, group: int, pick: int, module: str, choice: str) -> None:
        if (person := self._pupil(pick, self._group(group))) and (actor := self.term.actor(person)):
            with suppress(NotFound):
                self.term.play(actor, module, choice)

    @rule(group=PICK, pick=PICK, module=MODULE, many=st.booleans())
    def completes(self, group: int, pick: int, module: str, many: bool) -> None:
        pupils = self.term.pupils(self._group(group).id)
        for pupil in pupils[pick % (len(pupils) or 1) :][: 6 if many else 1]:
            if actor := self.term.actor(pupil.id):
                with suppress(NotFound):
                    self.term.play(actor, module, "stil")
                    self.term.sit(actor, module, "a")

    @rule(group=PICK, pick=PICK, module=MODULE)
    def gets_stuck(self, group: int, pick: int, module: str) -> None:
        if (person := self._pupil(pick, self._group(group))) and (actor := self.term.actor(person)):
            with suppress(NotFound):
                for _ in range(3):
                    self.term.play(actor, module, "opname")
                    self.term.sit(actor, module, "b")

    @rule(pick=PICK, key=st.sampled_from("ab"))
    def staff_learn(self, pick: int, key: str) -> None:
        person = [*self.others, *self.term.teachers, *self.term.directors][pick % (len(self.others) + 4)]
        if actor := self.term.actor(person):
            with suppress(NotFound):
                self.term.play(actor, "vriend", "nee")
                self.term.sit(actor, "vriend", key)

    @rule(group=PICK, pick=PICK, to=PICK)
    def moves(self, group: int, pick: int, to: int) -> None:
        old, new = self._group(group), self._group(to)
        if person := self._pupil(pick, old):
            with suppress(Clash), self.store.write() as conn:
                move(conn, [person], old.id, new.id, self.term.day)

    @rule(group=PICK, pick=PICK, to=PICK)
    def joins_beside(self, group: int, pick: int, to: int) -> None:
        if person := self._pupil(pick, self._group(group)):
            with suppress(Clash), self.store.write() as conn:
                join(conn, self._group(to).id, [person], InGroup.PUPIL, self.term.day)

    @rule(group=PICK, pick=PICK, returns=st.booleans())
    def leaves(self, group: int, pick: int, returns: bool) -> None:
        old = self._group(group)
        if person := self._pupil(pick, old):
            with self.store.write() as conn:
                leave(conn, old.id, [person], self.term.day)
            if returns:
                with self.store.write() as conn:
                    join(conn, old.id, [person], InGroup.PUPIL, self.term.day)

    @rule(group=PICK, pick=PICK)
    def is_erased(self, group: int, pick: int) -> None:
        if person := self._pupil(pick, self._group(group)):
            with self.store.write() as conn:
                erase_person(conn, person, Origin(self.term.now))

    @rule(group=PICK, pick=PICK, to=PICK, other=PICK)
    def two_are_merged(self, group: int, pick: int, to: int, other: int) -> None:
        stays, double = self._pupil(pick, self._group(group)), self._pupil(other, self._group(to))
        if stays and double and stays != double:
            with suppress(Clash), self.store.write() as conn:
                merge(conn, stays, double, self.term.board, Origin(self.term.now))

    @rule(group=PICK, pick=PICK, year=st.sampled_from(YEARS))
    def changes_year(self, group: int, pick: int, year: str) -> None:
        if person := self._pupil(pick, self._group(group)):
            with self.store.write() as conn:
                set_year_group(conn, [person], year)

    @rule(group=PICK, pick=PICK)
    def ends_as_pupil(self, group: int, pick: int) -> None:
        if person := self._pupil(pick, self._group(group)):
            found = self.term.rows(
                "SELECT id FROM roles WHERE person_id = :p AND role = 'pupil' AND until_on IS NULL", p=person
            )
            with self.store.write() as conn:
                for (role,) in found:
                    end_role(conn, int(str(role)), Origin(self.term.now))

    @rule(place=st.sampled_from((0, 1)), role=st.sampled_from((Role.TEACHER, Role.COACH)))
    def staff_come(self, place: int, role: Role) -> None:
        self.others.append(self.term.new_staff(place, role))

    @rule(pick=PICK, place=st.sampled_from((0, 1)), role=st.sampled_from((Role.TEACHER, Role.DIRECTOR)))
    def staff_get_a_role_more(self, pick: int, place: int, role: Role) -> None:
        with suppress(Clash):
            self.term.new_role(self.others[pick % len(self.others)], place, role)

    @rule(pick=PICK, erase=st.booleans())
    def staff_go(self, pick: int, erase: bool) -> None:
        person = self.others[pick % len(self.others)]
        found = self.term.rows("SELECT id FROM roles WHERE person_id = :p AND until_on IS NULL", p=person)
        with self.store.write() as conn:
            if erase and len(self.others) > 1:
                erase_person(conn, person, Origin(self.term.now))
                self.others.remove(person)
            elif found:
                end_role(conn, int(str(found[pick % len(found)][0])), Origin(self.term.now))

    @rule(module=MODULE, edit=st.sampled_from(EDITS))
    def a_module_is_edited(self, module: str, edit: object) -> None:
        assert callable(edit)
        self.term.library = with_module(self.term.library, edit(self.term.library.module(module)))

    @rule(group=PICK, module=MODULE, days=st.integers(0, 40))
    def a_module_is_given(self, group: int, module: str, days: int) -> None:
        one = self._group(group)
        if one.school_year == self.term.school_year:
            give(self.term, one, module, self.term.day + timedelta(days=days))

    @rule(group=PICK, days=st.lists(st.integers(0, 30), min_size=1, max_size=3), withdrawn=st.booleans())
    def something_is_noted(self, group: int, days: list[int], withdrawn: bool) -> None:
        for one in days:
            note(self.term, self._group(group), self.term.day - timedelta(days=one), withdrawn=withdrawn)

    @rule(place=st.sampled_from((0, 1)), protocol=st.sampled_from(("streng", "mild")))
    def other_rules_hold(self, place: int, protocol: str) -> None:
        self.term.adopt(place, protocol)

    @rule(
        place=st.sampled_from((0, 1)),
        words=st.sampled_from(("Vraag het eerst.", "Vraag het altijd eerst.")),
        stance=st.sampled_from(("forbidden", "ask-first")),
    )
    def rules_are_published(self, place: int, words: str, stance: str) -> None:
        publish(self.term, place, words, stance)

    @rule(pick=PICK, place=st.sampled_from((0, 1)))
    def staff_confirm_them(self, pick: int, place: int) -> None:
        staff = self.term.staff(place)
        confirm(self.term, place, staff[pick % len(staff)])

    @precondition(lambda self: self.term.school_year == YEAR)
    @rule(group=PICK, place=st.sampled_from((0, 1)), days=st.integers(1, 20))
    def a_school_year_begins(self, group: int, place: int, days: int) -> None:
        old = self._group(group)
        pupils = [pupil.id for pupil in self.term.pupils(old.id)]
        self.term.day = date(YEAR + 1, 8, 1) + timedelta(days=days)
        new = [self.term.new_group(where) for where in (0, 1)][place]
        with self.store.write() as conn:
            begin_year(conn, pupils[:-1], new.id, "8", self.term.day)

    @rule()
    def a_night_passes(self) -> None:
        if self.term.day.month != 7:
            self.term.day += timedelta(days=1)

    @invariant()
    def counters_are_what_their_rows_are(self) -> None:
        with self.store.read() as conn:
            assert [differences(conn, school) for school in all_schools(conn)] == [(), ()]

    @invariant()
    def teachers_see_what_the_rows_say(self) -> None:
        compare_teachers(self.term)

    @invariant()
    def directors_see_what_the_rows_say(self) -> None:
        compare_directors(self.term)

    @invariant()
    def the_officer_sees_what_the_rows_say(self) -> None:
        compare_officer(self.term)

    @invariant()
    def what_leaves_is_what_the_rows_say(self) -> None:
        compare_reports(self.term)

    @invariant()
    def what_is_written_down_each_month_is_what_the_rows_said_then(self) -> None:
        self.months.compare()

    @invariant()
    def of_the_team_by_name_is_told_what_the_rows_say(self) -> None:
        compare_team(self.term)

    @invariant()
    def an_evaluation_would_keep_what_the_rows_say(self) -> None:
        for place in (0, 1):
            compare_evaluation(self.term, place)

    @invariant()
    def a_rhythm_is_kept_where_the_rows_say_so(self) -> None:
        compare_rhythm(self.term)

    @invariant()
    def a_teacher_is_told_what_the_rows_say_of_each_pupil(self) -> None:
        compare_work(self.term)


def test_every_figure_is_what_the_raw_rows_say_after_any_order_of_events(store: Store) -> None:
    machine = type("SchoolInStore", (School,), {"store": store})
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        machine,
        settings=settings(
            max_examples=10, stateful_step_count=16, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
