"""The table of the ASVS is whole, says what it says in known words, and names files that are there."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.architecture.sources import ROOT, text

STATES = ("met", "partly", "not met", "not applicable")
LEVELS = {"1": 70, "2": 183}
"""Requirements of each level in version 5.0.0."""
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in text("docs/asvs.md").splitlines()
    if re.match(r"\| \d", line)
]
SUMMARY = text("docs/security.md")


def test_every_requirement_has_one_line_with_a_known_state():
    assert {len(row) for row in ROWS} == {5}
    assert [number for number, times in Counter(row[0] for row in ROWS).items() if times > 1] == []
    assert Counter(row[1] for row in ROWS) == LEVELS
    assert {row[3] for row in ROWS} <= set(STATES)
    assert [row[0] for row in ROWS if not row[2] or not row[4]] == []


def test_numbers_stand_in_order_below_their_own_chapter():
    chapter, before = 0, (0, 0, 0)
    for line in text("docs/asvs.md").splitlines():
        if heading := re.match(r"## V(\d+) ", line):
            chapter = int(heading[1])
        elif found := re.match(r"\| (\d+)\.(\d+)\.(\d+) ", line):
            number = int(found[1]), int(found[2]), int(found[3])
            assert number[0] == chapter
            assert before < number
            before = number
    assert chapter == 17


@pytest.mark.parametrize("page", ["docs/asvs.md", "docs/security.md"])
def test_every_path_that_is_named_is_there(page):
    named = re.findall(r"`((?:course|web|cli|tests|tools|docs|deploy)/[^`\s]+)`", text(page))
    linked = [f"docs/{one}" for one in re.findall(r"\]\(([^)#]+)\)", text(page)) if "://" not in one]
    assert named
    assert [one for one in (*named, *linked) if not (ROOT / one).exists()] == []


def test_what_is_partly_met_says_what_is_missing():
    """In words of some length: no bare "nearly"."""
    short = [row[0] for row in ROWS if row[3] == "partly" and len(row[4]) < 40]
    assert short == []


def test_the_summary_counts_the_table():
    for chapter in range(1, 18):
        states = Counter(row[3] for row in ROWS if row[0].startswith(f"{chapter}."))
        told = re.search(rf"^\| V{chapter} [^|]*\|(.*)\|$", SUMMARY, re.MULTILINE)[1]
        assert [int(one) for one in told.split("|")] == [states[one] for one in STATES], chapter
    told = re.search(r"^\| all \|(.*)\|$", SUMMARY, re.MULTILINE)[1]
    assert [int(one) for one in told.split("|")] == [Counter(row[3] for row in ROWS)[one] for one in STATES]
    assert f"all {len(ROWS)} requirements" in SUMMARY
