"""What hangs on earlier choices and on rules is walked state by state, under every protocol."""

from __future__ import annotations

import pytest

from course.norms.model import Stance
from course.scenario.audit import audit_lesson
from course.scenario.rules import case
from course.scenario.states import states_of
from tests.scenario.lessons import act, lesson_of, norms_of, protocol

NORMS = norms_of(
    [act("share"), act("ask")],
    protocol("strict", share=Stance.FORBIDDEN, ask=Stance.ALLOWED),
    protocol("mild", share=Stance.ALLOWED, ask=Stance.REQUIRED),
)
TEXT = """## start

- [Vragen](#midden){id=vragen act=ask}
  > Zo.
- [Delen](#midden){id=delen act=share}
  > Zo.

## midden

- [Uit](#einde){id=uit act=ask UIT}
  > Zo.
- [Om](#start){id=om act=ask OM}
  > Zo.

EINDE
## einde
"""


def found(codes, einde="", uit="", om="", text=TEXT):
    scenes = text.replace("UIT", uit).replace("OM", om).replace("EINDE", einde)
    problems = audit_lesson(lesson_of(scenes), NORMS, ("noor.svg",))
    return [(one.severity.value, one.code, one.line) for one in problems if one.code in codes]


@pytest.mark.parametrize(
    ("uit", "om", "told"),
    [
        ('when="chose=vragen"', "", []),
        ('when="chose=vragen"', 'when="chose!=vragen"', []),
        ('when="chose=vragen"', 'when="chose=vragen"', [("error", "nothing-offered", 18)]),
        (
            'when="act=share stance=forbidden"',
            'when="act=share verdict=may"',
            [("error", "dead-end", 11), ("error", "dead-end", 18)],
        ),
        ('when="act=share stance=silent"', "", [("error", "dead-end", 11), ("error", "dead-end", 18)]),
        ('when="chose=om"', "", []),
        (
            'when="chose=om,uit"',
            'when="chose=om"',
            [("error", "dead-end", 11), ("error", "nothing-offered", 18)],
        ),
    ],
)
def test_nobody_is_left_without_a_choice_or_a_way_out(uit, om, told):
    assert found({"nothing-offered", "dead-end"}, uit=uit, om=om) == told


@pytest.mark.parametrize(
    ("einde", "told"),
    [
        ('{when="chose=vragen"}', []),
        ('{when="chose=uit"}', []),
        ('{when="chose!=uit"}', [("error", "unreached-scene", 26)]),
        ('{when="act=share stance=silent"}', [("hint", "unreached-scene", 26)]),
    ],
)
def test_somebody_comes_to_every_scene(einde, told):
    assert found({"unreached-scene"}, einde=einde) == told


LATER = """
{.later}
## later

::: when chose=vragen
Weet je nog?
:::

- [Ja](#slot){id=a}
  > Zo.
- [Nee](#slot){id=b}
  > Zo.

## slot
"""


def test_what_no_way_can_have_made_true_is_told_where_it_is_asked():
    parts = "\n::: when chose=uit\nNooit.\n:::\n\n::: when chose=om\nSoms.\n:::\n"
    assert found({"never-holds"}, text=TEXT.replace("## midden\n", f"## midden\n{parts}")) == [
        ("error", "never-holds", 20)
    ]


def test_a_later_card_asks_for_what_a_way_to_an_ending_chose():
    assert found({"never-holds"}, text=TEXT + LATER) == []
    assert found({"never-holds"}, text=TEXT + LATER.replace("chose=vragen", "chose=om chose!=uit")) == [
        ("error", "never-holds", 31)
    ]


def test_a_later_card_leaves_nobody_without_a_choice_of_whom_nothing_is_kept_any_more():
    asked = LATER.replace("{id=a}", '{id=a when="chose=vragen"}').replace(
        "{id=b}", '{id=b when="chose=delen"}'
    )
    assert found({"nothing-offered"}, text=TEXT + asked) == [("error", "nothing-offered", 29)]
    assert found({"nothing-offered"}, text=TEXT + asked.replace("chose=delen", "chose!=vragen")) == []


def test_a_later_card_may_come_only_to_who_made_a_choice():
    only = LATER.replace("{.later}", '{.later when="chose=delen"}')
    assert found({"unreached-scene", "never-holds", "later-card"}, text=TEXT + only) == []


def test_a_scene_that_only_a_hindered_way_comes_to_the_end_of_is_told_by_state():
    told = found({"no-good-ending"}, uit='when="chose=delen"')
    assert told == [("error", "no-good-ending", 11)], (
        "who asked goes round, who shared did what strict forbids"
    )


def test_a_lesson_that_remembers_too_much_is_told(monkeypatch):
    monkeypatch.setattr(case, "states_of", lambda *places: states_of(*places, most=1))
    assert [code for _, code, _ in found({"too-many-states"})] == ["too-many-states"]
