"""The rule about goals: each stands on an article of a protocol that sets one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.model import ArticleKind
from course.reading.findings import offer

if TYPE_CHECKING:
    from course.curriculum.rules.case import Case


def article_of_goal(case: Case) -> None:
    """See that the article of a goal exists and is a goal, but for one of a protocol that can't be read."""
    protocols = case.norms.protocols
    for goal in case.curriculum.goals.values():
        findings = case.file(f"curriculum/goals/{goal.id.partition(':')[0]}.toml")
        protocol = protocols.get(goal.protocol)
        article = protocol.articles.get(goal.article) if protocol else None
        if not protocols or (protocol and not protocol.articles):
            continue
        if not protocol:
            remedy = f"See norms/protocols/.{offer(goal.protocol, protocols)}"
            message = f"There is no protocol {goal.protocol!r}."
            findings.error(goal.line, "unknown-protocol", message, remedy)
        elif not article:
            remedy = f"See norms/protocols/{goal.protocol}.toml.{offer(goal.article, protocol.articles)}"
            message = f"{goal.protocol} has no article {goal.article}."
            findings.error(goal.line, "unknown-article", message, remedy)
        elif article.kind is not ArticleKind.GOAL:
            message = f"Article {goal.article} is a {article.kind}, not a goal."
            findings.warning(goal.line, "not-a-goal", message, "Name the article that sets the goal.")
