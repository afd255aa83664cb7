"""Rules about sets of goals: an article that sets one exists, and the words are for schools with any protocol."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.norms.model import ArticleKind
from course.reading.findings import offer

if TYPE_CHECKING:
    from course.curriculum.model import Goal
    from course.curriculum.rules.case import Case
    from course.norms.model import Protocol
    from course.reading.findings import Findings


def article_of_goal(case: Case) -> None:
    """See that the article of a goal exists and is a goal, but for one of a protocol that can't be read."""
    for goal_set in case.curriculum.goal_sets.values():
        findings = case.file(f"curriculum/goals/{goal_set.id}.toml")
        protocol = case.norms.protocols.get(goal_set.protocol)
        if goal_set.protocol and not protocol and case.norms.protocols:
            remedy = f"See norms/protocols/.{offer(goal_set.protocol, case.norms.protocols)}"
            findings.error(1, "unknown-protocol", f"There is no protocol {goal_set.protocol!r}.", remedy)
        if protocol and protocol.articles:
            for goal in goal_set.goals.values():
                if goal.article:
                    _article(findings, goal, protocol)


def words_for_any_school(case: Case) -> None:
    """See that no goal names a protocol: schools that go by another one read it too."""
    names = {one.name for one in case.norms.protocols.values() if one.name}
    for goal_set in case.curriculum.goal_sets.values():
        findings = case.file(f"curriculum/goals/{goal_set.id}.toml")
        for goal in goal_set.goals.values():
            said = (goal.words.nl, goal.words.en, goal.explanation.nl, goal.explanation.en)
            for name in sorted(
                name for name in names if re.search(rf"\b{re.escape(name)}\b", " ".join(said))
            ):
                message = f"The goal speaks of {name}; schools with another protocol read it too."
                findings.warning(goal.line, "names-a-protocol", message, "Say it without that name.")


def _article(findings: Findings, goal: Goal, protocol: Protocol) -> None:
    article = protocol.articles.get(goal.article)
    if not article:
        remedy = f"See norms/protocols/{protocol.id}.toml.{offer(goal.article, protocol.articles)}"
        message = f"{protocol.id} has no article {goal.article}."
        findings.error(goal.line, "unknown-article", message, remedy)
    elif article.kind is not ArticleKind.GOAL:
        message = f"Article {goal.article} is a {article.kind}, not a goal."
        findings.warning(goal.line, "not-a-goal", message, "Name the article that sets the goal.")
