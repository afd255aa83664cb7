"""Gaps with a law that binds stand apart from those with an agreement, and one sentence mends what it can."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pytest

from course.norms.judge import gaps
from course.norms.model import Gap, Source
from web.display.gaps import gaps_view

if TYPE_CHECKING:
    from course.library import Library


@pytest.mark.parametrize("protocol", ["kom-leren", "verkruisen", "edu-ley", "compass", "cvo-nwf"])
def test_every_gap_stands_in_one_place(library: Library, protocol: str) -> None:
    found = gaps(library.norms, protocol)
    view = gaps_view(library.norms.protocols[protocol], found)
    for source, part in ((Source.LAW, view.law), (Source.AGREEMENT, view.agreements)):
        silent = list(chain.from_iterable(judgements for _articles, judgements in part.silent))
        assert all(one.gap is Gap.BELOW_LAW for one in part.milder)
        assert all(one.gap is Gap.SILENT for one in silent)
        assert part.silent_count == len(silent)
        expected = {one.act.id for one in found if one.gap_source is source}
        assert {one.act.id for one in (*part.milder, *silent)} == expected


def test_acts_under_the_same_articles_of_the_law_stand_together(library: Library) -> None:
    view = gaps_view(library.norms.protocols["verkruisen"], gaps(library.norms, "verkruisen"))
    articles = [found for found, _judgements in view.law.silent]
    assert len(articles) == len(set(articles))
    for found, judgements in view.law.silent:
        assert {one.law_articles for one in judgements} == {found}
