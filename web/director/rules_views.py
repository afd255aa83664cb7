"""What the page about a school's own rules is given: how pupils decide on each, and what the rules leave blank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import format_date

from web.display.shares import STEPS, share_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from course.figures.counts import Share
    from course.figures.rules import RuleShare
    from course.norms.judgement import Judgement
    from course.norms.model import Article, Theme
    from course.teaching.blanks import Blanks
    from web.display.goals import GoalCard, GoalsView


@dataclass(frozen=True, slots=True)
class RulesView:
    """The own rules in use."""

    shares: tuple[RuleShare, ...]
    words: Mapping[Share, str]
    steps: Mapping[Share, int]
    untaught: tuple[Article, ...]
    advised: tuple[tuple[Theme, tuple[Judgement, ...]], ...]
    """By theme, in the order in which a school is asked about them."""
    advised_count: int
    without_evidence: tuple[GoalCard, ...]
    has_contacts: bool
    review: str
    """The day on which the rules are to be looked at again; empty where the school named none."""
    is_overdue: bool


def rules_view(
    shares: tuple[RuleShare, ...],
    blanks: Blanks,
    themes: Mapping[str, Theme],
    goals: GoalsView,
    *,
    has_contacts: bool,
    today: date,
) -> RulesView:
    """Put together what is known of the rules, and what is still to do about them."""
    by_theme: dict[str, list[Judgement]] = {}
    for one in blanks.advised:
        by_theme.setdefault(one.act.theme, []).append(one)
    review = blanks.review_on
    return RulesView(
        shares=shares,
        words=share_words(),
        steps=STEPS,
        untaught=blanks.untaught,
        advised=tuple(
            (theme, tuple(by_theme[theme.id])) for theme in themes.values() if theme.id in by_theme
        ),
        advised_count=len(blanks.advised),
        without_evidence=tuple(
            one for one in goals.cards if not one.state.progress.is_met and not one.state.noted
        ),
        has_contacts=has_contacts,
        review=format_date(review, "d MMMM yyyy") if review else "",
        is_overdue=review is not None and review < today,
    )
