"""What is logged for a purpose counts for every goal that asks for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from course.curriculum.model import Purpose
from course.errors import Invalid, NotFound, Refused
from course.goals.channels import Channel, Kind, Readers, add_channel, close_channel
from course.goals.logbook import Use, log_use, logbook_of
from course.goals.tables import board_goals, evidence
from tests.learning.lesson.test_playing import rows
from tests.learning.world import NOW

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.goals.pages import GoalState
    from course.store.store import Store
    from tests.figures.scene import Term

TODAY = NOW.date()


def use(here: Term, **changes: object) -> Use:
    return replace(Use(Purpose.PARENTS, None, here.group, TODAY, "Foto's van het bos."), **changes)


def test_it_counts_for_the_goal_that_asks_for_its_purpose_and_for_no_other(
    store: Store, here: Term, states: Callable[[], tuple[GoalState, ...]]
) -> None:
    with store.write() as conn:
        asks = update(board_goals).where(board_goals.c.goal == "streng:ouders").values(purpose="parents")
        conn.execute(asks)
    log_use(store, here.teacher, use(here, purpose=Purpose.TEACHING), NOW)
    assert {one.goal.id: one.count for one in states()}["streng:ouders"] == 0
    log_use(store, here.teacher, use(here), NOW)
    counts = {one.goal.id: one.count for one in states()}
    assert (counts["streng:ouders"], counts["streng:profiel"]) == (1, 0)


def test_sent_twice_it_is_logged_once_with_its_channel_and_link(store: Store, here: Term) -> None:
    add_channel(store, here.teacher, Channel("Weblog", Kind.WEBLOG, True, Readers.PARENTS), NOW)
    channel = logbook_of(store, here.teacher, TODAY).channels[0].id
    said = use(here, channel_id=channel, link="https://weblog.example/1")
    first = log_use(store, here.teacher, said, NOW)
    assert log_use(store, here.teacher, said, NOW + timedelta(seconds=2)) == first
    assert (first.channel, first.link, first.goal_id) == ("Weblog", "https://weblog.example/1", "")
    assert len(rows(store, evidence)) == 1
    close_channel(store, here.teacher, channel, NOW)
    with pytest.raises(NotFound):
        log_use(store, here.teacher, replace(said, words="Nog een."), NOW)
    assert logbook_of(store, here.director, TODAY).entries[0].channel == "Weblog", "it stays told"


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("purpose", {"purpose": None}),
        ("words", {"words": " "}),
        ("words", {"words": "x" * 2001}),
        ("happened_on", {"happened_on": None}),
        ("happened_on", {"happened_on": TODAY + timedelta(days=1)}),
        ("happened_on", {"happened_on": TODAY - timedelta(days=365)}),
        ("group_id", {"group_id": None}),
        ("link", {"link": "javascript:alert(1)"}),
    ],
)
def test_what_can_not_be_taken_is_told_under_its_field(
    store: Store, here: Term, field: str, changes: dict[str, object]
) -> None:
    with pytest.raises(Invalid) as told:
        log_use(store, here.teacher, use(here, **changes), NOW)
    assert set(told.value.fields) == {field}


def test_nobody_logs_for_a_group_that_is_not_theirs_nor_with_a_channel_that_is_not_there(
    store: Store, here: Term
) -> None:
    for changes in ({"group_id": 999}, {"channel_id": 999}):
        with pytest.raises(NotFound):
            log_use(store, here.teacher, use(here, **changes), NOW)
    with pytest.raises(NotFound):
        log_use(store, here.director, use(here, group_id=999), NOW)
    with pytest.raises(Refused):
        log_use(store, here.pupils[0], use(here), NOW)


def test_a_teacher_reads_all_of_the_school_and_logs_for_the_own_groups(store: Store, here: Term) -> None:
    log_use(store, here.director, use(here, group_id=None, purpose=Purpose.PROFILE), NOW)
    book = logbook_of(store, here.teacher, TODAY)
    assert [one.group_id for one in book.groups] == [here.group]
    assert [one.words for one in book.entries] == ["Foto's van het bos."]
    assert {name for _, name in book.team} == {"Jo", "An"}
