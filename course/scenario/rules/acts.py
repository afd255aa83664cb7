"""Rules about the acts that choices perform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.judge import actors_of
from course.norms.model import Audience
from course.reading.findings import did_you_mean
from course.reading.told import told
from course.scenario.settle import rules_asked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.scenario.rules.case import Case

GROWN_UP: Mapping[str, Audience] = {"staff": Audience.TEACHER, "parents": Audience.PARENT}
"""Who learns in a band that is not of pupils."""


def unknown_act(case: Case) -> None:
    """See that every act exists, of choices and of parts for some schools.

    While no act is known at all, because the acts file can't be read, no act is called unknown.
    """
    if not case.norms.acts:
        return
    named = [(act, choice.line) for choice in case.choices for act in choice.acts]
    named += [(one.act, one.line) for one in rules_asked(case.lesson) if one.act]
    for act, line in named:
        if act not in case.norms.acts:
            otherwise = told("Name an act of `norms/acts.toml`, or add it there.")
            remedy = did_you_mean(act, case.norms.acts, otherwise)
            case.error(line, "unknown-act", told("There is no act `%(act)s`.", act=act), remedy)


def strange_actor(case: Case) -> None:
    """See that a choice's act is one that the learner of this lesson may perform, or does in the part they play in it."""
    fitting: set[Audience] = {Audience(one) for one in case.lesson.plays}
    for band in case.lesson.bands:
        fitting |= actors_of(GROWN_UP.get(band, Audience.PUPIL))
    named = [(act, choice.line) for choice in case.choices for act in choice.acts]
    for name, line in named:
        act = case.norms.acts.get(name)
        if act is not None and act.actors and fitting and not fitting.intersection(act.actors):
            actors = ", ".join(act.actors)
            message = told(
                "The act `%(id)s` is done by %(actors)s, and not by who plays this lesson.",
                id=act.id,
                actors=actors,
            )
            remedy = told("Choose an act of the learner's own, or write the choice without an act.")
            case.warning(line, "strange-actor", message, remedy)
