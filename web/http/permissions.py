"""Who may see what, as data: every endpoint names the roles that may come in.

`web.app` refuses to start when an endpoint is missing here, and a test walks the URL map as every role. What belongs to
whom within a role (the own group, the own school) is held by `course.people.access`, for a neighbour's thing does not exist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.people.actor import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

ANYBODY: frozenset[Role] = frozenset()
"""Also people who have not signed in."""
SIGNED_IN = frozenset(Role)
STAFF = frozenset({Role.TEACHER, Role.DIRECTOR, Role.OFFICER})
LEARNER = frozenset({Role.PUPIL, Role.TEACHER, Role.DIRECTOR})
TEACHER = frozenset({Role.TEACHER})
DIRECTOR = frozenset({Role.DIRECTOR})
OFFICER = frozenset({Role.OFFICER})
EVIDENCE = frozenset({Role.TEACHER, Role.DIRECTOR})

PERMISSIONS: Mapping[str, frozenset[Role]] = {
    "static": ANYBODY,
    "lesson_picture": ANYBODY,
    "quiz_picture": ANYBODY,
    "language": ANYBODY,
    "health": ANYBODY,
    "sign_in.front": ANYBODY,
    "sign_in.code": ANYBODY,
    "sign_in.tiles": ANYBODY,
    "sign_in.pictures": ANYBODY,
    "sign_in.staff": ANYBODY,
    "sign_in.out": SIGNED_IN,
    "learn.home": LEARNER,
    "learn.lesson": LEARNER,
    "learn.choose": LEARNER,
    "learn.back": LEARNER,
    "learn.again": LEARNER,
    "learn.quiz": LEARNER,
    "learn.attempt": LEARNER,
    "learn.answer": LEARNER,
    "learn.later": LEARNER,
    "learn.answer_later": LEARNER,
    "rules.protocol": SIGNED_IN,
    "rules.act": STAFF,
    "teacher.groups": TEACHER,
    "teacher.group": TEACHER,
    "teacher.figures": TEACHER,
    "teacher.open_session": TEACHER,
    "teacher.extend_session": TEACHER,
    "teacher.close_session": TEACHER,
    "teacher.session": TEACHER,
    "teacher.pictures": TEACHER,
    "teacher.renew_pictures": TEACHER,
    "director.school": DIRECTOR,
    "director.group": DIRECTOR,
    "director.staff": DIRECTOR,
    "director.gaps": DIRECTOR,
    "goals.goal": EVIDENCE,
    "goals.goals": EVIDENCE,
    "goals.note": EVIDENCE,
    "goals.withdraw": EVIDENCE,
    "goals.restore": EVIDENCE,
    "board.schools": OFFICER,
    "board.gaps": OFFICER,
    "account.password": STAFF,
}
