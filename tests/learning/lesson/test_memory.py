"""A lesson that remembers: what was chosen before decides what one is shown and may choose, and going back takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.errors import NotFound
from course.learning.lesson import playing
from course.learning.pages import Notice
from course.norms.model import Verdict
from course.people.roles import Role
from tests.learning.lesson.test_playing import Player
from tests.learning.world import FOTO, NOW, lesson_of, with_lesson

if TYPE_CHECKING:
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store
    from tests.learning.world import World

REMEMBERS = """## Begin

- [Ik vraag het Daan](#bus){id=gevraagd act=ask}
  > Hij knikt.
- [Ik maak hem gewoon](#bus){id=zomaar act=share}
  > Klik.
- [Ik vraag het en lach hem uit](#bus){id=beide acts="ask mock"}
  > Au.

## Bus

::: when chose=gevraagd,beide
Daan kijkt mee.
:::

::: when chose!=gevraagd act=share stance=forbidden
Juf kijkt streng.
:::

- [Laten staan](#klaar){id=staan act=share}
  > Hij staat er nog.
  >
  > ::: when chose=begin/zomaar
  > En Daan weet van niets.
  > :::
- [‘Je zei toch ja?’](#klaar){id=ja act=ask when="chose=gevraagd"}
  > Ja, dat zei hij.
- [Terug](#begin){id=terug}
  > Nog eens.

## Klaar

Klaar.
"""


MESSAGE = """## Begin

::: compose Daan
- eerlijk: ik deelde hem,
- draaien: iemand deelde hem,

en

- weg: hij gaat weg.
- grap: het was een grap.
:::

- [Eerlijk](#klaar){id=eerlijk parts="eerlijk weg" act=ask}
  > Zo.
- [Anders](#klaar){id=anders act=mock}
  > Tja.

## Klaar

Klaar.
"""


def remembering(library: Library, text: str) -> Library:
    return with_lesson(library, lesson_of("foto", "foto", text))


@pytest.fixture
def player(store: Store, library: Library, pupil: Actor) -> Player:
    return Player(store, remembering(library, REMEMBERS), pupil)


def offered(player: Player) -> set[str]:
    return {choice.id for choice in player.page.choices}


def said(player: Player) -> str:
    return " ".join(getattr(piece, "html", "") for piece in player.page.pieces)


def test_who_asked_is_offered_more_and_told_more_than_who_did_not(player: Player) -> None:
    player.choose("gevraagd")
    assert offered(player) == {"staan", "ja", "terug"}
    assert said(player) == "<p>Daan kijkt mee.</p>"
    player.again()
    player.choose("zomaar")
    assert offered(player) == {"staan", "terug"}
    assert said(player) == "<p>Juf kijkt streng.</p>"
    with pytest.raises(NotFound):
        player.choose("ja")


def test_going_back_in_time_takes_back_what_was_remembered(player: Player) -> None:
    player.choose("gevraagd")
    first = player.page
    player.back(0)
    player.choose("zomaar")
    assert offered(player) == {"staan", "terug"}
    player.back(0)
    again = player.choose("gevraagd")
    assert (again.pieces, again.choices, again.meaning) == (first.pieces, first.choices, first.meaning)


def test_a_way_that_went_round_remembers_both_times(player: Player) -> None:
    player.choose("gevraagd", "terug", "zomaar")
    assert offered(player) == {"staan", "ja", "terug"}
    player.back(1)
    assert offered(player) == {"staan", "ja", "terug"}


def test_an_explanation_knows_what_was_chosen_before_it(player: Player) -> None:
    page = player.choose("gevraagd", "staan")
    assert page.feedback is not None
    assert page.feedback.explanation == "<p>Hij staat er nog.</p>"
    player.again()
    page = player.choose("zomaar", "staan")
    assert page.feedback is not None
    assert page.feedback.explanation == "<p>Hij staat er nog.</p>\n<p>En Daan weet van niets.</p>"


def test_of_several_acts_the_strictest_leads_and_each_is_told(player: Player) -> None:
    page = player.choose("beide")
    assert page.feedback is not None
    judged = page.feedback.judgement
    assert judged is not None
    assert judged.leading.act.id == "mock"
    assert judged.verdict is Verdict.NOT
    assert [one.act.id for one in judged.each] == ["ask", "mock"]
    assert page.trail[0].verdict is Verdict.NOT
    page = player.choose("terug", "gevraagd", "ja")
    assert page.ending is not None
    assert page.ending.clean is False, "one of two acts hinders completing"


def test_another_school_is_told_otherwise_by_the_same_way(
    store: Store, library: Library, world: World
) -> None:
    school = world.school("De Den", "mild")
    other = world.person(Role.PUPIL, school, world.group(school), protocol="mild")
    player = Player(store, remembering(library, REMEMBERS), other)
    player.choose("zomaar")
    assert said(player) == ""


def test_a_page_on_which_less_was_offered_is_not_taken_for_todays(
    store: Store, library: Library, pupil: Actor
) -> None:
    before = Player(store, remembering(library, REMEMBERS.replace(' when="chose=gevraagd"', "")), pupil)
    page = before.choose("zomaar")
    after = Player(store, remembering(library, REMEMBERS), pupil)
    assert {one.id for one in page.choices} > offered(after)
    assert page.meaning != after.page.meaning


def test_a_run_in_a_lesson_without_memory_goes_on_when_it_learns_to_remember(
    store: Store, library: Library, pupil: Actor
) -> None:
    Player(store, remembering(library, FOTO), pupil).choose("gevraagd")
    remembers = FOTO.replace("- [Verder](#samen)", '- [Verder](#samen){when="chose=begin/gevraagd"}')
    page = Player(store, remembering(library, remembers), pupil).page
    assert (page.scene.id, page.notice) == ("gevraagd", None)
    forgets = remembers.replace("begin/gevraagd", "gedeeld").replace(
        "- [Ik vraag het](#gevraagd){act=ask}", '- [Ik vraag het](#gevraagd){act=ask when="chose=weg"}'
    )
    page = Player(store, remembering(library, forgets), pupil).page
    assert (page.scene.id, page.notice) == ("begin", Notice.MOVED_ON)


def test_choices_stand_in_one_order_in_a_run_and_in_others_elsewhere(player: Player, world: World) -> None:
    orders = set()
    for _ in range(12):
        first = [one.id for one in player.page.choices]
        assert [one.id for one in player.page.choices] == first
        player.choose("gevraagd")
        player.back(0)
        assert [one.id for one in player.page.choices] == first
        orders.add(tuple(first))
        player.again()
    assert len(orders) > 1


def test_a_message_is_kept_as_the_choice_that_it_is_and_a_second_press_is_the_same(
    store: Store, library: Library, pupil: Actor
) -> None:
    player = Player(store, remembering(library, MESSAGE), pupil)
    page = player.page
    for _ in range(2):
        after = playing.choose(*player.given, page.step, "+draaien+weg", NOW, page.meaning)
        assert (after.scene.id, after.notice, after.trail[0].choice) == ("klaar", None, "Anders")
    player.again()
    page = player.page
    after = playing.choose(*player.given, page.step, "+eerlijk+weg", NOW, page.meaning)
    assert after.trail[0].choice == "Eerlijk"
    player.again()
    with pytest.raises(NotFound):
        playing.choose(*player.given, player.page.step, "+eerlijk", NOW)
