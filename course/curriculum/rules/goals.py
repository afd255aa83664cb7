"""Rules about sets of goals: an article that sets one exists, and the words are for schools with any protocol."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.norms.model import ArticleKind
from course.reading.findings import offer
from course.reading.told import told

if TYPE_CHECKING:
    from course.curriculum.model import Goal
    from course.curriculum.rules.case import Case
    from course.norms.model import Protocol
    from course.reading.findings import Findings


def article_of_goal(case: Case) -> None:
    """See that the article of a goal exists and is a goal or a step, but for one of a protocol that can't be read."""
    for goal_set in case.curriculum.goal_sets.values():
        findings = case.file(f"curriculum/goals/{goal_set.id}.toml")
        protocol = case.norms.protocols.get(goal_set.protocol)
        if goal_set.protocol and not protocol and case.norms.protocols:
            remedy = told(
                "See norms/protocols/.%(offer)s", offer=offer(goal_set.protocol, case.norms.protocols)
            )
            findings.error(
                1,
                "unknown-protocol",
                told("There is no protocol %(protocol)r.", protocol=goal_set.protocol),
                remedy,
            )
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
                message = told(
                    "The goal speaks of %(name)s; schools with another protocol read it too.", name=name
                )
                findings.warning(goal.line, "names-a-protocol", message, told("Say it without that name."))


def _article(findings: Findings, goal: Goal, protocol: Protocol) -> None:
    article = protocol.articles.get(goal.article)
    if not article:
        remedy = told(
            "See norms/protocols/%(id)s.toml.%(offer)s",
            id=protocol.id,
            offer=offer(goal.article, protocol.articles),
        )
        message = told("%(id)s has no article %(article)s.", id=protocol.id, article=goal.article)
        findings.error(goal.line, "unknown-article", message, remedy)
    elif article.kind not in {ArticleKind.GOAL, ArticleKind.PROCEDURE}:
        message = told(
            "Article %(article)s is a %(kind)s, not a goal.", article=goal.article, kind=article.kind
        )
        findings.warning(goal.line, "not-a-goal", message, told("Name the article that sets the goal."))
