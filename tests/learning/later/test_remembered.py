"""A card comes back to what was chosen in the story that was completed, and nothing else of it is kept, nor for longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, insert

from course.errors import NotFound
from course.learning.later import cards as later
from course.learning.lesson.trails import RESUME, forget_trails, tidy, tidy_old
from course.learning.tables import runs
from course.people.tables import sign_ins
from tests.learning.later.test_cards import SCENE, after
from tests.learning.lesson.test_playing import Player, rows
from tests.learning.world import FOTO, NOW, lesson_of, with_lesson

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.learning.pages import LaterPage
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

ASKS = (
    FOTO.replace(
        "## Drie weken later\n",
        "## Drie weken later\n\n::: when chose=begin/gevraagd\nWeet je nog?\n:::\n",
    )
    .replace(
        "- [Ik deel](#jammer){act=share}\n  > Nee hoor.\n",
        "- [Ik deel](#jammer){act=share}\n  > Nee hoor.\n  >\n"
        "  > ::: when chose=gevraagd\n  > Je vroeg het toen wel.\n  > :::\n"
        '- [Net als toen](#mooi){id=toen act=ask when="chose=gevraagd"}\n  > Ja.\n',
    )
    .replace("## Mooi\n", "## Mooi\n\n::: when chose=gevraagd\nWeer netjes.\n:::\n")
)
Card = later.Card


@pytest.fixture
def asking(library: Library) -> Library:
    return with_lesson(library, lesson_of("foto", "foto", ASKS))


def words(page: LaterPage) -> str:
    return " ".join(getattr(piece, "html", "") for piece in (*page.pieces, *page.closing_pieces))


def kept(store: Store) -> str:
    return str(rows(store, runs)[0]["remembered"])


def test_the_card_knows_the_way_that_completed_the_lesson(
    store: Store, asking: Library, pupil: Actor
) -> None:
    Player(store, asking, pupil).choose("gevraagd", "samen")
    assert kept(store) == '["begin/gevraagd","gevraagd"]'
    page = later.open_card(store, asking, pupil, Card("foto", SCENE, 7), after(8))
    assert "Weet je nog?" in words(page)
    assert "toen" in {one.id for one in page.choices}
    done = later.answer_card(store, asking, pupil, Card("foto", SCENE, 7, page.meaning), "toen", after(8))
    assert done.closing is not None
    assert "Weer netjes." in words(done)
    assert done == later.open_card(store, asking, pupil, Card("foto", SCENE, 7), after(8))


def test_an_explanation_on_the_card_knows_it_too(store: Store, asking: Library, pupil: Actor) -> None:
    Player(store, asking, pupil).choose("gevraagd", "samen")
    done = later.answer_card(store, asking, pupil, Card("foto", SCENE, 7), "jammer", after(8))
    assert done.feedback is not None
    assert "Je vroeg het toen wel." in done.feedback.explanation


def test_who_chose_otherwise_is_shown_and_offered_no_such_thing(
    store: Store, asking: Library, pupil: Actor
) -> None:
    Player(store, asking, pupil).choose("gedeeld", "weg")
    with store.write() as conn:
        conn.execute(runs.update().values(completed_at=NOW))
    page = later.open_card(store, asking, pupil, Card("foto", SCENE, 7), after(8))
    assert words(page) == ""
    assert "toen" not in {one.id for one in page.choices}
    with pytest.raises(NotFound):
        later.answer_card(store, asking, pupil, Card("foto", SCENE, 7), "toen", after(8))


def test_another_run_after_it_changes_nothing(store: Store, asking: Library, pupil: Actor) -> None:
    player = Player(store, asking, pupil)
    player.choose("gevraagd", "samen")
    player.again()
    player.choose("gedeeld", "ruzie")
    assert kept(store) == '["begin/gevraagd","gevraagd"]'


def test_where_no_card_asks_nothing_is_kept(store: Store, library: Library, pupil: Actor) -> None:
    Player(store, library, pupil).choose("gevraagd", "samen")
    assert kept(store) == "[]"


def test_a_card_with_a_condition_comes_only_to_whom_it_is_for(
    store: Store, library: Library, pupil: Actor
) -> None:
    only = ASKS.replace("{.later}", '{.later when="chose=gedeeld"}')
    asking = with_lesson(library, lesson_of("foto", "foto", only))
    Player(store, asking, pupil).choose("gevraagd", "samen")
    assert later.due(store, asking, pupil, after(8)) == ()
    with pytest.raises(NotFound):
        later.open_card(store, asking, pupil, Card("foto", SCENE, 7), after(8))
    other = with_lesson(library, lesson_of("foto", "foto", only.replace("chose=gedeeld", "chose!=gedeeld")))
    assert [one.days for one in later.due(store, other, pupil, after(8))] == [7]


def _new_pictures(store: Store, pupil: Actor) -> None:
    with store.write() as conn:
        forget_trails(conn, [pupil.person_id])


def _after_half_a_year(store: Store, _pupil: Actor) -> None:
    tidy_old(store, NOW + RESUME + timedelta(days=1))


@pytest.mark.parametrize("lets_go", [_new_pictures, _after_half_a_year])
def test_it_goes_with_new_pictures_and_after_half_a_year(
    store: Store, asking: Library, pupil: Actor, lets_go: Callable[[Store, Actor], None]
) -> None:
    Player(store, asking, pupil).choose("gevraagd", "samen")
    tidy_old(store, NOW + RESUME - timedelta(days=1))
    assert kept(store) != "[]"
    lets_go(store, pupil)
    assert kept(store) == "[]"
    page = later.open_card(store, asking, pupil, Card("foto", SCENE, 84), after(90))
    assert words(page) == ""


def test_it_goes_once_the_last_card_was_answered_and_that_sign_in_is_over(
    store: Store, asking: Library, pupil: Actor
) -> None:
    Player(store, asking, pupil).choose("gevraagd", "samen")
    until = after(400)
    values = {"token_hash": pupil.sign_in, "person_id": pupil.person_id, "created_at": NOW, "seen_at": until}
    with store.write() as conn:
        conn.execute(insert(sign_ins), values | {"expires_at": until})
    for days in (28, 84):
        later.answer_card(store, asking, pupil, Card("foto", SCENE, days), "mooi", after(days + 1))
        tidy(store, after(days + 1))
        tidy_old(store, after(days + 1))
        assert kept(store) != "[]"
    with store.write() as conn:
        conn.execute(delete(sign_ins))
    tidy(store, after(86))
    tidy_old(store, after(86))
    assert kept(store) == "[]"


def test_a_card_knows_it_by_any_sign_in(store: Store, asking: Library, pupil: Actor) -> None:
    Player(store, asking, pupil).choose("gevraagd", "samen")
    elsewhere = replace(pupil, sign_in="1" * 64)
    assert "Weet je nog?" in words(
        later.open_card(store, asking, elsewhere, Card("foto", SCENE, 7), after(8))
    )
