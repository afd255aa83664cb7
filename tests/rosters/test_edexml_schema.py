"""The schema is the official one with one list patched."""

from __future__ import annotations

from lxml import etree

from course.rosters.edexml_schema import DROPPED, check_against_schema
from course.rosters.problems import RosterProblems


def problems_of(content: str) -> RosterProblems:
    problems = RosterProblems()
    check_against_schema(etree.fromstring(content), problems)
    return problems


def test_an_element_that_the_standard_does_not_know_is_told_by_line() -> None:
    content = "<EDEX>\n<school><schooljaar>2026-2027</schooljaar></school>\n<leerlingen>\n<robot/></leerlingen></EDEX>"
    assert [(one.line, dict(one.values)["element"]) for one in problems_of(content).found] == [(4, "robot")]


def test_a_slip_in_what_the_course_reads_is_an_error() -> None:
    content = (
        "<EDEX><school><schooljaar>2026</schooljaar></school><leerlingen><leerling/></leerlingen></EDEX>"
    )
    assert problems_of(content).has_errors


def test_what_the_course_reads_is_never_let_pass() -> None:
    assert not DROPPED & {
        "leerling",
        "leerkracht",
        "groep",
        "samengestelde_groep",
        "jaargroep",
        "schooljaar",
        "rol",
        "roepnaam",
    }
