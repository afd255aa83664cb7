"""A walk over states sees all that can happen, and stays small where ways are without number."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from course.scenario.states import MOST, asked_from, asked_later, states_of, way_to
from course.scenario.walk import Step, memory_of, offered, scene_at
from tests.scenario.lessons import lesson_of

SCENES = 20


def long_lesson(asks):
    """Twenty scenes in a row with three choices each; `asks` gives the condition of a scene's third."""
    text = ""
    for number in range(SCENES):
        after = f"#s{number + 1}" if number + 1 < SCENES else "#einde"
        when = asks(number)
        text += f"## s{number}\n\n"
        for name in "abc":
            condition = f' when="{when}"' if when and name == "c" else ""
            text += f"- [{name}]({after}){{id={name}{number}{condition}}}\n  > Zo.\n"
        text += "\n"
    return lesson_of(f"{text}## einde\n")


BACK = """## start

- [Vragen](#einde){id=vragen}
  > Zo.
- [Delen](#einde){id=delen}
  > Zo.

## einde

{.later}
## later

::: when chose=delen
Weet je nog?
:::

- [Ja](#slot){id=ja}
  > Zo.
- [Nee](#slot){id=nee}
  > Zo.

## slot
"""


def test_a_later_card_begins_with_what_led_to_an_ending_or_with_nothing():
    lesson = lesson_of(BACK)
    states = states_of(lesson, lesson.start, *lesson.later)
    begun = {state.memory for state in states.ways if state.scene == "later"}
    assert begun == {frozenset(), frozenset({"delen"})}
    assert {state.memory for state in states.ways if state.scene == "slot"} == {frozenset()}
    assert asked_later(lesson) == {"delen"}


def test_a_later_card_with_a_condition_begins_only_where_it_holds():
    lesson = lesson_of(BACK.replace("{.later}", '{.later when="chose=delen"}'))
    states = states_of(lesson, lesson.start, *lesson.later)
    assert {state.memory for state in states.ways if state.scene == "later"} == {frozenset({"delen"})}


def test_a_lesson_of_twenty_scenes_that_asks_of_the_scene_before_has_two_states_a_scene():
    lesson = long_lesson(lambda number: f"chose=a{number - 1}" if number else "")
    states = states_of(lesson)
    assert states.is_whole
    assert len(states.ways) == 2 * SCENES, "and more than a billion ways"


def test_what_is_asked_late_is_remembered_until_then_and_no_longer():
    lesson = long_lesson(lambda number: "chose=a0" if number in {5, 15} else "")
    states = states_of(lesson)
    assert len(states.ways) == 1 + 2 * 15 + 5
    assert asked_from(lesson)["s15"] == {"a0"}
    assert asked_from(lesson)["s16"] == frozenset()


def test_six_choices_that_are_asked_at_the_end_stay_within_the_bound():
    lesson = long_lesson(
        lambda number: "chose=" + ",".join(f"a{one}" for one in range(6)) if number == SCENES - 1 else ""
    )
    states = states_of(lesson)
    assert states.is_whole
    assert len(states.ways) <= 2**6 * SCENES


def test_a_walk_that_grows_beyond_all_bounds_stops_and_says_so():
    asked = ",".join(f"{name}{one}" for one in range(SCENES - 1) for name in "ab")
    states = states_of(long_lesson(lambda number: f"chose={asked}" if number == SCENES - 1 else ""), most=500)
    assert not states.is_whole
    assert len(states.ways) == 501
    assert MOST > 500


LOOP = lesson_of(
    """## start

- [A](#midden){id=a}
  > Zo.
- [B](#midden){id=b when="chose!=c"}
  > Zo.

## midden

- [Terug](#start){id=c}
  > Zo.
- [Uit](#einde){id=d when="chose=a"}
  > Zo.
- [Om](#start){id=e when="chose=b,c"}
  > Zo.

## einde
"""
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 2), max_size=12))
def test_every_way_that_somebody_walks_is_in_a_state_with_the_same_choices(picks):
    states, asked, path = states_of(LOOP), asked_from(LOOP), ()
    for pick in picks:
        scene = scene_at(LOOP, path)
        memory = memory_of(path)
        state = (scene.id, memory & asked[scene.id])
        here = offered(scene, memory)
        assert tuple(choice for choice, _ in states.ways[state]) == here
        if not here:
            break
        path = (*path, Step(scene.id, here[pick % len(here)].id))


def test_the_states_that_lead_to_a_goal_are_found_backwards():
    states = states_of(LOOP)
    goals = frozenset(one for one in states.ways if one.scene == "einde")
    assert states.leading(lambda _: True, goals) == frozenset(states.ways)
    without = states.leading(lambda choice: choice.id != "d", goals)
    assert without == goals


def test_a_shortest_way_to_a_scene_is_one_that_can_be_walked():
    path = way_to(LOOP, "einde")
    assert path == (Step("start", "a"), Step("midden", "d"))
    assert scene_at(LOOP, path).id == "einde"
    assert way_to(LOOP, "start") == ()
    assert way_to(LOOP, "nergens") is None
