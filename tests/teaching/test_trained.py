"""What a module trains is what its learners are shown under the rules of their own school, and no wish of a file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course.library.coverage import coverage_under
from course.norms.model import Audience
from course.teaching.trained import Trained, trained
from tests.rulebooks.rules import library

PUPILS, STAFF = "mag-deze-foto", "leerlingen-als-vriend"


def under(protocol: str, module: str = PUPILS, audience: Audience = Audience.PUPIL) -> Trained:
    return trained(library(), library().module(module), protocol, audience)


@pytest.mark.parametrize("protocol", ["kom-leren", "verkruisen", "compass"])
def test_every_article_is_the_schools_own_and_speaks_to_the_learners(protocol: str) -> None:
    articles = [one.article for one in under(protocol).articles]
    assert articles
    assert {one.protocol for one in articles} == {protocol}
    assert all(Audience.PUPIL in one.audience for one in articles)


@pytest.mark.parametrize("protocol", ["kom-leren", "verkruisen"])
def test_articles_are_those_that_coverage_counts_for_this_module(protocol: str) -> None:
    rows = coverage_under(library(), protocol)
    for one in under(protocol).articles:
        if one.article.teachable:
            cell = rows[one.article.id]["pupil"]
            lessons = set(library().module(PUPILS).lessons)
            assert bool(lessons & set(cell["lessons"])) is (one.places.decisions > 0)
            asked = [name for name in cell["questions"] if name.startswith(f"{PUPILS}#")]
            assert len(asked) == one.places.questions


def test_core_goals_are_those_of_the_learners_own_kind_of_school() -> None:
    refs = [one.item.ref for one in under("kom-leren").goals]
    assert "slo:po:24A" in refs
    assert not any(one.startswith("slo:vo:") for one in refs)
    staff = [one.item.ref for one in under("kom-leren", STAFF, Audience.TEACHER).goals]
    assert staff
    assert all(one.startswith("digcomp:") for one in staff)


def test_a_module_about_what_nobody_decided_trains_no_goal() -> None:
    known = library()
    mute = replace(known.norms.protocols["kom-leren"], id="mute", articles={}, stands={})
    national = {
        name: replace(getattr(known.norms, name), stands={}) for name in ("law", "agreement", "guidance")
    }
    silent = replace(known, norms=replace(known.norms, **national)).with_protocols(mute)
    found = trained(silent, silent.module(PUPILS), "mute", Audience.PUPIL)
    assert (found.articles, found.goals) == ((), ())


def test_labels_are_as_a_teacher_knows_them() -> None:
    labels = {one.item.label for one in under("kom-leren").goals}
    assert {"SLO 24A", "DigComp 2.2"} <= labels
