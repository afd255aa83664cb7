"""How far a school's groups and team are, now and over the year, and how its pupils decide by rule."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from course.calendar import school_year
from course.enrolment.school_counters import how_many_parts
from course.figures.in_parts import groups_in_parts, how_many_staff_parts, staff_counted, staff_in_parts
from course.figures.rows import Whole, completion, plain_completion
from course.figures.rules import read_shares
from course.figures.snapshots import PUPIL, WHOLE
from course.figures.trend import rules_of
from course.figures.trend_in_parts import groups_over_time, how_many_group_parts, wholes
from course.norms.model import Audience
from course.people.access import FEWEST
from course.reading.told import told
from course.reports import columns
from course.reports.drawing import (
    ALL_GROUPS,
    BY_NAME,
    LEFT_OUT,
    OF_TODAY,
    PUPILS,
    SMALL,
    TEAM,
    count_rows,
    day_of,
    person_rows,
)
from course.reports.over_time import ALL_MODULES, AS_IT_WAS, TREND_COUNTS, month_rows
from course.reports.rules import DECIDED, RULE_COLUMNS, SHARES, rule_rows
from course.reports.whole.section import Part, Section
from course.rulebooks.adopting import rules_of_school
from course.rulebooks.attesting import holding, signed_by

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from course.figures.trend_in_parts import Told
    from course.library import Library
    from course.people.access import School
    from course.reports.table import Value
    from course.store.store import Store


def sections(
    store: Store, library: Library, school: School, today: date, locale: str, *, by_name: bool
) -> Iterator[Section]:
    """Give them as the school's director is told; without `by_name` as an officer is, who reads no groups and no names."""
    here = (store, library, school, today, locale)
    year = school_year(today)
    yield Section(
        "groups" if by_name else "school",
        told("Groups and modules") if by_name else told("School and modules"),
        (columns.GROUP, columns.MODULE, columns.FOR, *columns.COUNTS),
        partial(_groups, *here, by_name=by_name),
        how_many_parts(store, school.id, year) + 1,
        (OF_TODAY, SMALL, LEFT_OUT),
    )
    if by_name:
        yield Section(
            "team",
            TEAM,
            (columns.NAME, columns.CONFIRMED, columns.MODULE, columns.STATE, columns.LAST),
            partial(_staff, *here),
            how_many_staff_parts(store, school, today),
            (BY_NAME,),
        )
    yield Section(
        "trend",
        told("Over the year"),
        (columns.GROUP, columns.FOR, columns.SCHOOL_YEAR, columns.MODULE, *TREND_COUNTS),
        partial(_trend, *here, by_name=by_name),
        (how_many_group_parts(store, school, today) if by_name else 0) + 1,
        (AS_IT_WAS, LEFT_OUT, SMALL),
    )
    if by_name:
        yield Section(
            "rules", told("Rules by month"), RULE_COLUMNS, partial(_rules, *here), 1, (AS_IT_WAS, DECIDED)
        )
        yield Section(
            "rules-now",
            told("Rules now"),
            (columns.RULE, columns.NUMBER, columns.SHARE, columns.SCENES),
            partial(_rules_now, *here),
            1,
            (DECIDED,),
        )


def _groups(
    store: Store, library: Library, school: School, today: date, locale: str, *, by_name: bool
) -> Iterator[Part]:
    whole = Whole()
    for groups in groups_in_parts(store, library, school.id, school_year(today), whole):
        shown = groups if by_name else ()
        yield Part([row for one in shown for row in count_rows((one.name,), PUPILS, one.cells, locale)])
    modules = library.modules_for(Audience.PUPIL)
    count = plain_completion if by_name else completion
    yield Part(
        [
            *count_rows((ALL_GROUPS,), PUPILS, [whole.told(one) for one in modules], locale),
            *count_rows((TEAM,), TEAM, staff_counted(store, library, school, today, count), locale),
        ]
    )


def _staff(store: Store, library: Library, school: School, today: date, locale: str) -> Iterator[Part]:
    modules = library.modules_for(Audience.LEADER)
    with store.read() as conn:
        version = rules_of_school(conn, library, school.id, today).version
        valid = [one.id for one in holding(conn, version)] if version else []
    for people in staff_in_parts(store, library, school, today):
        with store.read() as conn:
            signed = signed_by(conn, school.id, valid, [one.person_id for one in people])
        yield Part(
            [
                (name, day_of(signed.get(one.person_id)), module, state, last)
                for one in people
                for name, module, state, _best, last in person_rows(one, modules, locale)
            ]
        )


def _trend(
    store: Store, library: Library, school: School, today: date, locale: str, *, by_name: bool
) -> Iterator[Part]:
    least, year = 1 if by_name else FEWEST, school_year(today)
    yield Part(_lines(wholes(store, library, school, today, least), year, locale))
    if by_name:
        for found in groups_over_time(store, library, school, today, least):
            yield Part(_lines(found, year, locale))


def _lines(found: tuple[Told, ...], year: int, locale: str) -> list[tuple[Value, ...]]:
    rows: list[tuple[Value, ...]] = []
    for one in found:
        whom = PUPILS if one.audience == PUPIL else TEAM
        of_pupils: Value = ALL_GROUPS if one.group_id == WHOLE else one.line.name
        name = of_pupils if one.audience == PUPIL else TEAM
        module: Value = one.module.words.for_locale(locale) if one.module else ALL_MODULES
        rows += ((*place, module, *rest) for place, rest in month_rows(name, whom, one.line, year))
    return rows


def _rules(store: Store, library: Library, school: School, today: date, locale: str) -> Iterator[Part]:
    year = school_year(today)
    with store.read() as conn:
        found = rules_of(conn, library, school, year)
    yield Part(tuple(rule_rows(found, year, locale)))


def _rules_now(store: Store, library: Library, school: School, today: date, locale: str) -> Iterator[Part]:
    with store.read() as conn:
        found = read_shares(conn, library, school.id, school.protocol, today)
    yield Part(
        [
            (one.article.words.for_locale(locale), one.article.number or None, SHARES[one.share], one.scenes)
            for one in found
        ]
    )
