"""A scene comes back after 7, 28 and 84 days, one at a time, and is answered once."""

from __future__ import annotations

import functools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from course.errors import NotFound
from course.learning.later import cards as later
from course.learning.pages import Notice
from course.learning.tables import first_choices, later_answers
from tests.learning.lesson.test_playing import Player, rows
from tests.learning.world import FOTO, NOW, at_once, lesson_of, with_lesson

if TYPE_CHECKING:
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

SCENE = "drie-weken-later"


def after(days: int) -> datetime:
    return NOW + timedelta(days=days, hours=-1)


@pytest.fixture
def given(store: Store, library: Library, pupil: Actor) -> tuple[Store, Library, Actor]:
    Player(store, library, pupil).choose("gevraagd", "samen")
    return store, library, pupil


@pytest.mark.parametrize(
    ("days", "due"), [(0, []), (6, []), (7, [7]), (27, [7]), (28, [28]), (83, [28]), (84, [84]), (400, [84])]
)
def test_only_the_newest_return_waits(given: tuple[Store, Library, Actor], days: int, due: list[int]) -> None:
    assert [card.days for card in later.due(*given, after(days))] == due


def test_days_are_counted_on_the_schools_calendar() -> None:
    evening = datetime(2026, 11, 19, 23, 30, tzinfo=UTC)
    assert later.newest_return(evening, datetime(2026, 11, 26, 22, 30, tzinfo=UTC)) is None
    assert later.newest_return(evening, datetime(2026, 11, 26, 23, 0, tzinfo=UTC)) == 7


def test_nothing_waits_before_a_lesson_is_completed(store: Store, library: Library, pupil: Actor) -> None:
    Player(store, library, pupil).choose("gedeeld", "ruzie")
    assert later.due(store, library, pupil, after(30)) == ()
    with pytest.raises(NotFound):
        later.open_card(store, library, pupil, later.Card("foto", SCENE, 7), after(30))


def test_an_answered_card_tells_why_and_closes_the_story(given: tuple[Store, Library, Actor]) -> None:
    page = later.open_card(*given, later.Card("foto", SCENE, 7), after(8))
    assert (page.feedback, page.closing, len(page.choices)) == (None, None, 2)
    done = later.answer_card(*given, later.Card("foto", SCENE, 7), "jammer", after(8))
    assert done.feedback is not None
    assert done.closing is not None
    assert (done.feedback.choice.id, done.closing.title, done.choices) == ("jammer", "Jammer", ())
    assert later.open_card(*given, later.Card("foto", SCENE, 7), after(9)) == done
    assert later.due(*given, after(9)) == ()
    assert [card.days for card in later.due(*given, after(28))] == [28]


def test_a_double_click_keeps_the_first_answer(given: tuple[Store, Library, Actor]) -> None:
    first = later.answer_card(*given, later.Card("foto", SCENE, 7), "mooi", after(8))
    assert later.answer_card(*given, later.Card("foto", SCENE, 7), "mooi", after(8)) == first
    assert len(rows(given[0], later_answers)) == 1


def test_another_choice_on_a_second_device_is_told_to_be_too_late(
    given: tuple[Store, Library, Actor],
) -> None:
    first = later.answer_card(*given, later.Card("foto", SCENE, 7), "mooi", after(8))
    second = later.answer_card(*given, later.Card("foto", SCENE, 7), "jammer", after(8))
    assert (first.notice, second) == (None, replace(first, notice=Notice.STALE))
    assert later.open_card(*given, later.Card("foto", SCENE, 7), after(8)) == first


def test_of_two_choices_at_once_one_is_kept_and_the_other_told(
    given: tuple[Store, Library, Actor],
) -> None:
    pages = at_once(
        *(
            functools.partial(later.answer_card, *given, later.Card("foto", SCENE, 7), choice, after(8))
            for choice in ("mooi", "jammer")
        )
    )
    assert {page.notice for page in pages} == {None, Notice.STALE}
    assert len({page.feedback.choice.id for page in pages}) == 1


def test_a_card_answered_after_its_successor_came_is_taken(given: tuple[Store, Library, Actor]) -> None:
    done = later.answer_card(*given, later.Card("foto", SCENE, 7), "mooi", after(28))
    assert done.feedback is not None


@pytest.mark.parametrize(
    ("scene", "days", "choice"),
    [(SCENE, 28, "mooi"), (SCENE, 8, "mooi"), ("begin", 7, "gedeeld"), (SCENE, 7, "moi"), ("no", 7, "x")],
)
def test_what_isnt_there_or_isnt_due_is_unknown(
    given: tuple[Store, Library, Actor], scene: str, days: int, choice: str
) -> None:
    with pytest.raises(NotFound):
        later.answer_card(*given, later.Card("foto", scene, days), choice, after(8))
    assert rows(given[0], later_answers) == []


def test_a_card_counts_in_no_groups_figures(given: tuple[Store, Library, Actor]) -> None:
    before = rows(given[0], first_choices)
    later.answer_card(*given, later.Card("foto", SCENE, 7), "mooi", after(8))
    assert rows(given[0], first_choices) == before


def test_another_pupils_card_does_not_exist(given: tuple[Store, Library, Actor], teacher: Actor) -> None:
    store, library, _ = given
    with pytest.raises(NotFound):
        later.open_card(store, library, teacher, later.Card("foto", SCENE, 7), after(8))


def test_a_card_that_left_the_content_waits_no_longer(given: tuple[Store, Library, Actor]) -> None:
    store, library, pupil = given
    without = with_lesson(library, lesson_of("foto", "foto", FOTO.split("{.later}")[0]))
    assert later.due(store, without, pupil, after(8)) == ()
    gone = replace(library, lessons={"geluid": library.lessons["geluid"]})
    assert later.due(store, gone, pupil, after(8)) == ()


def test_a_card_whose_answer_left_the_content_asks_again_nothing(
    given: tuple[Store, Library, Actor],
) -> None:
    store, library, pupil = given
    later.answer_card(*given, later.Card("foto", SCENE, 7), "mooi", after(8))
    text = FOTO.replace("- [Ik vraag weer](#mooi){act=ask}\n  > Zo kan het.\n", "").replace(
        "## Mooi\n\nKlaar.\n", ""
    )
    page = later.open_card(
        store,
        with_lesson(library, lesson_of("foto", "foto", text)),
        pupil,
        later.Card("foto", SCENE, 7),
        after(8),
    )
    assert (page.choices, page.feedback, page.closing) == ((), None, None)
