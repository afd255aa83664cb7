"""The rules as a pupil reads them: what one can keep to first, the rest folded away, and all that a verdict may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.model import ArticleKind, Audience
from web.rules.routes import RULES

if TYPE_CHECKING:
    from course.library import Library
    from tests.web.conftest import Visitor


def test_a_pupil_reads_rules_first_and_explanations_folded_away(visitor: Visitor, library: Library) -> None:
    html = visitor.as_pupil().get("/rules/protocol").text
    rules, _mark, background = html.partition("<details")
    for article in library.norms.protocols["kom-leren"].articles.values():
        place = f'id="{article.id}"'
        if Audience.PUPIL not in article.audience:
            assert place not in html
        elif article.teachable and article.kind in RULES:
            assert place in rules
        else:
            assert place in background
    assert ArticleKind.FACT not in RULES


def test_staff_read_all_that_is_asked_of_anybody(visitor: Visitor, library: Library) -> None:
    rules = visitor.as_teacher().get("/rules/protocol").text.partition("<details")[0]
    for article in library.norms.protocols["kom-leren"].articles.values():
        assert (f'id="{article.id}"' in rules) is article.teachable
