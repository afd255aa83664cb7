"""The rule about the articles that a lesson says it teaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.findings import offer
from course.reading.told import told

if TYPE_CHECKING:
    from course.scenario.rules.case import Case


def unknown_article(case: Case) -> None:
    """See that every article in the front matter exists: one that does not would teach nothing, unnoticed.

    Nothing is called unknown of a protocol without articles, or while there is none: that is told in its own file. A
    protocol whose name is like none may have been taken out by a board that needs it not: that is a hint.
    """
    protocols = case.norms.protocols
    if not protocols:
        return
    line = case.lesson.key_lines.get("articles", 1)
    for reference in case.lesson.articles:
        owner, _, article = reference.partition(":")
        if owner not in protocols:
            near = offer(owner, protocols)
            tell = case.error if near else case.hint
            remedy = told("Write `protocol:article`.%(near)s", near=near)
            tell(
                line,
                "unknown-protocol",
                told("`%(reference)s` names no protocol.", reference=reference),
                remedy,
            )
        elif protocols[owner].articles and article not in protocols[owner].articles:
            remedy = told(
                "See norms/protocols/%(owner)s.toml.%(offer)s",
                owner=owner,
                offer=offer(article, protocols[owner].articles),
            )
            case.error(
                line,
                "unknown-article",
                told("`%(owner)s` has no article `%(article)s`.", owner=owner, article=article),
                remedy,
            )
