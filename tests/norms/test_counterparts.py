"""Every act was looked at for an opposite: it has one, or it is told why none; and no source wants both halves of a pair."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from course.norms.model import Audience, Source, Stance
from course.norms.read import read_norms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.norms.model import Norms, Position

WHY = {"leaving-it", "whether-or-how", "beside-another"}
"""Only leaving it is its opposite, which nobody sees; schools differ in whether and how, which stance and conditions say;
or its opposite stands beside another act, which is named."""
WANTED = {Stance.REQUIRED, Stance.ENCOURAGED}
UNWANTED = {Stance.FORBIDDEN, Stance.DISCOURAGED}

HALVES = {
    (
        "verkruisen",
        "school-ask-photo-consent-once-at-enrolment",
    ): "asking at enrolment says nothing of asking again",
    ("law", "follow-consent-given-by-parents"): "what may be shown says nothing of whom one may photograph",
    ("edu-ley", "think-twice-before-posting"): "the matrix reads it as silent on an impulse",
}
"""What a source requires of an act without speaking of its opposite, and why."""


@pytest.fixture(scope="module")
def norms() -> Norms:
    return read_norms(Path(__file__).parents[2])[0]


def alone() -> dict[str, dict[str, str]]:
    with (Path(__file__).parent / "data" / "alone.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len({row["act"] for row in rows})
    return {row["act"]: row for row in rows}


def pairs(norms: Norms) -> Iterator[tuple[str, str, str, Audience, Position, Position]]:
    """Every pair of opposites, once, with what one source says of both to one actor."""
    for act in norms.acts.values():
        other = act.counterpart or ""
        if other <= act.id:
            continue
        for who in set(act.actors) & set(norms.acts[other].actors):
            for protocol in norms.protocols.values():
                yield (
                    protocol.id,
                    act.id,
                    other,
                    who,
                    protocol.position(act.id, who),
                    protocol.position(other, who),
                )
            for source in (Source.LAW, Source.AGREEMENT, Source.GUIDANCE):
                rules = norms.national(source)
                yield source, act.id, other, who, rules.position(act.id, who), rules.position(other, who)


def test_the_opposite_of_an_opposite_is_the_act_itself(norms: Norms):
    paired = [act for act in norms.acts.values() if act.counterpart]
    assert len(paired) >= 210
    assert all(norms.acts[act.counterpart or ""].counterpart == act.id for act in paired)
    assert all(set(act.actors) & set(norms.acts[act.counterpart or ""].actors) for act in paired)
    assert all(act.theme == norms.acts[act.counterpart or ""].theme for act in paired)


def test_an_act_without_an_opposite_says_why(norms: Norms):
    reasons = alone()
    assert set(reasons) == {act.id for act in norms.acts.values() if not act.counterpart}
    assert {row["why"] for row in reasons.values()} == WHY
    for row in reasons.values():
        assert (row["see"] in norms.acts) is (row["why"] == "beside-another"), row


def test_no_source_wants_both_halves_or_neither(norms: Norms):
    wrong = [
        (source, act, other, who.value)
        for source, act, other, who, one, two in pairs(norms)
        if {one.stance, two.stance} <= WANTED or {one.stance, two.stance} <= UNWANTED
    ]
    assert wrong == []


def test_what_a_source_requires_it_does_not_allow_the_opposite_of(norms: Norms):
    wrong = [
        (source, act, other, who.value)
        for source, act, other, who, one, two in pairs(norms)
        if Stance.REQUIRED in {one.stance, two.stance}
        and {one.stance, two.stance} & {Stance.ALLOWED, Stance.ENCOURAGED}
    ]
    assert wrong == []


def test_what_a_source_requires_it_speaks_of_the_opposite_too(norms: Norms):
    """An author who uses the other half of the pair meets the same article."""
    halves = {
        (str(source), act if one.stance is Stance.REQUIRED else other)
        for source, act, other, _, one, two in pairs(norms)
        if {one.stance, two.stance} == {Stance.REQUIRED, Stance.SILENT}
    }
    assert halves == set(HALVES)
