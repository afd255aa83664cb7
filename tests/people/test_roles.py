"""What each role may do, written out apart from the data, so that who gives more has to say so here too."""

from __future__ import annotations

import pytest

from course.people.roles import AUDIENCES, REACH, Ability, Reach, Role

LETTERS = {
    Reach.ONESELF: "self", Reach.OWN_GROUPS: "groups", Reach.OWN_SCHOOL: "school", Reach.OWN_BOARD: "board",
    Reach.OWN_PLACE: "place",
}  # fmt: skip
TABLE = """
                   pupil  teacher coach   director officer administrator
    learn          self   self    self    self     -       -
    read-rules     self   self    self    self     self    self
    compare-rules  -      self    self    self     self    self
    keep-password  -      self    self    self     self    self
    own-development -     self    self    self     -       -
    group-names    -      groups  groups  -        -       -
    teach          -      groups  -       -        -       -
    guide-modules  -      self    self    self     -       -
    group-counts   -      groups  groups  school   -       -
    school-counts  -      -       -       school   board   -
    lead-school    -      -       -       school   -       -
    staff-names    -      -       -       school   -       -
    board-counts   -      -       -       -        board   -
    take-school    -      -       -       school   board   place
    note-evidence  -      groups  -       school   -       -
    read-evaluations - school -    school   board   -
    set-goals      -      -       -       -        board   -
    keep-people    -      -       -       -        -       place
    keep-contacts  -      -       -       school   -       place
    edit-rules     -      -       -       school   board   -
    publish-rules  -      -       -       school   board   -
    sign-rules     -      self    self    self     -       -
"""
HEAD, *LINES = (line.split() for line in TABLE.strip("\n").splitlines())


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_an_ability_reaches_as_far_as_the_table_says(line):
    ability = Ability(line[0])
    reach = {
        role: LETTERS[REACH[ability][Role(role)]] if Role(role) in REACH[ability] else "-" for role in HEAD
    }
    assert reach == dict(zip(HEAD, line[1:], strict=True))


def test_the_table_holds_every_role_and_every_ability():
    assert set(HEAD) == set(Role) == set(AUDIENCES)
    assert [line[0] for line in LINES] == list(Ability) == list(REACH)


def test_nobody_who_is_no_pupil_lacks_a_password():
    assert {role for role in Role if role.is_staff} == set(REACH[Ability.KEEP_PASSWORD])
