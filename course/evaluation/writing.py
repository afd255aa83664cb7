"""A director writes an evaluation, and freezes it: from then on the database itself lets nobody change or remove it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, insert, select, update

from course.calendar import school_day, school_year
from course.curriculum.model import Purpose
from course.errors import Invalid, Refused
from course.evaluation.figures import figures_now, written
from course.evaluation.pages import Answer, Evaluation
from course.evaluation.rows import answers_text, evaluation_of, lines_of
from course.evaluation.tables import evaluations
from course.goals.evidence import plain
from course.goals.tables import evidence
from course.journal.journal import Entry, Event
from course.journal.journal import write as write_journal
from course.people.roles import Ability
from course.people.tables import schools
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from course.curriculum.model import Goal
    from course.journal.journal import Origin
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

MOST = 4000
"""Characters of one answer, of the decisions and of the new goals."""
QUESTIONS_IN, QUESTION = "kom-leren-stappen", "juni."
"""The goal set that asks the questions of June, and how their ids begin."""
TOO_LONG = "This is too long; keep it under 4000 characters."

_LOCK = select(schools.c.id).where(schools.c.id == bindparam("in_school", type_=Integer)).with_for_update()
_DRAFT = select(evaluations).where(
    evaluations.c.school_id == bindparam("in_school", type_=Integer), evaluations.c.frozen_at.is_(None)
)
_ADD = insert(evaluations).returning(evaluations.c.id)
_NOTE = insert(evidence)
_CHANGE = update(evaluations).where(evaluations.c.id == bindparam("draft", type_=Integer))


@dataclass(frozen=True, slots=True)
class Said:
    """What a director filled in."""

    answers: Mapping[str, str]
    """By the id of the goal that asks."""
    decisions: str
    new_goals: str
    revision: int
    """Of the page on which it was filled in; 0 where nothing was kept yet."""


def questions_of(library: Library) -> tuple[Goal, ...]:
    """List the questions of June, in their order; none where the content does not have them."""
    found = library.curriculum.goal_sets.get(QUESTIONS_IN)
    if found is None:
        return ()
    return tuple(one for one in found.goals.values() if one.id.partition(":")[2].startswith(QUESTION))


def draft_of(store: Store, library: Library, actor: Actor, now: datetime) -> Evaluation:
    """Give the draft of the own school, with every question that is asked now; an empty one where none was kept."""
    school_id = _school_of(actor)
    with store.read() as conn:
        row = conn.execute(_DRAFT, {"in_school": school_id}).first()
    year = school_year(school_day(now))
    kept = evaluation_of(row) if row else Evaluation(None, school_id, year, 0, (), "", (), (), None)
    said = {one.goal_id: one.answer for one in kept.answers}
    return replace(kept, school_year=year, answers=_answers(library, said))


def save_draft(store: Store, library: Library, actor: Actor, said: Said, now: datetime) -> None:
    """Keep a draft; Invalid with every slip, and under `revision` where somebody else changed it meanwhile."""
    school_id, values = _school_of(actor), _values(library, said, now)
    with store.write() as conn:
        _keep(conn, school_id, said, values)


def freeze(store: Store, library: Library, actor: Actor, said: Said, origin: Origin, *, noted_as: str) -> int:
    """Keep what is said with the figures as they stand now, for good; gives the id. Invalid for nothing said at all.

    It is evidence of itself for the goal that asks to look back: `noted_as` are the words in the logbook.
    """
    school_id, values = _school_of(actor), _values(library, said, origin.at)
    if not any((*(plain(one) for one in said.answers.values()), values["decisions"], values["new_goals"])):
        raise Invalid(decisions="Write down at least one answer or decision before you freeze it.")
    figures = figures_now(store, library, actor, school_day(origin.at))
    with store.write() as conn:
        kept = _keep(conn, school_id, said, {**values, "figures": written(figures), "frozen_at": origin.at})
        _note(conn, school_id, noted_as, origin)
        entry = Entry(
            at=origin.at,
            event=Event.EVALUATION_FROZEN,
            person_id=origin.person_id,
            board_id=actor.board_id,
            school_id=school_id,
            place=origin.place,
            detail=str(kept),
        )
        write_journal(conn, entry)
    return kept


def _note(conn: Connection, school_id: int, words: str, origin: Origin) -> None:
    day = school_day(origin.at)
    row = {
        "school_id": school_id,
        "goal": "",
        "school_year": school_year(day),
        "noted_by": origin.person_id,
        "happened_on": day,
        "words": words,
        "noted_at": origin.at,
        "purpose": Purpose.EVALUATION.value,
    }
    conn.execute(_NOTE, row)


def _keep(conn: Connection, school_id: int, said: Said, values: Mapping[str, object]) -> int:
    conn.execute(_LOCK, {"in_school": school_id}).one()
    row = conn.execute(_DRAFT, {"in_school": school_id}).first()
    if said.revision != (row.revision if row else 0):
        raise Invalid(
            revision="Somebody else changed this draft meanwhile. Copy your text, and open the page anew."
        )
    changed = {**values, "revision": said.revision + 1}
    if row is None:
        return int(conn.execute(_ADD, {**changed, "school_id": school_id}).scalar_one())
    conn.execute(_CHANGE.values(**changed), {"draft": row.id})
    return int(row.id)


def _values(library: Library, said: Said, now: datetime) -> dict[str, object]:
    answers = _answers(library, {one: plain(answer) for one, answer in said.answers.items()})
    decisions, new_goals = plain(said.decisions), "\n".join(lines_of(plain(said.new_goals)))
    slips = {one.goal_id: TOO_LONG for one in answers if len(one.answer) > MOST}
    slips |= {
        name: TOO_LONG
        for name, text in (("decisions", decisions), ("new_goals", new_goals))
        if len(text) > MOST
    }
    if slips:
        raise Invalid(**slips)
    return {
        "school_year": school_year(school_day(now)),
        "answers": answers_text(answers),
        "decisions": decisions,
        "new_goals": new_goals,
    }


def _answers(library: Library, said: Mapping[str, str]) -> tuple[Answer, ...]:
    return tuple(Answer(one.id, one.words, said.get(one.id, "")) for one in questions_of(library))


def _school_of(actor: Actor) -> int:
    if actor.school_id is None or not actor.may(Ability.LEAD_SCHOOL):
        raise Refused(told("only a school's director writes its evaluation"))
    return actor.school_id
