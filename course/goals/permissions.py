"""Who may note evidence for what, and who may take it out: asked before rows are written, and before a form is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.curriculum.model import Measure
from course.people.roles import Ability, Reach

if TYPE_CHECKING:
    from course.curriculum.model import Goal
    from course.goals.pages import Evidence
    from course.people.actor import Actor


def may_note_for_any_group(actor: Actor) -> bool:
    """Whether somebody notes for every group of the own school, and not for the own groups only."""
    return actor.reach(Ability.NOTE_EVIDENCE) is Reach.OWN_SCHOOL


def may_note_for_group(actor: Actor, group_id: int) -> bool:
    """Whether a group of the own school is somebody's to name; that it is of the own school is for the store to say."""
    return may_note_for_any_group(actor) or (actor.may(Ability.NOTE_EVIDENCE) and group_id in actor.group_ids)


def may_note_for_school(actor: Actor, goal: Goal) -> bool:
    """Whether evidence may be about the whole school: not from a single teacher, nor where groups are counted."""
    return may_note_for_any_group(actor) and goal.measure is not Measure.EVIDENCE_GROUPS


def may_withdraw(actor: Actor, entry: Evidence) -> bool:
    """Whether an entry is somebody's to take out and to put back: any of the school for a director, else the own ones."""
    if entry.school_id != actor.school_id or not actor.may(Ability.NOTE_EVIDENCE):
        return False
    return may_note_for_any_group(actor) or entry.noted_by_id == actor.person_id


def may_review(actor: Actor, entry: Evidence) -> bool:
    """Whether somebody confirms an entry or asks back: who notes for the whole school, and of that school alone."""
    return entry.school_id == actor.school_id and may_note_for_any_group(actor)
