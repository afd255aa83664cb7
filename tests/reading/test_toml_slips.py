"""A slip of the pen is told on its line and mended there, so that all else keeps its place."""

import tomllib

import pytest

from course.reading.findings import Findings
from course.reading.toml_slips import mend_slips


def mended(text):
    findings = Findings("f.toml")
    return mend_slips(text, findings), [(one.line, one.remedy) for one in findings.found]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ('[articles."A.6]', '[articles."A.6"]'),
        ('[articles.A.6"]', '[articles."A.6"]'),
        ("[articles.“A.6”]", '[articles."A.6"]'),
        ("[articles.'A.6\"]", '[articles."A.6"]'),
        ('nl: "een zin"', 'nl = "een zin"'),
        ("teachable: true", "teachable = true"),
        ("audience : ['pupil']", "audience = ['pupil']"),
        ("since: 2024", "since = 2024"),
    ],
)
def test_a_slip_is_mended_in_its_own_line(slip, meant):
    text, told = mended(f"a = 1\n{slip}\n")
    assert text == f"a = 1\n{meant}\n"
    assert [line for line, _remedy in told] == [2]
    tomllib.loads(text)


@pytest.mark.parametrize(
    "good",
    ['[articles."A.6"]', "[articles.'A.6']", "[a.b]", 'nl = "nu: dit"', "# let op: dit", "nl: zonder", ""],
)
def test_what_is_right_or_can_not_be_known_is_left_as_it_is(good):
    assert mended(good) == (good, [])
