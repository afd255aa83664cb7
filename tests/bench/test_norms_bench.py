"""Figures for the norms: what reading costs at the start, and a verdict on the path of an answer."""

import timeit
from pathlib import Path

import pytest

from course.norms.judge import judge, judge_verdict
from course.norms.model import Audience
from course.norms.read import read_norms
from course.norms.table import VerdictTable

pytestmark = pytest.mark.bench

CONTENT = Path(__file__).parents[2]
QUESTION = ("verkruisen", "parent-post-photo-of-other-children-without-asking")


def best(work, number: int) -> float:
    """Seconds per call in the best of five rounds."""
    return min(timeit.repeat(work, number=number, repeat=5)) / number


def test_the_norms_are_read_and_judged(record_property, capsys):
    norms, problems = read_norms(CONTENT)
    table = VerdictTable(norms)
    table.judge(*QUESTION, Audience.PARENT)
    figures = {
        "read all norms (ms)": best(lambda: read_norms(CONTENT), 3) * 1e3,
        "make the table (ms)": best(lambda: VerdictTable(norms), 20) * 1e3,
        "judge, worked out (us)": best(lambda: judge(norms, *QUESTION), 2_000) * 1e6,
        "verdict, worked out (us)": best(lambda: judge_verdict(norms, *QUESTION), 5_000) * 1e6,
        "judge, from the table (us)": best(lambda: table.judge(*QUESTION, Audience.PARENT), 50_000) * 1e6,
        "verdict, from the table (us)": best(lambda: table.verdict(*QUESTION), 50_000) * 1e6,
    }
    with capsys.disabled():
        for name, figure in figures.items():
            print(f"\n{name:<30} {figure:8.2f}", end="")
            record_property(name, round(figure, 3))
    assert problems == ()
    assert all(figures.values())
