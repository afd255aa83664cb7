"""A click moves a learner once, whatever is clicked, retried or raced."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from course.errors import NotFound, Refused
from course.learning.lesson import playing
from course.learning.pages import Notice
from course.learning.tables import first_choices, group_progress, progress, runs
from course.norms.model import Verdict
from course.people.roles import Role
from tests.learning.world import FOTO, NOW, at_once, lesson_of, with_lesson

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from sqlalchemy import Table

    from course.learning.pages import Play
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store
    from tests.learning.world import World

    Statements = Callable[[], AbstractContextManager[list[str]]]


def rows(store: Store, table: Table) -> list[dict[str, object]]:
    with store.read() as conn:
        return [dict(row._mapping) for row in conn.execute(select(table))]


class Player:
    """Plays one lesson, always from the newest page."""

    def __init__(self, store: Store, library: Library, actor: Actor, lesson: str = "foto") -> None:
        self.given = (store, library, actor, lesson)
        self.now = NOW

    @property
    def page(self) -> Play:
        return playing.open_run(*self.given)

    def choose(self, *choices: str) -> Play:
        page = self.page
        for choice in choices:
            self.now += timedelta(seconds=10)
            page = playing.choose(*self.given, self.page.step, choice, self.now)
        return page

    def back(self, to: int) -> Play:
        return playing.go_back(*self.given, self.page.step, to, self.now)

    def again(self) -> Play:
        return playing.start_again(*self.given, self.page.step, self.now)


@pytest.fixture
def player(store: Store, library: Library, pupil: Actor) -> Player:
    return Player(store, library, pupil)


def test_opening_a_lesson_shows_its_start_and_writes_nothing(player: Player, store: Store) -> None:
    page = player.page
    assert (page.scene.id, page.step, page.run, page.feedback, page.trail) == ("begin", 0, 1, None, ())
    assert {choice.id for choice in page.choices} == {"gedeeld", "gevraagd"}
    assert (page.endings_found, page.endings_total) == ((), 3)
    assert rows(store, runs) == rows(store, progress) == []


def test_a_choice_is_explained_by_the_schools_own_protocol(player: Player) -> None:
    page = player.choose("gedeeld")
    assert page.scene.id == "gedeeld"
    assert page.feedback is not None
    assert page.feedback.judgement is not None
    assert (page.feedback.scene.id, page.feedback.choice.id) == ("begin", "gedeeld")
    assert page.feedback.judgement.verdict is Verdict.NOT
    assert [(one.index, one.scene, one.choice, one.verdict) for one in page.trail] == [
        (0, "Begin", "Ik deel hem", Verdict.NOT)
    ]
    assert len(page.pieces) == 1


def test_the_same_choice_is_fine_at_a_school_with_another_protocol(
    store: Store, library: Library, world: World
) -> None:
    school = world.school("De Den", "mild")
    other = world.person(Role.PUPIL, school, world.group(school), protocol="mild")
    page = Player(store, library, other).choose("gedeeld")
    assert page.feedback is not None
    assert page.feedback.judgement is not None
    assert page.feedback.judgement.verdict is Verdict.MAY
    assert page.pieces == ()


def test_a_reload_shows_what_the_click_showed(player: Player) -> None:
    for choices in (["gedeeld"], ["ruzie"]):
        assert player.choose(*choices) == player.page


def test_a_choice_without_an_act_is_told_without_a_verdict(player: Player) -> None:
    page = player.choose("gevraagd", "samen")
    assert page.feedback is not None
    assert page.feedback.judgement is None
    assert page.trail[1].verdict is None


def test_a_clean_ending_completes_the_lesson_and_another_one_does_not(player: Player) -> None:
    bad = player.choose("gedeeld", "ruzie")
    assert bad.ending is not None
    assert (bad.ending.name, bad.ending.is_new, bad.ending.clean, bad.ending.sad) == (
        "Ruzie",
        True,
        False,
        True,
    )
    assert (bad.completed, bad.endings_found) == (False, ("Ruzie",))
    player.back(0)
    good = player.choose("gevraagd", "samen")
    assert good.ending is not None
    assert (good.ending.is_new, good.ending.clean, good.ending.sad) == (True, True, False)
    assert (good.completed, good.completed_now) == (True, True)
    assert good.endings_found == ("Ruzie", "Samen")


def test_going_back_and_starting_again_lose_neither_endings_nor_completion(player: Player) -> None:
    player.choose("gevraagd", "samen")
    back = player.back(1)
    assert (back.scene.id, len(back.trail), back.completed, back.completed_now) == (
        "gevraagd",
        1,
        True,
        False,
    )
    fresh = player.again()
    assert (fresh.scene.id, fresh.run, fresh.trail, fresh.endings_found) == ("begin", 2, (), ("Samen",))
    page = player.choose("gevraagd", "samen")
    assert page.ending is not None
    assert (page.ending.is_new, page.completed_now, page.completed) == (False, False, True)


def test_a_double_click_gets_the_same_answer_and_moves_once(player: Player, store: Store) -> None:
    first = playing.choose(*player.given, 0, "gedeeld", NOW)
    before = rows(store, runs)
    again = playing.choose(*player.given, 0, "gedeeld", NOW + timedelta(seconds=1))
    assert again == first
    assert again.notice is None
    assert rows(store, runs) == before


def test_a_retry_at_an_ending_still_tells_that_the_ending_is_new(player: Player) -> None:
    player.choose("gevraagd")
    first = player.choose("samen")
    again = playing.choose(*player.given, 1, "samen", NOW + timedelta(minutes=1))
    assert again == first


def test_a_stale_page_gets_the_real_state_and_changes_nothing(player: Player, store: Store) -> None:
    player.choose("gevraagd")
    before = rows(store, runs)
    for step, choice in ((0, "gedeeld"), (7, "samen"), (-1, "gevraagd"), (0, "nonsense")):
        page = playing.choose(*player.given, step, choice, NOW)
        assert (page.notice, page.scene.id, page.step) == (Notice.STALE, "gevraagd", 1)
    assert rows(store, runs) == before


def test_a_double_click_on_back_or_again_moves_once(player: Player) -> None:
    player.choose("gedeeld", "ruzie")
    for move in (
        lambda: playing.go_back(*player.given, 2, 1, NOW),
        lambda: playing.go_back(*player.given, 2, 1, NOW),
    ):
        assert (move().step, move().notice) == (3, None)
    assert playing.start_again(*player.given, 3, NOW) == playing.start_again(*player.given, 3, NOW)
    assert player.page.run == 2


def test_back_beyond_the_trail_is_stale_and_below_nought_unknown(player: Player) -> None:
    player.choose("gedeeld")
    assert playing.go_back(*player.given, 1, 5, NOW).notice is Notice.STALE
    with pytest.raises(NotFound):
        playing.go_back(*player.given, 1, -1, NOW)


def test_back_and_again_before_the_first_choice_change_nothing(player: Player, store: Store) -> None:
    assert player.back(0).step == player.again().step == 0
    assert rows(store, runs) == []


def test_an_unknown_choice_or_lesson_names_the_nearest_and_loses_nothing(
    player: Player, store: Store, library: Library, pupil: Actor
) -> None:
    with pytest.raises(NotFound) as unknown:
        player.choose("gevraag")
    assert (unknown.value.kind, unknown.value.nearest) == ("choice", "gevraagd")
    with pytest.raises(NotFound) as lesson:
        playing.open_run(store, library, pupil, "fotoo")
    assert lesson.value.nearest == "foto"
    player.choose("gevraagd", "samen")
    with pytest.raises(NotFound):
        player.choose("samen")
    assert player.page.step == 2


def test_a_pupil_never_sees_a_lesson_for_staff_and_an_officer_none(
    store: Store, library: Library, pupil: Actor, teacher: Actor, world: World
) -> None:
    with pytest.raises(NotFound):
        playing.open_run(store, library, pupil, "vriend")
    with pytest.raises(NotFound):
        playing.open_run(store, library, replace(pupil, year_group="11"), "foto")
    assert playing.open_run(store, library, teacher, "vriend").scene.id == "verzoek"
    assert playing.open_run(store, library, teacher, "foto").scene.id == "begin"
    with pytest.raises(Refused):
        playing.open_run(store, library, world.person(Role.OFFICER, None), "foto")


def test_two_learners_never_meet(store: Store, library: Library, world: World) -> None:
    school = world.school()
    group = world.group(school)
    sem, aya = (Player(store, library, world.person(Role.PUPIL, school, group)) for _ in range(2))
    sem.choose("gedeeld")
    assert aya.page.step == 0
    assert aya.choose("gevraagd").scene.id == "gevraagd"
    assert sem.page.scene.id == "gedeeld"


def test_first_choices_are_counted_once_per_learner_and_scene_and_name_nobody(
    player: Player, store: Store, pupil: Actor
) -> None:
    player.choose("gedeeld", "ruzie")
    player.back(0)
    player.choose("gevraagd")
    player.again()
    player.choose("gevraagd", "samen")
    counted = [(row["scene"], row["choice"], row["count"]) for row in rows(store, first_choices)]
    assert sorted(counted) == [("begin", "gedeeld", 1), ("gedeeld", "ruzie", 1)]
    assert set(first_choices.c.keys()) == {
        "group_id",
        "lesson",
        "scene",
        "choice",
        "count",
        "released",
        "told",
        "starters",
    }
    assert {row["group_id"] for row in rows(store, first_choices)} == set(pupil.group_ids)


def test_the_store_keeps_no_choice_of_an_earlier_round(player: Player, store: Store) -> None:
    player.choose("gedeeld", "ruzie")
    player.again()
    stored = str(rows(store, runs)[0]["path"])
    assert stored == "[]"


def test_staff_are_in_no_groups_figures(store: Store, library: Library, teacher: Actor) -> None:
    Player(store, library, teacher, "vriend").choose("nee")
    assert rows(store, first_choices) == rows(store, group_progress) == []
    assert len(rows(store, progress)) == 1


def test_a_group_counts_a_pupil_that_began_once(store: Store, library: Library, pupil: Actor) -> None:
    Player(store, library, pupil, "foto").choose("gedeeld", "weg")
    Player(store, library, pupil, "geluid").choose("opname")
    (row,) = rows(store, group_progress)
    assert (row["module"], row["begun"], row["completed"]) == ("foto", 1, 0)


def test_progress_notes_when_a_learner_was_last_there_to_five_minutes(player: Player, store: Store) -> None:
    player.choose("gedeeld")
    assert rows(store, progress)[0]["touched_at"] == player.now
    touched = player.now
    player.choose("ruzie")
    player.back(0)
    player.choose("gevraagd")
    player.back(0)
    player.now += timedelta(minutes=6)
    player.choose("gevraagd")
    assert touched < player.now
    assert rows(store, progress)[0]["touched_at"] == player.now


@pytest.mark.parametrize("before", [0, 1])
def test_of_four_clicks_at_once_one_moves(player: Player, store: Store, before: int) -> None:
    choices = ("gedeeld", "gevraagd") if not before else ("weg", "ruzie")
    player.choose(*["gedeeld"][:before])
    pages = at_once(*(partial(playing.choose, *player.given, before, choices[n % 2], NOW) for n in range(4)))
    assert {page.step for page in pages} == {before + 1}
    assert len({page.scene.id for page in pages}) == 1
    assert sorted(page.notice is Notice.STALE for page in pages) == [False, False, True, True]
    assert len(player.page.trail) == before + 1
    assert sum(int(str(row["count"])) for row in rows(store, first_choices)) == before + 1
    assert rows(store, group_progress)[0]["begun"] == 1


def test_two_lessons_begun_at_once_count_as_one_beginner(
    store: Store, library: Library, pupil: Actor
) -> None:
    at_once(
        partial(playing.choose, store, library, pupil, "foto", 0, "gedeeld", NOW),
        partial(playing.choose, store, library, pupil, "geluid", 0, "opname", NOW + timedelta(seconds=1)),
    )
    assert [row["begun"] for row in rows(store, group_progress)] == [1]
    assert len(rows(store, progress)) == 1


def test_a_class_that_begins_at_once_is_counted_to_the_last_child(
    store: Store, library: Library, world: World
) -> None:
    school = world.school()
    group = world.group(school)
    pupils = [world.person(Role.PUPIL, school, group) for _ in range(12)]
    clicks = (partial(playing.choose, store, library, one, "kort", 0, "opname", NOW) for one in pupils)
    assert {page.step for page in at_once(*clicks)} == {1}
    assert [row["begun"] for row in rows(store, group_progress)] == [12]
    assert [row["count"] for row in rows(store, first_choices)] == [12]


def test_mending_a_typo_resets_nobody(player: Player, store: Store, library: Library, pupil: Actor) -> None:
    player.choose("gedeeld")
    mended = with_lesson(library, lesson_of("foto", "foto", FOTO.replace("De foto.", "De fóto.")))
    page = playing.open_run(store, mended, pupil, "foto")
    assert (page.scene.id, page.step, page.notice) == ("gedeeld", 1, None)
    page = playing.choose(store, mended, pupil, "foto", 1, "weg", NOW)
    assert page.scene.id == "weg"


def test_a_changed_story_cuts_the_path_where_it_no_longer_holds_and_says_so(
    player: Player, store: Store, library: Library, pupil: Actor
) -> None:
    player.choose("gedeeld", "ruzie")
    changed = FOTO.replace("- [Ik lach](#ruzie){act=mock}\n  > Au.\n", "").replace("## Ruzie\n\nBoos.\n", "")
    mended = with_lesson(library, lesson_of("foto", "foto", changed))
    page = playing.open_run(store, mended, pupil, "foto")
    assert (page.scene.id, page.step, page.notice) == ("gedeeld", 2, Notice.MOVED_ON)
    assert (page.endings_found, page.endings_total) == ((), 2)
    page = playing.choose(store, mended, pupil, "foto", 2, "weg", NOW)
    assert (page.scene.id, page.notice) == ("weg", None)
    assert playing.open_run(store, mended, pupil, "foto") == page


def test_an_answer_takes_seven_statements_at_most_even_at_an_ending(
    player: Player, statements: Statements, store: Store
) -> None:
    costs = []
    for choice in ("gevraagd", "samen"):
        step = player.page.step
        with statements() as seen:
            playing.choose(*player.given, step, choice, NOW)
        costs.append(len(seen))
    assert costs == [7, 5]
    with statements() as seen:
        playing.go_back(*player.given, 2, 1, NOW)
    assert len(seen) == lone_move(store)


def lone_move(store: Store) -> int:
    """Statements of a move that writes nothing else: SQLite needs BEGIN and COMMIT around it."""
    return 4 if store.engine.dialect.name == "sqlite" else 2


def test_only_a_move_that_writes_nothing_else_goes_without_a_transaction_of_its_own(
    player: Player, statements: Statements, store: Store
) -> None:
    """What is written in two statements without BEGIN could be kept by half."""
    alone = 0
    for press in ("gevraagd", "samen", None, "gevraagd", "samen"):
        with statements() as seen:
            player.choose(press) if press else player.back(0)
        writes = [one for one in seen if one.split()[0] in {"INSERT", "UPDATE", "DELETE"}]
        begun = any(one.startswith("BEGIN") for one in seen)
        assert begun or len(writes) == 1
        alone += not begun
    assert (alone > 0) is (store.engine.dialect.name == "postgresql")


def test_an_answer_costs_no_more_after_many(
    player: Player, statements: Statements, library: Library, store: Store
) -> None:
    for _ in range(12):
        player.choose("gedeeld", "ruzie")
        player.again()
    step = player.page.step
    with statements() as seen:
        playing.choose(*player.given, step, "gedeeld", player.now)
    assert len(seen) == lone_move(store)
