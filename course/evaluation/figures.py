"""The figures of an evaluation: those of the pages, as they stand now, and as they are kept.

Who reads them is not only who leads the school. So what counts few people is left out, as an officer's page leaves it out.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from course.evaluation.pages import Compared, Figure, Kind
from course.figures.counts import of_all
from course.figures.schools import school_page
from course.goals.pages import Progress
from course.goals.states import goal_states
from course.reading.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from course.figures.pages import Completion, SchoolPage
    from course.goals.pages import GoalState
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

FORMAT = 1
"""Of what is kept; a reader of a later one keeps reading this one, for what is frozen is never rewritten."""

NOTHING = Words("", "")


def figures_now(store: Store, library: Library, actor: Actor, today: date) -> tuple[Figure, ...]:
    """Give the figures of the own school as its pages show them now."""
    page = school_page(store, library, actor, today)
    states = goal_states(store, library, actor, today)
    return (*_of_modules(page), *_of_goals(states))


def compare(then: Sequence[Figure], now: Sequence[Figure]) -> tuple[Compared, ...]:
    """Lay figures side by side: in the order of now, and what is no more behind it, kind by kind."""
    before = {(one.kind, one.key): one for one in then}
    pairs = [Compared(before.pop((one.kind, one.key), None), one) for one in now]
    pairs += [Compared(one, None) for one in before.values()]
    return tuple(sorted(pairs, key=lambda one: _PLACES[one.either.kind]))


def written(figures: Iterable[Figure]) -> str:
    """Write figures as they are kept."""
    rows = [
        {
            "kind": one.kind,
            "key": one.key,
            "nl": one.words.nl,
            "en": one.words.en,
            "count": one.count,
            "total": one.total,
            "progress": one.progress,
        }
        for one in figures
    ]
    return json.dumps({"format": FORMAT, "figures": rows}, ensure_ascii=False)


def read(text: str) -> tuple[Figure, ...]:
    """Read figures that were kept; none of a draft."""
    if not text:
        return ()
    kept = json.loads(text)
    if kept["format"] != FORMAT:
        raise ValueError(f"figures of an evaluation are kept in a format that is not known: {kept['format']}")
    return tuple(
        Figure(
            kind=Kind(row["kind"]),
            key=row["key"],
            words=Words(row["nl"], row["en"]),
            count=row["count"],
            total=row["total"],
            progress=Progress(row["progress"]) if row["progress"] else None,
        )
        for row in kept["figures"]
    )


_PLACES = {kind: place for place, kind in enumerate(Kind)}


def _of_modules(page: SchoolPage) -> Iterable[Figure]:
    for one in page.totals:
        yield _module(Kind.MODULE, one)
    for one in page.staff_totals:
        yield _module(Kind.STAFF_MODULE, one)
    done = of_all(page.staff_done, page.staff).value
    yield Figure(Kind.STAFF, "", NOTHING, done, page.staff)


def _module(kind: Kind, one: Completion) -> Figure:
    shown = None if one.completed.value is None else of_all(one.completed.value, one.learners).value
    return Figure(kind, one.module.id, one.module.words, shown, one.learners)


def _of_goals(states: Sequence[GoalState]) -> Iterable[Figure]:
    met = sum(one.progress.is_met for one in states)
    yield Figure(Kind.GOALS, "", NOTHING, met, len(states))
    for one in states:
        yield Figure(Kind.GOAL, one.goal.id, one.goal.words, one.count, one.target, one.progress)
