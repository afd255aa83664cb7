"""What would change is told in words, with no more names than somebody reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.rosters import imports
from course.rosters.model import RosterProblem
from tests.builders import NOW, a_group, a_pupil, a_school
from tests.rosters.rosters import a_roster, a_teacher_of
from web.admin.roster_views import MOST_NAMES, mark_of, preview_view, problem_lines

if TYPE_CHECKING:
    from flask import Flask

    from course.store.store import Store


def test_newcomers_are_named_with_their_groups_and_many_are_counted(app: Flask, store: Store) -> None:
    school = a_school(store)
    roster = a_roster({str(n): (f"Kind {n}", "7A") for n in range(MOST_NAMES + 3)}, (a_teacher_of("7A"),))
    waiting = imports.prepare(store, school, roster, None, NOW)
    with app.test_request_context():
        view = preview_view(school, waiting, ())
    named = {one.title: one for one in view.sections}
    assert named["Nieuwe leerlingen"].names[0] == "Kind 0 (Groep 7A)"
    assert named["Nieuwe leerlingen"].more == 3
    assert named["Nieuwe medewerkers"].names == ("Bram Visser (Leerkracht, Groep 7A)",)
    assert view.counts[0][1] == MOST_NAMES + 3


def test_a_pupil_who_moves_is_told_with_the_new_group(app: Flask, store: Store) -> None:
    school = a_school(store)
    a_pupil(store, a_group(store, school, "Groep 7A"), "Noor")
    first = imports.prepare(store, school, a_roster({"1": ("Noor", "7A")}), None, NOW)
    assert not first.found.pupils_by("new")  # type: ignore[arg-type]
    with app.test_request_context():
        view = preview_view(school, first, ())
    assert not view.is_empty, "the key is to be kept"


def test_problems_are_told_by_line_in_the_readers_language(app: Flask) -> None:
    problems = (
        RosterProblem(3, is_error=True, message="Two people have the same key."),
        RosterProblem(
            0, is_error=False, message="There are more than %(most)s lines.", values=(("most", "5"),)
        ),
    )
    with app.test_request_context():
        lines = problem_lines(problems)
    assert [(one.where, one.words) for one in lines] == [
        ("Regel 3", "Twee personen hebben dezelfde sleutel."),
        ("Het hele bestand", "Er zijn meer dan 5 regels."),
    ]


def test_two_headers_never_have_one_mark() -> None:
    assert mark_of(("a", "b")) != mark_of(("a b",))
