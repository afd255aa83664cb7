"""A small world for the tests of learning, reports and goals: content through the real readers, people in the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread
from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.calendar import school_day
from course.curriculum.model import Curriculum, Goal, GoalSet, Measure, Module
from course.enrolment.counters import counted_anew
from course.library import Library
from course.naming import sort_key
from course.norms.model import Audience, Stance
from course.norms.table import VerdictTable
from course.people.actor import Actor
from course.people.roles import Role
from course.people.tables import boards, class_sessions, groups, memberships, persons, roles, schools
from course.quiz.read import read_quiz
from course.reading.words import Words
from course.scenario.read import read_lesson
from tests.builders import goals_for
from tests.scenario.lessons import act, norms_of, protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Table

    from course.quiz.model import Quiz
    from course.scenario.model import Lesson
    from course.store.store import Store

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

FRONT = """---
title: {title}
module: {module}
bands: [po-7-8]
minutes: 5
cast:
  noor: {{name: Noor, picture: noor.svg}}
---
# {title}

"""

FOTO = """## Begin

De foto.

- [Ik deel hem](#gedeeld){act=share}
  > Dat gaat snel.
- [Ik vraag het](#gevraagd){act=ask}
  > Dan weet je het.

## Gedeeld

::: when act=share stance=forbidden
Hier mag dat niet.
:::

- [Ik haal hem weg](#weg)
  > Beter laat dan nooit.
- [Ik lach](#ruzie){act=mock}
  > Au.

## Gevraagd

- [Verder](#samen)
  > Ja dus.

## Weg

Weg is weg.

{.sad}
## Ruzie

Boos.

## Samen

Fijn.

{.later}
## Drie weken later

- [Ik vraag weer](#mooi){act=ask}
  > Zo kan het.
- [Ik deel](#jammer){act=share}
  > Nee hoor.

## Mooi

Klaar.

## Jammer

Klaar.
"""

GELUID = """## Start

- [Ik neem op](#opname){act=share}
  > Zomaar.
- [Ik vraag eerst](#stil){act=ask}
  > Netjes.

## Opname

Hoor.

## Stil

Stil.
"""

VRIEND = """## Verzoek

- [Ik zeg ja](#ja){act=mock}
  > Hm.
- [Ik zeg nee](#nee)
  > Goed dan.

## Ja

Oei.

## Nee

Rust.
"""


def question(name: str) -> str:
    """A single question of which "a" is right."""
    return f"""
{{#{name}}}
## Vraag {name}?

- [x] goed
- [ ] fout
  > Nee.

> Zo zit het.
"""


BANK = "---\ntitle: {title}\nmodule: {module}\ndraw: {draw}\n---\n"


def lesson_of(lesson_id: str, module: str, scenes: str) -> Lesson:
    """Read a lesson; its text must be without problems."""
    text = FRONT.format(title=lesson_id, module=module) + scenes
    lesson, problems = read_lesson(text, f"lessons/{lesson_id}/nl.md", lesson_id)
    assert problems == ()
    assert lesson is not None
    return lesson


def quiz_of(quiz_id: str, names: list[str], draw: int = 3, extra: str = "") -> Quiz:
    """Read a question bank of single questions; its text must be without problems."""
    text = BANK.format(title=quiz_id, module=quiz_id, draw=draw) + "".join(map(question, names)) + extra
    quiz, problems = read_quiz(text, f"quizzes/{quiz_id}.md", quiz_id)
    assert problems == ()
    assert quiz is not None
    return quiz


def module(module_id: str, audience: Audience, *lessons: str) -> Module:
    """A module whose quiz has its own name."""
    words = Words(module_id, module_id)
    bands = ("po-7-8",) if audience is Audience.PUPIL else ("staff",)
    return Module(module_id, words, words, audience, bands, lessons, module_id, "x.svg")


def goal(name: str, measure: Measure, target: int, month: int) -> Goal:
    """A goal of the strict protocol."""
    return Goal(
        f"streng:{name}", "streng", name, Words(name, name), Words(name, name), month, measure, target
    )


_GOALS = (
    goal("profiel", Measure.EVIDENCE_SCHOOL, 1, 9),
    goal("ouders", Measure.EVIDENCE_GROUPS, 0, 12),
    goal("groepen", Measure.GROUPS_COMPLETED, 2, 3),
)
GOALS = GoalSet(
    "streng",
    Words("Drie", "Three"),
    Words("Van streng", "Of streng"),
    "streng",
    {one.id: one for one in _GOALS},
)
"""The set of goals there is, which the world's board has adopted."""


def a_library() -> Library:
    """Two pupils' modules and one for staff; `share` is forbidden at "streng" and allowed at "mild"."""
    acts = [act("share"), act("ask"), act("mock", Audience.PUPIL, Audience.TEACHER)]
    norms = norms_of(
        acts,
        protocol("streng", share=Stance.FORBIDDEN, ask=Stance.ENCOURAGED, mock=Stance.FORBIDDEN),
        protocol("mild", share=Stance.ALLOWED, ask=Stance.ALLOWED, mock=Stance.DISCOURAGED),
    )
    modules = (
        module("foto", Audience.PUPIL, "foto", "geluid"),
        module("kort", Audience.PUPIL, "kort"),
        module("vriend", Audience.TEACHER, "vriend"),
    )
    lessons = {
        "foto": lesson_of("foto", "foto", FOTO),
        "geluid": lesson_of("geluid", "foto", GELUID),
        "kort": lesson_of("kort", "kort", GELUID),
        "vriend": lesson_of("vriend", "vriend", VRIEND),
    }
    quizzes = {
        "foto": quiz_of("foto", ["een", "twee", "drie", "vier", "vijf", "zes", "zeven"]),
        "kort": quiz_of("kort", ["een"], draw=1),
        "vriend": quiz_of("vriend", ["een", "twee"], draw=2),
    }
    return Library(
        root=Path(),
        norms=norms,
        table=VerdictTable(norms),
        lessons={name: {"nl": one} for name, one in lessons.items()},
        quizzes=quizzes,
        curriculum=Curriculum({one.id: one for one in modules}, {GOALS.id: GOALS}, {}),
    )


def with_lesson(library: Library, lesson: Lesson) -> Library:
    """The library after an author changed a lesson."""
    return replace(library, lessons={**library.lessons, lesson.id: {"nl": lesson}})


def with_quiz(library: Library, quiz: Quiz) -> Library:
    """The library after an author changed a question bank."""
    return replace(library, quizzes={**library.quizzes, quiz.id: quiz})


def with_module(library: Library, module: Module) -> Library:
    """The library after an author added a module, of lessons and a quiz that are there."""
    of_all = {**library.curriculum.modules, module.id: module}
    return replace(library, curriculum=replace(library.curriculum, modules=of_all))


def at_once(*clicks: Callable[[], object]) -> list[object]:
    """Do all of this at the same moment; what each gave or raised, in the same order."""
    gate, given = Barrier(len(clicks)), [None] * len(clicks)

    def run(place: int, click: Callable[[], object]) -> None:
        gate.wait()
        try:
            given[place] = click()
        except Exception as error:  # noqa: BLE001 - the test looks at it
            given[place] = error

    threads = [Thread(target=run, args=one) for one in enumerate(clicks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given


class World:
    """People in a store, added one by one; everybody is of one board."""

    def __init__(self, store: Store) -> None:
        """Begin with a board that adopted the goals there are."""
        self.store = store
        self.board = self._add(boards, name="Bestuur")
        goals_for(store, self.board, GOALS, 2025)

    def school(self, name: str = "De Eik", protocol: str = "streng") -> int:
        """Add a school."""
        adopted = date(2014, 6, 4)
        return self._add(schools, board_id=self.board, name=name, protocol=protocol, adopted_on=adopted)

    def group(self, school: int, name: str = "7B", year: int = 2026) -> int:
        """Add a group."""
        return self._add(groups, school_id=school, name=name, school_year=year)

    def person(
        self,
        role: Role,
        school: int | None,
        *group_ids: int,
        name: str = "Sem",
        protocol: str | None = "streng",
        year_group: str = "7",
    ) -> Actor:
        """Add somebody, and give who that is once signed in."""
        added = {"board_id": self.board, "created_at": NOW - timedelta(days=90)}
        person = self._add(persons, name=name, sort_key=sort_key(name), year_group=year_group, **added)
        day = date(2026, 8, 1)
        role_id = self._add(
            roles, person_id=person, role=role, board_id=self.board, school_id=school, from_on=day
        )
        with self.store.write() as conn, counted_anew(conn, [person]):
            for group in group_ids:
                row = {"group_id": group, "person_id": person, "role": role, "from_on": day}
                conn.execute(insert(memberships), row)
        return Actor(
            person_id=person,
            role_id=role_id,
            role=role,
            name=name,
            board_id=self.board,
            board_name="Bestuur",
            school_id=school,
            school_name="De Eik" if school else "",
            protocol=protocol if school else None,
            group_ids=group_ids,
            year_group=year_group if role is Role.PUPIL else None,
            locale="nl",
            sign_in="0" * 64,
            expires_at=NOW + timedelta(hours=8),
            seen_at=NOW,
            today=school_day(NOW),
        )

    def session(self, group: int, teacher: Actor, code: str, **moments: datetime) -> int:
        """Open a class session."""
        values = {"opened_at": NOW, "expires_at": NOW + timedelta(hours=2), **moments}
        return self._add(class_sessions, group_id=group, opened_by=teacher.person_id, code=code, **values)

    def _add(self, table: Table, **values: object) -> int:
        with self.store.write() as conn:
            key = conn.execute(insert(table), values).inserted_primary_key
        assert key is not None
        return int(key[0])
