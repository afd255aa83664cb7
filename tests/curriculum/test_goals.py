from datetime import date
from pathlib import Path

import pytest

from course.curriculum.goals import read_goals
from course.curriculum.model import Measure
from course.curriculum.read import read_curriculum

CONTENT = Path(__file__).parents[2]

ONE = """protocol = "p"
nl = "Set"
en = "Set"
summary = {nl = "Waarom", en = "Why"}

[goals."doel.1"]
article = "artikel.1"
month = 9
measure = "evidence-groups"
target = 2
nl = "Doel"
en = "Goal"
explanation = {nl = "Uitleg", en = "Explanation"}
"""


def every_goal():
    return [goal for one in read_curriculum(CONTENT)[0].goal_sets.values() for goal in one.goals.values()]


def read(text: str):
    goal_set, problems = read_goals(text, "curriculum/goals/p.toml", "p")
    return goal_set, [(one.line, one.code) for one in problems]


def test_a_goal_keeps_what_its_file_says():
    goal_set, problems = read(ONE)
    goal = goal_set.goals["p:doel.1"]
    assert problems == []
    assert (goal_set.id, goal_set.words.nl, goal_set.summary.en, goal_set.protocol) == (
        "p",
        "Set",
        "Why",
        "p",
    )
    assert (goal.protocol, goal.article, goal.month, goal.target, goal.line) == ("p", "artikel.1", 9, 2, 6)
    assert goal.measure is Measure.EVIDENCE_GROUPS
    assert (goal.words.nl, goal.explanation.en) == ("Doel", "Explanation")


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("month = 9", "month = 13", 8, "wrong-number"),
        ("month = 9", "month = true", 8, "wrong-number"),
        ("month = 9", "", 6, "wrong-number"),
        ("month = 9", "month = 9\nday = 31", 9, "wrong-number"),
        ("month = 9", "month = 9\nday = 0", 9, "wrong-number"),
        ("target = 2", "target = -1", 10, "wrong-number"),
        ('"evidence-groups"\ntarget = 2', '"evidence-school"\ntarget = 0', 10, "wrong-number"),
        ("evidence-groups", "evidence-group", 9, "unknown-measure"),
        ('en = "Goal"', "", 6, "missing-key"),
        ("target", "tarket", 10, "unknown-key"),
        ('nl = "Set"', "", 1, "missing-key"),
        ("summary", "sumary", 4, "unknown-key"),
        ('protocol = "p"', "", 7, "no-protocol"),
        ('nl = "Doel"', 'nl = "Doel', 11, "syntax"),
    ],
)
def test_a_mistake_is_told_at_its_line_and_the_goal_is_still_read(old, new, line, code):
    goal_set, problems = read(ONE.replace(old, new, 1))
    assert (line, code) in problems
    assert list(goal_set.goals) == ["p:doel.1"]


@pytest.mark.parametrize("name", ["doel 1", "doel/1", "doel.", "x" * 79])
def test_a_goal_is_named_so_that_an_address_and_the_log_can_hold_it(name):
    assert (6, "wrong-name") in read(ONE.replace("doel.1", name))[1]


def test_a_set_needs_goals_and_leaves_the_name_of_a_boards_own_goals_alone():
    assert read(ONE[: ONE.index("[goals")] + "[goals]\n")[1] == [(6, "no-goals")]
    assert [one.code for one in read_goals(ONE, "curriculum/goals/own.toml", "own")[1]] == ["taken-name"]


def test_a_set_may_stand_on_no_protocol():
    goal_set, problems = read(ONE.replace('protocol = "p"', "").replace('article = "artikel.1"', ""))
    assert problems == []
    assert goal_set.goals["p:doel.1"].protocol == ""


def test_a_goal_without_an_article_says_nothing_of_a_protocol():
    assert read(ONE.replace('article = "artikel.1"', ""))[0].goals["p:doel.1"].protocol == ""


@pytest.mark.parametrize(
    ("month", "day", "due"),
    [
        (9, "", date(2026, 9, 30)),
        (9, "day = 15", date(2026, 9, 15)),
        (2, "day = 29", date(2027, 2, 28)),
        (8, "day = 1", date(2026, 8, 1)),
        (7, "day = 31", date(2027, 7, 31)),
    ],
)
def test_a_goal_is_due_on_its_day_or_on_the_last_one_of_its_month(month, day, due):
    goal_set, problems = read(ONE.replace("month = 9", f"month = {month}\n{day}"))
    assert problems == []
    assert goal_set.goals["p:doel.1"].due(2026) == due


def test_kom_leren_asks_five_things_each_until_its_own_month_of_this_school_year():
    goals = read_curriculum(CONTENT)[0].goal_sets["kom-leren"].goals
    assert {goal.article: goal.due(2026) for goal in goals.values()} == {
        "doelstellingen.1": date(2026, 9, 30),
        "doelstellingen.2": date(2026, 12, 31),
        "doelstellingen.3": date(2027, 3, 31),
        "doelstellingen.4": date(2027, 5, 31),
        "doelstellingen.5": date(2027, 1, 31),
    }


def test_goal_two_asks_every_group_and_goal_three_two_of_them():
    goals = read_curriculum(CONTENT)[0].goal_sets["kom-leren"].goals
    two, three = goals["kom-leren:doelstellingen.2"], goals["kom-leren:doelstellingen.3"]
    assert (two.measure, two.target) == (Measure.EVIDENCE_GROUPS, 0)
    assert (three.measure, three.target) == (Measure.GROUPS_COMPLETED, 2)


def test_no_goal_speaks_of_the_year_in_which_it_was_first_set():
    for goal in every_goal():
        words = goal.words.nl + goal.words.en + goal.explanation.nl + goal.explanation.en
        assert "201" not in words


def test_the_steps_the_questions_of_june_and_what_is_known_are_a_set_of_their_own_without_the_five():
    sets = read_curriculum(CONTENT)[0].goal_sets
    steps = sets["kom-leren-stappen"].goals
    assert [goal.article for goal in steps.values() if goal.article] == [
        *(f"hoe-nu-verder.{step}" for step in "abcde"),
        *(f"juni.{question}" for question in (1, 2, 3)),
    ]
    assert not set(steps) & set(sets["kom-leren"].goals)
    taught = steps["kom-leren-stappen:kennis.1"]
    assert (taught.measure, taught.target) == (Measure.GROUPS_COMPLETED, 0)


def test_no_set_that_a_board_may_adopt_names_another_board():
    """Any board may adopt them, and whoever goes by another protocol reads nothing of whose policy they were."""
    for goal_set in read_curriculum(CONTENT)[0].goal_sets.values():
        texts = [goal_set.words, goal_set.summary]
        texts += [one for goal in goal_set.goals.values() for one in (goal.words, goal.explanation)]
        assert not [one for one in texts if "kom leren" in f"{one.nl} {one.en}".lower()]
