"""What is wrong with a file, no more of it than somebody reads."""

from __future__ import annotations

from course.rosters.problems import MOST_TOLD, RosterProblems


def test_errors_stay_when_there_is_too_much_to_tell() -> None:
    problems = RosterProblems()
    for line in range(500):
        problems.warn(line, "a")
    problems.error(900, "b")
    assert [one.line for one in problems.told()] == [900]
    assert len(RosterProblems([one for one in problems.found if not one.is_error]).told()) == MOST_TOLD


def test_the_same_thing_is_told_once() -> None:
    problems = RosterProblems()
    problems.warn(3, "a", other=1)
    problems.warn(3, "a", other=1)
    assert len(problems.told()) == 1
