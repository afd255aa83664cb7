"""Every page with figures, beside the raw rows."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from course.figures.boards import board_page
from course.figures.groups import group_page, my_groups
from course.figures.schools import group_counts, school_page, staff_page
from course.goals.states import board_goals, school_goals
from course.learning.pages import State
from course.norms.model import Audience
from tests.enrolment.term import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.curriculum.model import Module
    from course.figures.pages import Completion
    from course.people.access import Group
    from tests.enrolment.term import Pupil, Term

FEWEST = 5


def shown(cell: Completion) -> tuple[int, int | None, int | None]:
    return cell.learners, cell.begun.value, cell.completed.value


def hidden_when_few(numbers: tuple[int, int, int]) -> tuple[int, int | None, int | None]:
    return (numbers[0], None, None) if 0 < numbers[0] < FEWEST else numbers


def added_up(groups: Iterable[Sequence[Pupil]], one: Module) -> tuple[int, int | None, int | None]:
    """A school's total: of the groups that are shown. Without one it is of nobody, or of a few who are not counted."""
    numbers = [found for pupils in groups if (found := counted(pupils, one))[0]]
    large = [found for found in numbers if found[0] >= FEWEST]
    few = sum(found[0] for found in numbers)
    if not large and few < FEWEST:
        return hidden_when_few((few, 0, 0))
    return sum(one[0] for one in large), sum(one[1] for one in large), sum(one[2] for one in large)


def compare_teachers(term: Term) -> None:
    """The cards of a teacher and the groups by name."""
    modules = term.library.modules_for(Audience.PUPIL)
    for place in (0, 1):
        reader = term.reader(term.teachers[place])
        cards = {one.group.id: one for one in my_groups(term.store, term.library, reader, term.now)}
        assert list(cards) == [one.id for one in term.groups_of(place)]
        for group, card in cards.items():
            pupils = term.pupils(group)
            page = group_page(term.store, term.library, reader, group, term.now)
            assert card.pupils == len(page.pupils) == len(pupils)
            meant = [one for one in modules if counted(pupils, one)[0]]
            assert list(page.modules) == meant
            assert [(one.module, *shown(one)) for one in card.modules] == [
                (one, *counted(pupils, one)) for one in meant
            ]
            names = {row.person_id: dict(zip(meant, row.cells, strict=True)) for row in page.pupils}
            stuck = 0
            for pupil in pupils:
                cells = names[pupil.id]
                for one in meant:
                    cell = cells[one]
                    assert (cell is None) == (pupil.band not in one.bands)
                    if cell:
                        assert (cell.state is State.NOT_BEGUN) == (one.id not in pupil.begun)
                        assert (cell.state is State.DONE) == (one.id in pupil.done)
                stuck += any(cell and cell.state is State.STUCK for cell in cells.values())
            assert card.stuck == stuck


def compare_directors(term: Term) -> None:
    """A school's groups, totals and staff, and each group more closely."""
    modules = term.library.modules_for(Audience.PUPIL)
    for place in (0, 1):
        reader, groups = term.reader(term.directors[place]), term.groups_of(place)
        page = school_page(term.store, term.library, reader, term.day)
        assert [(one.group_id, one.pupils) for one in page.groups] == [
            (group.id, len(term.pupils(group.id))) for group in groups
        ]
        pupils = {group.id: term.pupils(group.id) for group in groups}
        assert list(page.modules) == [
            one for one in modules if any(counted(p, one)[0] for p in pupils.values())
        ]
        for row in page.groups:
            for one, cell in zip(page.modules, row.cells, strict=True):
                found = counted(pupils[row.group_id], one)
                assert (shown(cell) if cell else None) == (hidden_when_few(found) if found[0] else None)
            closer = group_counts(term.store, term.library, reader, row.group_id)
            assert closer.pupils == row.pupils
            for state in closer.modules:
                learners, begun, done = found = counted(pupils[row.group_id], state.module)
                told = (state.not_begun.value, state.busy.value, state.done.value)
                few = hidden_when_few(found)[1] is None
                assert told == ((None,) * 3 if few else (learners - begun, begun - done, done))
        assert [shown(one) for one in page.totals] == [added_up(pupils.values(), one) for one in page.modules]
        _staff_fits(term, place, page.staff, page.staff_done, page.staff_totals)
        team = staff_page(term.store, term.library, reader)
        assert {row.person_id for row in team.staff} == set(term.staff(place))
        assert team.totals == page.staff_totals


def _staff_fits(term: Term, place: int, staff: int, done: int, totals: Sequence[Completion]) -> None:
    learned = [term.learned(one) for one in term.staff(place)]
    assert staff == len(learned)
    assert done == sum("vriend" in completed for _, completed in learned)
    (total,) = totals
    assert shown(total) == (
        len(learned),
        sum("vriend" in begun for begun, _ in learned),
        sum("vriend" in completed for _, completed in learned),
    )


def compare_officer(term: Term) -> None:
    """The board's schools, and how far each is with the goal that counts groups."""
    modules = term.library.modules_for(Audience.PUPIL)
    reader = term.reader(term.officer)
    page = board_page(term.store, term.library, reader, term.day)
    goals = board_goals(term.store, term.library, reader, term.day, [one.school.id for one in page.schools])
    for row in page.schools:
        place = term.schools.index(row.school.id)
        pupils = [term.pupils(group.id) for group in term.groups_of(place)]
        assert (row.groups, row.pupils) == (len(pupils), sum(map(len, pupils)))
        assert [shown(one) for one in row.cells] == [added_up(pupils, one) for one in modules]
        staff = [term.learned(one) for one in term.staff(place)]
        numbers = (len(staff), sum("vriend" in b for b, _ in staff), sum("vriend" in d for _, d in staff))
        assert (row.staff, shown(row.staff_cells[0])) == (len(staff), hidden_when_few(numbers))
        own = school_goals(term.store, term.library, term.reader(term.directors[place]), term.day)
        met = [most_completed(term, group) for group in term.groups_of(place)]
        (measured,) = (one for one in own.states if one.goal.id == "streng:groepen")
        assert [one.is_met for one in measured.groups] == met
        (at_a_glance,) = (one for one in goals[row.school.id] if one.goal.id == "streng:groepen")
        assert (at_a_glance.count, at_a_glance.asked) == (sum(met), len(met))


def most_completed(term: Term, group: Group) -> bool:
    """Whether most completed one module that is meant for five of them or more, or two such for different bands."""
    pupils = term.pupils(group.id)
    told = [
        (set(one.bands), found[2])
        for one in term.library.modules_for(Audience.PUPIL)
        if (found := counted(pupils, one))[0] >= FEWEST
    ]
    both = [some + others for (bands, some), (beside, others) in combinations(told, 2) if not bands & beside]
    return len(pupils) >= FEWEST and max([0, *both, *(done for _, done in told)]) * 2 > len(pupils)
