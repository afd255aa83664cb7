"""What somebody chose is kept to go on with, read by nobody else after an ending, and goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, insert

from course.learning.later import cards as later
from course.learning.lesson.trails import LOOK_BACK, RESUME, forget_trails, tidy, tidy_old
from course.learning.pages import Notice, QuestionPage
from course.learning.tables import first_choices, later_answers, marks, runs
from course.people.tables import sign_ins
from tests.learning.lesson.test_playing import Player, rows
from tests.learning.quiz.test_answering import Sitting
from tests.learning.world import NOW

if TYPE_CHECKING:
    from datetime import datetime

    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

CARD = later.Card("foto", "drie-weken-later", 7)


def signed_in(store: Store, actor: Actor, until: datetime = NOW + timedelta(days=400)) -> None:
    values = {"token_hash": actor.sign_in, "person_id": actor.person_id, "created_at": NOW, "seen_at": until}
    with store.write() as conn:
        conn.execute(insert(sign_ins), values | {"expires_at": until})


def signed_out(store: Store) -> None:
    with store.write() as conn:
        conn.execute(delete(sign_ins))


@pytest.fixture
def player(store: Store, library: Library, pupil: Actor) -> Player:
    signed_in(store, pupil)
    return Player(store, library, pupil)


@pytest.fixture
def elsewhere(store: Store, library: Library, pupil: Actor) -> Player:
    """The same pupil by another sign-in, as a teacher who drew new pictures would come in."""
    return Player(store, library, replace(pupil, sign_in="1" * 64))


def test_a_run_that_goes_on_is_resumed_on_any_device(player: Player, elsewhere: Player) -> None:
    assert player.choose("gedeeld") == elsewhere.page


def test_after_an_ending_the_way_is_for_its_own_sign_in_alone(player: Player, elsewhere: Player) -> None:
    mine = player.choose("gedeeld", "ruzie")
    assert player.page == mine
    theirs = elsewhere.page
    assert theirs.ending is not None
    assert (theirs.scene.id, theirs.trail, theirs.feedback, theirs.ending.clean) == ("ruzie", (), None, None)
    assert (theirs.endings_found, theirs.ending.good) == (("Ruzie",), False)
    assert elsewhere.back(1).notice is Notice.STALE
    assert player.back(1).scene.id == "gedeeld"


def test_who_may_not_look_back_can_begin_again(player: Player, elsewhere: Player) -> None:
    player.choose("gevraagd", "samen")
    fresh = elsewhere.again()
    assert (fresh.scene.id, fresh.run, fresh.completed) == ("begin", 2, True)
    assert elsewhere.choose("gedeeld").scene.id == "gedeeld"


def test_the_path_is_deleted_when_the_sign_in_that_walked_it_is_over(player: Player, store: Store) -> None:
    player.choose("gedeeld", "ruzie")
    tidy(store, NOW)
    assert rows(store, runs)[0]["path"] != "[]"
    signed_out(store)
    tidy(store, NOW)
    (row,) = rows(store, runs)
    assert (row["path"], row["decided"], row["sign_in"], row["ending"]) == ("[]", "[]", None, "ruzie")
    assert player.page.endings_found == ("Ruzie",)


def test_a_run_that_goes_on_outlives_its_sign_in_for_half_a_year(player: Player, store: Store) -> None:
    player.choose("gedeeld")
    signed_out(store)
    tidy(store, NOW)
    tidy_old(store, NOW + RESUME - timedelta(days=1))
    assert player.page.scene.id == "gedeeld"
    tidy_old(store, NOW + RESUME + timedelta(days=1))
    (row,) = rows(store, runs)
    assert (row["path"], row["decided"]) == ("[]", "[]")
    assert (player.page.scene.id, player.page.step) == ("begin", 2)


def test_where_somebody_decided_goes_with_the_first_ending_and_is_never_counted_again(
    player: Player, store: Store
) -> None:
    player.choose("gedeeld")
    assert rows(store, runs)[0]["decided"] == '["begin"]'
    player.choose("ruzie")
    player.back(0)
    player.choose("gevraagd")
    assert rows(store, runs)[0]["decided"] == "[]"
    assert {(row["scene"], row["count"]) for row in rows(store, first_choices)} == {
        ("begin", 1),
        ("gedeeld", 1),
    }


def test_new_pictures_end_the_trail_and_keep_what_was_reached(
    player: Player, elsewhere: Player, store: Store, library: Library, pupil: Actor
) -> None:
    player.choose("gevraagd", "samen")
    other = Player(store, library, pupil, "geluid")
    other.choose("opname")
    other.back(0)
    player.again()
    player.choose("gedeeld")
    later.answer_card(store, library, pupil, CARD, "jammer", NOW + timedelta(days=8))
    Sitting(store, library, pupil).answer("b")
    counted = rows(store, first_choices)
    step = player.page.step
    with store.write() as conn:
        forget_trails(conn, [pupil.person_id])
    assert {str(row["path"]) for row in rows(store, runs)} == {"[]"}
    assert [row["choice"] for row in rows(store, later_answers)] == [None]
    assert [row["answer"] for row in rows(store, marks)] == ["null"]
    page = elsewhere.page
    assert (page.scene.id, page.trail, page.completed, page.endings_found) == ("begin", (), True, ("Samen",))
    assert page.step > step, "an older page is told so"
    elsewhere.choose("gevraagd")
    assert rows(store, first_choices) == counted, "nothing is counted twice"
    waiting = Sitting(store, library, pupil).asked
    assert (waiting.attempt, waiting.place) == (1, 1)


def test_of_a_later_card_only_that_it_was_answered_stays(
    player: Player, store: Store, library: Library, pupil: Actor
) -> None:
    player.choose("gevraagd", "samen")
    given, now = (store, library, pupil), NOW + timedelta(days=8)
    told = later.answer_card(*given, CARD, "mooi", now)
    assert later.open_card(*given, CARD, now) == told
    signed_out(store)
    tidy(store, now)
    assert [row["choice"] for row in rows(store, later_answers)] == [None]
    page = later.open_card(*given, CARD, now)
    assert (page.feedback, page.choices, page.notice) == (None, (), None)
    assert later.answer_card(*given, CARD, "mooi", now).notice is Notice.STALE
    assert later.due(*given, now) == ()


def test_another_sign_in_reads_no_choice_on_a_later_card(
    player: Player, elsewhere: Player, store: Store, library: Library, pupil: Actor
) -> None:
    player.choose("gevraagd", "samen")
    later.answer_card(store, library, pupil, CARD, "mooi", NOW + timedelta(days=8))
    page = later.open_card(*elsewhere.given[:3], CARD, NOW + timedelta(days=8))
    assert (page.feedback, page.choices) == (None, ())


def test_quiz_answers_go_a_week_after_the_attempt_and_the_score_stays(
    store: Store, library: Library, pupil: Actor
) -> None:
    sitting = Sitting(store, library, pupil)
    sitting.answer("a", "b", "a")
    tidy_old(store, NOW + LOOK_BACK)
    assert len(sitting.result.reviewed) == 3
    tidy_old(store, NOW + LOOK_BACK + timedelta(minutes=1))
    assert rows(store, marks) == []
    assert (sitting.result.score, sitting.result.reviewed) == (66, ())


def test_the_answers_of_an_attempt_left_open_go_and_it_can_be_finished(
    store: Store, library: Library, pupil: Actor
) -> None:
    sitting = Sitting(store, library, pupil)
    sitting.answer("a")
    tidy_old(store, NOW + RESUME + timedelta(days=1))
    assert [row["answer"] for row in rows(store, marks)] == ["null"]
    assert isinstance(sitting.answer("a", "a"), QuestionPage)
    assert (sitting.result.right, sitting.result.total) == (3, 3)
