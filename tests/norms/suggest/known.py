"""Rules of real schools with the acts that say them, and how often these are found with the rule's own school left out."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from course.norms.model import Audience, Norms
from course.norms.suggest.suggester import Link, suggester

DATA = Path(__file__).parents[1] / "data"


@dataclass
class Rule:
    school: str
    text: str
    acts: list[tuple[str, Audience | None]] = field(default_factory=list)


def _actor(word: str) -> Audience | None:
    return None if word == "all" else Audience(word)


def rules_of_eight() -> list[Rule]:
    texts = {
        (file.stem[-1], number): text
        for file in (DATA / "rules").glob("*.md")
        for number, text in re.findall(
            r"^(\d+)\. (.*) \(\w+\)$", file.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    found: dict[tuple[str, str], Rule] = {}
    with (DATA / "rules.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = row["school"], row["rule"]
            if row["fit"] == "exact":
                rule = found.setdefault(key, Rule(row["school"], texts[key]))
                rule.acts.append((row["act"], _actor(row["actor"])))
    return list(found.values())


def further_rules() -> list[Rule]:
    return _rules_in("further.csv")


def unseen_rules() -> list[Rule]:
    """Rules of schools that were read last, when the other ways of saying an act had been written down."""
    return _rules_in("unseen.csv")


def newest_rules(read: str) -> list[Rule]:
    """Rules of schools read in the third round, from which acts were added, or in the fourth, from which nothing was.

    A rule that no act says stays in the list: it can't be found.
    """
    found: dict[tuple[str, str], Rule] = {}
    with (DATA / "newest.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["read"] == read:
                key = row["school"], row["text"]
                rule = found.setdefault(key, Rule(*key))
                if row["act"] and row["first"] != "near":
                    rule.acts.append((row["act"], _actor(row["actor"])))
    return list(found.values())


def _rules_in(name: str) -> list[Rule]:
    found: dict[tuple[str, str], Rule] = {}
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = row["school"], row["text"]
            found.setdefault(key, Rule(*key)).acts.append((row["act"], _actor(row["actor"])))
    return list(found.values())


def links(rules: list[Rule]) -> tuple[Link, ...]:
    return tuple(Link(rule.text, act) for rule in rules for act, _ in rule.acts)


@dataclass
class Tally:
    rules: int = 0
    found: int = 0
    """Rules of which an act is among the first five."""
    acts: int = 0
    found_acts: int = 0


def tally(norms: Norms, asked: list[Rule], evidence: list[Rule], *, by_actor: bool = True) -> Tally:
    """Ask for each rule, with what its own school said, and who says the very same, left out of the evidence."""
    counted = Tally()
    by_school: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in asked:
        by_school[rule.school].append(rule)
    for school, own in by_school.items():
        same = {rule.text for rule in own}
        others = [rule for rule in evidence if rule.school != school and rule.text not in same]
        proposing = suggester(norms, links(others))
        for rule in own:
            hits = [
                act in {one.id for one in proposing.acts(rule.text, actor if by_actor else None)}
                for act, actor in rule.acts
            ]
            counted.rules += 1
            counted.found += any(hits)
            counted.acts += len(hits)
            counted.found_acts += sum(hits)
    return counted
