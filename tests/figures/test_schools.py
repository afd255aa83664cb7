"""A director sees groups as counts and staff by name; an officer sees schools as counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.errors import NotFound
from course.figures.boards import board_page
from course.figures.counts import SUPPRESSED, Count
from course.figures.pages import GapCounts
from course.figures.schools import gap_counts, group_counts, school_page, staff_page
from course.learning.pages import State
from course.library import default_content_root, load_library
from course.norms.judge import gaps
from course.norms.model import Audience, Stance
from course.people.roles import Role
from tests.figures.scene import term
from tests.learning.lesson.test_playing import Player
from tests.learning.quiz.test_answering import Sitting
from tests.learning.world import NOW, module, with_module

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.library import Library
    from course.store.store import Store
    from tests.learning.world import World

    Statements = Callable[[], AbstractContextManager[list[str]]]

TODAY = NOW.date()
PHONES = "pupil-use-in-lesson-without-permission"


def test_a_director_sees_groups_by_modules(store: Store, library: Library, world: World) -> None:
    here = term(world, library, 8)
    world.person(Role.PUPIL, here.school, world.group(here.school, "1/2"), year_group="2")
    world.group(here.school, "7B oud", year=2025)
    for pupil in range(5):
        here.finish(pupil)
    here.begin(5)
    page = school_page(store, library, here.director, TODAY)
    assert (page.school.name, page.school_year) == ("De Eik", 2026)
    assert [one.id for one in page.modules] == ["foto", "kort"]
    young, group = page.groups
    assert (young.name, young.pupils, young.cells) == ("1/2", 1, (None, None))
    assert (group.name, group.pupils) == ("7B", 8)
    assert group.cells[1] is not None
    assert (group.cells[1].begun, group.cells[1].completed, group.cells[1].percent) == (
        Count(6),
        Count(5),
        62,
    )
    assert [(one.learners, one.completed) for one in page.totals] == [(8, Count(0)), (8, Count(5))]


def test_of_a_group_of_four_a_director_gets_no_counts(store: Store, library: Library, world: World) -> None:
    here = term(world, library, 4)
    here.finish(0)
    cell = school_page(store, library, here.director, TODAY).groups[0].cells[1]
    assert cell is not None
    assert (cell.begun, cell.completed, cell.percent) == (SUPPRESSED, SUPPRESSED, None)
    (_, kort) = group_counts(store, library, here.director, here.group).modules
    assert {kort.not_begun, kort.busy, kort.done} == {SUPPRESSED}


def test_staff_are_seen_by_name_with_their_own_modules(store: Store, library: Library, world: World) -> None:
    here = term(world, library, 1)
    Player(store, library, here.teacher, "vriend").choose("nee")
    Sitting(store, library, here.teacher, "vriend").answer("a", "a")
    Player(store, library, here.teacher, "foto").choose("gedeeld")
    team = staff_page(store, library, here.director)
    assert [(row.name, row.leads, [cell and cell.state for cell in row.cells]) for row in team.staff] == [
        ("An", True, [State.NOT_BEGUN]),
        ("Jo", False, [State.DONE]),
    ]
    page = school_page(store, library, here.director, TODAY)
    assert (page.staff, page.staff_done, page.staff_totals) == (2, 1, team.totals)
    assert (page.staff_totals[0].learners, page.staff_totals[0].completed) == (2, Count(1))
    assert page.groups[0].cells[0] is not None
    assert page.groups[0].cells[0].learners == 1


def test_a_leaders_module_is_asked_of_who_leads_alone(store: Store, library: Library, world: World) -> None:
    here = term(world, library, 1)
    wider = with_module(library, module("leiden", Audience.LEADER, "vriend"))
    team = staff_page(store, wider, here.director)
    assert [(row.name, [cell and cell.state for cell in row.cells]) for row in team.staff] == [
        ("An", [State.NOT_BEGUN, State.NOT_BEGUN]),
        ("Jo", [State.NOT_BEGUN, None]),
    ]
    assert [(one.module.id, one.learners) for one in team.totals] == [("vriend", 2), ("leiden", 1)]
    assert [one.module.id for one in school_page(store, wider, here.director, TODAY).staff_totals] == [
        "vriend"
    ]


def test_a_drill_down_counts_without_names_and_keeps_who_is_stuck_for_the_teacher(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, 16)
    for pupil in range(5):
        here.finish(pupil)
        here.begin(pupil + 5)
    before = group_counts(store, library, here.director, here.group)
    here.get_stuck(10)
    counts = group_counts(store, library, here.director, here.group)
    (foto, kort) = counts.modules
    assert (counts.pupils, counts.group.name) == (16, "7B")
    assert (kort.not_begun, kort.busy, kort.done) == (Count(5), Count(6), Count(5))
    assert (foto.not_begun, foto.busy, foto.done) == (Count(16), Count(0), Count(0))
    assert before.modules[1].busy == Count(5)
    assert "pupil" not in repr(counts).replace("'pupil'", "").replace("pupils", "")


def test_a_neighbours_school_and_group_do_not_exist(store: Store, library: Library, world: World) -> None:
    here, there = term(world, library, 1), term(world, library, 1, "De Beuk", "mild")
    for stranger in (there.director, here.teacher, here.pupils[0]):
        with pytest.raises(NotFound):
            school_page(store, library, stranger, TODAY, here.school)
        with pytest.raises(NotFound):
            board_page(store, library, stranger, TODAY)
    with pytest.raises(NotFound):
        group_counts(store, library, there.director, here.group)
    with pytest.raises(NotFound):
        school_page(store, library, world.person(Role.OFFICER, None), TODAY)


def test_an_officer_sees_the_boards_schools_as_counts_and_no_names(
    store: Store, library: Library, world: World
) -> None:
    here, there = term(world, library, 6), term(world, library, 5, "De Beuk", "mild")
    for pupil in range(6):
        here.finish(pupil)
    for _ in range(3):
        world.person(Role.TEACHER, here.school)
    Player(store, library, here.teacher, "vriend").choose("nee")
    officer = world.person(Role.OFFICER, None)
    page = board_page(store, library, officer, TODAY)
    beuk, eik = page.schools
    assert (beuk.school.name, beuk.school.protocol, beuk.groups, beuk.pupils) == ("De Beuk", "mild", 1, 5)
    assert (eik.school.name, eik.pupils, eik.cells[1].completed, eik.cells[1].percent) == (
        "De Eik",
        6,
        Count(6),
        100,
    )
    assert (eik.staff, eik.staff_cells[0].begun, beuk.staff_cells[0].begun) == (5, Count(1), SUPPRESSED)
    seen = school_page(store, library, officer, TODAY, here.school)
    with pytest.raises(NotFound):
        staff_page(store, library, officer)
    with pytest.raises(NotFound):
        staff_page(store, library, here.teacher)
    assert seen.staff_totals == eik.staff_cells
    assert school_page(store, library, officer, TODAY, there.school).staff_totals == beuk.staff_cells
    assert seen.totals == eik.cells
    with pytest.raises(NotFound):
        group_counts(store, library, officer, there.group)


def test_gaps_below_the_law_and_below_an_agreement_are_counted_apart() -> None:
    library = load_library(default_content_root())
    for protocol in library.norms.protocols:
        found = gap_counts(library, protocol)
        assert found is not None
        assert found.law + found.agreements == len(gaps(library.norms, protocol))
    silent_on_phones = {
        one.id for one in library.norms.protocols.values() if not one.position(PHONES).articles
    }
    assert silent_on_phones
    for one in silent_on_phones:
        agreed = [gap for gap in gaps(library.norms, one) if gap.law_position.stance is Stance.SILENT]
        assert PHONES in {gap.act.id for gap in agreed}
        assert gap_counts(library, one).agreements == len(agreed)  # type: ignore[union-attr]


def test_a_protocol_without_gaps_has_none(store: Store, library: Library, world: World) -> None:
    here = term(world, library, 1)
    assert school_page(store, library, here.director, TODAY).gaps == GapCounts(0, 0)


def test_no_page_asks_more_of_the_store_as_a_school_grows(
    store: Store, library: Library, world: World, statements: Statements
) -> None:
    here = term(world, library, 1)
    officer = world.person(Role.OFFICER, None)
    costs = []
    for round_ in range(2):
        for look in (
            lambda: school_page(store, library, here.director, TODAY),
            lambda: group_counts(store, library, here.director, here.group),
            lambda: board_page(store, library, officer, TODAY),
        ):
            with statements() as seen:
                look()
            costs.append(len(seen))
        if not round_:
            more = term(world, library, 6, "De Beuk")
            for pupil in range(6):
                more.finish(pupil)
            for _ in range(3):
                world.person(Role.PUPIL, here.school, world.group(here.school, f"8{len(costs)}{_}"))
    assert costs == [5, 3, 5] * 2


def test_a_total_tells_nothing_of_a_group_too_small_to_be_shown(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, 6)
    small = world.group(here.school, "7C")
    hermit = world.person(Role.PUPIL, here.school, small, protocol="streng")
    for pupil in range(5):
        here.finish(pupil)
    finish_alone = Player(store, library, hermit, "kort")
    finish_alone.choose("stil")
    officer = world.person(Role.OFFICER, None)
    for cells in (
        school_page(store, library, here.director, TODAY).totals,
        board_page(store, library, officer, TODAY).schools[0].cells,
    ):
        assert [(one.learners, one.begun, one.completed) for one in cells] == [
            (6, Count(0), Count(0)),
            (6, Count(5), Count(5)),
        ]


def test_small_groups_are_in_no_total_also_where_they_are_five_together(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, 3)
    other = world.group(here.school, "7C")
    for _ in range(2):
        world.person(Role.PUPIL, here.school, other, protocol="streng")
    here.finish(0)
    officer = world.person(Role.OFFICER, None)
    page = school_page(store, library, here.director, TODAY)
    assert [(one.learners, one.completed, one.percent) for one in page.totals] == [(0, Count(0), None)] * 2
    assert board_page(store, library, officer, TODAY).schools[0].cells == page.totals


def test_a_school_of_one_small_group_has_no_total(store: Store, library: Library, world: World) -> None:
    here = term(world, library, 4)
    world.group(here.school, "8A")
    here.finish(0)
    total = school_page(store, library, here.director, TODAY).totals[1]
    assert (total.learners, total.begun, total.completed, total.percent) == (4, SUPPRESSED, SUPPRESSED, None)


def test_a_school_whose_protocol_left_the_content_hides_no_other_school(
    store: Store, library: Library, world: World
) -> None:
    term(world, library, 5)
    gone = term(world, library, 5, "De Beuk", "verdwenen")
    page = board_page(store, library, world.person(Role.OFFICER, None), TODAY)
    assert [one.gaps for one in page.schools] == [None, GapCounts(0, 0)]
    assert school_page(store, library, gone.director, TODAY).gaps is None
