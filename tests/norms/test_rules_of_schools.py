"""Any school can say its own rules: those of real ones, each with the act that says it."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from course.norms.model import Asked, Audience, Stance
from course.norms.read import read_norms
from tests.norms.schools import (
    DATA,
    SCHOOLS,
    Line,
    advised,
    further_rules,
    lines,
    newest_rules,
    protocol_text,
    rules_of,
)

if TYPE_CHECKING:
    from course.norms.model import Norms

ROOT = Path(__file__).parents[2]
RULES = {(rule.school, rule.number): rule for school in SCHOOLS for rule in rules_of(school)}
LINES = lines()
WRITTEN = ("a", "b", "f", "j")
"""Whose rules stand in `data/protocols/` as a protocol file, for tests of what comes after."""

FURTHER = further_rules()


@pytest.fixture(scope="module")
def norms() -> Norms:
    return read_norms(ROOT)[0]


@pytest.fixture(scope="module")
def schools(norms: Norms, tmp_path_factory: pytest.TempPathFactory) -> Norms:
    """The eight schools' rules, read as protocols beside the five."""
    root = tmp_path_factory.mktemp("schools")
    shutil.copytree(ROOT / "norms", root / "norms")
    for school in SCHOOLS:
        file = root / "norms" / "protocols" / f"school-{school}.toml"
        file.write_text(protocol_text(school, norms.acts), encoding="utf-8")
    read, problems = read_norms(root)
    assert problems == ()
    return read


def name(line: Line) -> str:
    return f"{line.school}{line.rule}-{line.act or 'none'}"


def test_the_eight_schools_have_111_rules_and_each_has_its_line():
    assert len(RULES) == 111
    assert {(line.school, line.rule) for line in LINES} == set(RULES)


def test_a_rule_is_said_by_an_act_or_a_reason_tells_why_it_is_nobodys():
    said = {(line.school, line.rule) for line in LINES if line.says_the_rule and line.act}
    nobodys = {
        (line.school, line.rule) for line in LINES if line.fit == "none" and line.reason and not line.act
    }
    assert said | nobodys == set(RULES)
    assert not said & nobodys
    assert {line.fit for line in LINES} <= {"exact", "none"}


@pytest.mark.parametrize("line", LINES, ids=name)
def test_a_line_names_an_act_of_whom_the_rule_addresses(norms: Norms, line: Line):
    rule = RULES[line.school, line.rule]
    assert rule.whom in (line.actor, "all")
    if line.fit == "exact":
        assert line.actor == "all" or Audience(line.actor) in norms.acts[line.act].actors
        assert Stance(line.stance) is not Stance.SILENT
        asked = [Asked(one) for one in line.ask.split(";") if one]
        assert line.stance == Stance.ASK_FIRST or not asked


@pytest.mark.parametrize("line", [line for line in LINES if line.act], ids=name)
def test_a_school_that_writes_its_rules_as_a_protocol_is_told_what_they_say(schools: Norms, line: Line):
    """The strictest of several rules on one act leads, and each is named; one without a condition frees it of all."""
    protocol, act = schools.protocols[f"school-{line.school}"], schools.acts[line.act]
    for actor in act.actors if line.actor == "all" else (Audience(line.actor),):
        position = protocol.position(line.act, actor)
        assert line.rule in position.articles
        same = (line.school, line.act, line.actor)
        beside = [one for one in LINES if (one.school, one.act, one.actor) == same]
        assert position.stance in {one.stance for one in beside}
        if {one.stance for one in beside} == {line.stance}:
            assert [one for one in line.ask.split(";") if one] == list(position.ask)
            said = position.conditions.nl if position.conditions else ""
            assert line.conditions in said if all(one.conditions for one in beside) else not said


def test_a_rule_for_one_actor_leaves_the_others_alone(schools: Norms):
    """School B asks decent language of parents; what pupils and staff write there is not told by it."""
    protocol = schools.protocols["school-b"]
    assert protocol.position("use-decent-language-online", Audience.PARENT).stance is Stance.REQUIRED
    for other in (Audience.PUPIL, Audience.TEACHER, Audience.LEADER):
        assert protocol.position("use-decent-language-online", other).stance is Stance.SILENT


@pytest.mark.parametrize("school", WRITTEN)
def test_the_file_of_a_school_is_what_its_rules_say(norms: Norms, school: str):
    file = DATA / "protocols" / f"school-{school}.toml"
    assert file.read_text(encoding="utf-8") == protocol_text(school, norms.acts)


@pytest.mark.parametrize("row", FURTHER, ids=lambda row: f"{row['school']}.{row['rule']}")
def test_a_rule_of_a_further_school_names_an_act_of_whom_it_addresses(norms: Norms, row: dict[str, str]):
    assert row["actor"] == "all" or Audience(row["actor"]) in norms.acts[row["act"]].actors
    assert Stance(row["stance"]) is not Stance.SILENT


@pytest.mark.parametrize(
    ("others", "what"),
    [
        ({row["act"] for row in FURTHER}, "of the eight, left out in turn"),
        (set(), "of the eight, without the further schools"),
    ],
)
def test_as_many_rules_of_a_school_that_is_left_out_have_an_act_as_the_document_tells(
    norms: Norms, others: set[str], what: str
):
    """An act that stands on the rules of that school alone doesn't count.

    What counts is a rule of another school, an article of the five protocols, or a national body's advice, on the act
    or on its opposite.
    """
    known = advised() | others
    for one in norms.protocols.values():
        known |= {act for act, stand in one.stands.items() if stand.articles}
    schools_of: dict[str, set[str]] = defaultdict(set)
    for line in LINES:
        schools_of[line.act].add(line.school)

    def stands_without(school: str, act: str) -> bool:
        pair = (act, norms.acts[act].counterpart)
        return any(one in known or schools_of.get(one, set()) - {school} for one in pair if one)

    found = {
        (line.school, line.rule)
        for line in LINES
        if line.says_the_rule and stands_without(line.school, line.act)
    }
    assert told(what) == figure(len(found), len(RULES)), sorted(set(RULES) - found)


@pytest.mark.parametrize(
    ("read", "what"), [("1", "of eighteen schools read next"), ("2", "of ten schools read")]
)
def test_as_many_rules_of_further_schools_had_an_act_at_once_as_the_document_tells(read: str, what: str):
    rows = [row for row in FURTHER if row["read"] == read]
    assert told(what) == figure(sum(row["first"] == "yes" for row in rows), len(rows))


@pytest.mark.parametrize(
    ("read", "what"), [("3", "of seventeen schools read in the third"), ("4", "of twelve schools read last")]
)
def test_as_many_rules_of_the_newest_schools_had_an_act_at_once_as_the_document_tells(read: str, what: str):
    rules: dict[tuple[str, str], bool] = {}
    for row in newest_rules():
        if row["read"] == read:
            key = row["school"], row["rule"]
            rules[key] = rules.get(key, False) or row["first"] == "yes"
    assert told(what) == figure(sum(rules.values()), len(rules))


def test_the_acts_of_the_newest_schools_are_there(norms: Norms):
    for row in newest_rules():
        if row["act"]:
            assert row["actor"] == "all" or Audience(row["actor"]) in norms.acts[row["act"]].actors, row


def figure(found: int, every: int) -> tuple[int, ...]:
    return found, every, round(100 * found / every)


def told(what: str) -> tuple[int, ...]:
    """Read a figure from the table of the document."""
    text = (ROOT / "docs" / "acts.md").read_text(encoding="utf-8")
    row = next(one for one in text.splitlines() if one.startswith(f"| {what}"))
    return tuple(map(int, re.findall(r"\d+", row)))
