"""A director answers only what stands first, eight seconds each: how much of what the own rules decide is decided then?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.norms.suggest.suggester import suggester
from course.rulebooks.concerned import acts_in_use
from course.rulebooks.drafts.model import Draft
from course.rulebooks.questions import questions_of
from tests.norms.schools import SCHOOLS, lines, rules_of
from tests.norms.suggest.known import further_rules, links, rules_of_eight, unseen_rules
from tests.rulebooks.rules import library

SECONDS = 8
DECISION = Path(__file__).parents[2] / "docs/decisions/0032-five-to-ten-questions-first.md"


def simulated(school):
    """Questions that stand first at a school that nobody has seen; how often its rules decide in all, and then."""
    own = rules_of(school)
    texts = {rule.text for rule in own}
    others = [
        one
        for one in rules_of_eight() + further_rules() + unseen_rules()
        if one.school != school and one.text not in texts
    ]
    proposing = suggester(library().norms, links(others))
    spoken = proposing.spoken_of([(rule.text, rule.audience) for rule in own])
    first = {
        one.act.id for theme in questions_of(Draft(school, school), library(), spoken) for one in theme.first
    }
    uses = acts_in_use(library())
    says = {line.act for line in lines() if line.school == school and line.act}
    return len(first), sum(uses[act] for act in says), sum(uses[act] for act in says & first)


@pytest.mark.parametrize("school", SCHOOLS)
def test_ten_minutes_decide_most_of_what_the_rules_of_a_school_decide(school):
    questions, every, decided = simulated(school)
    assert 60 <= questions <= 600 / SECONDS
    assert decided / every >= 0.6


def test_ten_minutes_decide_four_fifths_over_all_schools_as_the_decision_tells():
    found = [simulated(school) for school in SCHOOLS]
    every, decided = sum(one[1] for one in found), sum(one[2] for one in found)
    assert decided / every >= 0.8
    told = re.search(
        r"(\d+)% of what the rules of eight schools decide", DECISION.read_text(encoding="utf-8")
    )
    assert told
    assert abs(int(told[1]) - 100 * decided / every) <= 3
