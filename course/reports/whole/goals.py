"""How a school stands with its goals, its channels, and what it noted in its logbook."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from course.calendar import school_day, school_year
from course.curriculum.model import Purpose
from course.enrolment.school_counters import how_many_parts
from course.goals.channels import Kind, Readers, channels_of
from course.goals.entries import how_many_entry_parts, log_in_parts
from course.goals.in_parts import asked_of, groups_of, shares_in, stand
from course.goals.pages import Progress
from course.reading.told import told
from course.reports import columns_of_goals as columns
from course.reports.whole.section import Part, Section

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from course.goals.pages import Evidence
    from course.library import Library
    from course.people.access import School
    from course.reports.table import Value
    from course.store.store import Store

PROGRESS = {
    Progress.MET: told("Met"),
    Progress.MET_LATE: told("Met, after the date"),
    Progress.ON_TRACK: told("There is time"),
    Progress.DUE_SOON: told("Due soon"),
    Progress.LATE: told("Late"),
}
PURPOSES = {
    Purpose.PARENTS: told("For parents"),
    Purpose.TEACHING: told("For a teaching goal"),
    Purpose.PROFILE: told("To show the school"),
    Purpose.TEAM_TALK: told("Talk with the team"),
    Purpose.EVALUATION: told("Evaluation"),
}
KINDS = {
    Kind.CLASS_PAGE: told("Class page"),
    Kind.SCHOOL_APP: told("App of the school for parents"),
    Kind.WEBLOG: told("Weblog"),
    Kind.WEBSITE: told("Website"),
    Kind.NETWORK: told("Social network"),
    Kind.VIDEO: told("Video channel"),
    Kind.CHAT: told("Group chat"),
    Kind.OTHER: told("Something else"),
}
READERS = {
    Readers.PARENTS: told("Parents"),
    Readers.PUPILS: told("Pupils"),
    Readers.EVERYBODY: told("Everybody"),
}
YES, NO = told("yes"), told("no")
WHOLE_SCHOOL = told("The whole school")


def sections(
    store: Store, library: Library, school: School, today: date, locale: str, *, by_name: bool
) -> Iterator[Section]:
    """Give them as the school's director is told; without `by_name` as an officer is: counts and dates alone."""
    here = (store, library, school, today, locale)
    parts = how_many_parts(store, school.id, school_year(today))
    yield Section("goals", told("Goals"), columns.OF_GOALS, partial(_goals, *here), parts)
    if by_name:
        yield Section(
            "goals-by-group",
            told("Goals by group"),
            columns.OF_GROUPS,
            partial(_groups, *here),
            parts,
        )
        yield Section("channels", told("Channels"), columns.OF_CHANNELS, partial(_channels, store, school))
        yield Section(
            "evidence",
            told("Evidence"),
            columns.OF_EVIDENCE,
            partial(_evidence, *here),
            how_many_entry_parts(store, school.id, school_year(today)),
        )


def _goals(store: Store, library: Library, school: School, today: date, locale: str) -> Iterator[Part]:
    asked = asked_of(store, library, school, today)
    yield Part(
        [
            (
                one.number,
                one.goal.words.for_locale(locale),
                one.due,
                PROGRESS[one.progress],
                one.count,
                one.target,
                one.asked or None,
                one.noted,
            )
            for one in stand(store, library, school, asked).told()
        ]
    )


def _groups(store: Store, library: Library, school: School, today: date, locale: str) -> Iterator[Part]:
    asked = asked_of(store, library, school, today)
    counting = [one for one in asked.goals if one.goal.measure.counts_groups]
    for groups, noted in groups_of(store, library, school, today):
        yield Part(
            [
                (
                    goal.number,
                    goal.goal.words.for_locale(locale),
                    one.name,
                    YES if one.is_met else NO,
                    one.times,
                    one.last_on,
                )
                for goal in counting
                for one in shares_in(asked, goal, groups, noted)
            ]
        )


def _channels(store: Store, school: School) -> Iterator[Part]:
    with store.read() as conn:
        found = channels_of(conn, school.id)
    yield Part(
        [
            (
                one.channel.name,
                KINDS[one.channel.kind] if one.channel.kind else None,
                YES if one.channel.is_public else NO,
                READERS[one.channel.for_whom] if one.channel.for_whom else None,
                one.channel.address or None,
                one.kept_by or None,
                school_day(one.closed_at) if one.closed_at else None,
            )
            for one in found
        ]
    )


def _evidence(store: Store, library: Library, school: School, today: date, locale: str) -> Iterator[Part]:
    asked = asked_of(store, library, school, today)
    names = {one.goal.id: one.goal.words.for_locale(locale) for one in asked.goals}
    for entries in log_in_parts(store, school.id, school_year(today)):
        yield Part([_entry(one, names.get(one.goal_id)) for one in entries])


def _entry(one: Evidence, goal: str | None) -> tuple[Value, ...]:
    review = one.review
    return (
        one.happened_on,
        one.group or WHOLE_SCHOOL,
        goal,
        PURPOSES[one.purpose] if one.purpose else None,
        one.channel or None,
        one.words,
        one.link or None,
        one.file or None,
        one.people,
        one.noted_by or None,
        school_day(one.noted_at),
        school_day(review.confirmed_at) if review.confirmed_at else None,
        review.asked or None,
        review.reply or None,
    )
