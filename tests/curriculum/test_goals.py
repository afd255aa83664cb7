from datetime import date
from pathlib import Path

import pytest

from course.curriculum.goals import read_goals
from course.curriculum.model import Measure
from course.curriculum.read import read_curriculum

CONTENT = Path(__file__).parents[2]

ONE = """protocol = "p"

[goals."doel.1"]
month = 9
measure = "evidence-groups"
target = 2
nl = "Doel"
en = "Goal"
explanation = {nl = "Uitleg", en = "Explanation"}
"""


def read(text: str):
    goals, problems = read_goals(text, "curriculum/goals/p.toml", "p")
    return goals, [(one.line, one.code) for one in problems]


def test_a_goal_keeps_what_its_file_says():
    goals, problems = read(ONE)
    goal = goals["p:doel.1"]
    assert problems == []
    assert (goal.protocol, goal.article, goal.month, goal.target, goal.line) == ("p", "doel.1", 9, 2, 3)
    assert goal.measure is Measure.EVIDENCE_GROUPS
    assert (goal.words.nl, goal.explanation.en) == ("Doel", "Explanation")


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("month = 9", "month = 13", 4, "wrong-number"),
        ("month = 9", "month = true", 4, "wrong-number"),
        ("month = 9", "", 3, "wrong-number"),
        ("target = 2", "target = -1", 6, "wrong-number"),
        ("evidence-groups", "evidence-group", 5, "unknown-measure"),
        ('en = "Goal"', "", 3, "missing-key"),
        ("target", "tarket", 6, "unknown-key"),
        ('protocol = "p"', "", 1, "missing-key"),
        ('nl = "Doel"', 'nl = "Doel', 7, "syntax"),
    ],
)
def test_a_mistake_is_told_at_its_line_and_the_goal_is_still_read(old, new, line, code):
    goals, problems = read(ONE.replace(old, new, 1))
    assert (line, code) in problems
    assert list(goals) == ["p:doel.1"]


def test_kom_leren_asks_five_things_each_until_its_own_month_of_this_school_year():
    goals = read_curriculum(CONTENT)[0].goals
    assert {goal.article: goal.due(2026) for goal in goals.values()} == {
        "doelstellingen.1": date(2026, 9, 30),
        "doelstellingen.2": date(2026, 12, 31),
        "doelstellingen.3": date(2027, 3, 31),
        "doelstellingen.4": date(2027, 5, 31),
        "doelstellingen.5": date(2027, 1, 31),
    }


def test_goal_two_asks_every_group_and_goal_three_two_of_them():
    goals = read_curriculum(CONTENT)[0].goals
    two, three = goals["kom-leren:doelstellingen.2"], goals["kom-leren:doelstellingen.3"]
    assert (two.measure, two.target) == (Measure.EVIDENCE_GROUPS, 0)
    assert (three.measure, three.target) == (Measure.GROUPS_COMPLETED, 2)


def test_no_goal_speaks_of_the_year_in_which_it_was_first_set():
    for goal in read_curriculum(CONTENT)[0].goals.values():
        words = goal.words.nl + goal.words.en + goal.explanation.nl + goal.explanation.en
        assert "201" not in words
