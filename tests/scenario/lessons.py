"""Small lessons, and norms to judge them by, for the tests of walk, audit and graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.model import (
    NO_STAND,
    Act,
    Audience,
    NationalRules,
    Norms,
    Position,
    Protocol,
    Stance,
    Stand,
)
from course.reading.words import Words
from course.scenario.read import read_lesson

if TYPE_CHECKING:
    from course.scenario.model import Lesson

FRONT = """---
title: Les
module: m
bands: [{band}]
minutes: 5
cast:
  noor: {{name: Noor, picture: noor.svg}}
---
# Les

"""


def lesson_of(scenes: str, band: str = "po-7-8") -> Lesson:
    """The lesson with these scenes; the text must be without problems."""
    lesson, problems = read_lesson(FRONT.format(band=band) + scenes, "lessons/les/nl.md", "les")
    assert problems == ()
    assert lesson is not None
    return lesson


def act(act_id: str, *actors: Audience) -> Act:
    """An act by pupils, or by these actors."""
    return Act(act_id, actors or (Audience.PUPIL,), "theme", Words(act_id, act_id), "")


def protocol(protocol_id: str, **stances: Stance) -> Protocol:
    """A protocol with these stances; an underscore in a name stands for a hyphen."""
    stands = {name.replace("_", "-"): Stand(Position(stance)) for name, stance in stances.items()}
    return Protocol(protocol_id, protocol_id, protocol_id, "1", None, (), (), {}, stands, {})


def norms_of(acts: list[Act], *protocols: Protocol) -> Norms:
    """These acts and protocols, and a law that is silent on all."""
    law = NationalRules({}, {one.id: NO_STAND for one in acts})
    return Norms({one.id: one for one in acts}, {one.id: one for one in protocols}, law)
