"""A message that is completed from parts is one of the choices."""

from __future__ import annotations

import pytest

from course.scenario.composing import made_choice, messages
from course.scenario.meaning import meaning_of
from tests.scenario.lessons import lesson_of

TEXT = """## start

::: compose Daan
Hoi Daan,

- eerlijk: ik heb hem doorgestuurd.
- draaien: *iemand* heeft hem doorgestuurd.

En nu:

- weg: ik haal hem weg.
- grap: het was maar een grapje.
:::

- [Eerlijk, en hij gaat weg](#einde){id=goed parts="eerlijk weg" act=ask}
  > Zo.
- [Gedraai](#einde){id=gedraai parts=draaien}
  > Zo.
- [Iets anders](#einde){id=anders}
  > Zo.

## einde
"""


@pytest.mark.parametrize(
    ("picked", "made"),
    [
        ("+eerlijk+weg", "goed"),
        ("+draaien+weg", "gedraai"),
        ("+draaien+grap", "gedraai"),
        ("+eerlijk+grap", "anders"),
        ("+weg+eerlijk", "+weg+eerlijk"),
        ("+eerlijk", "+eerlijk"),
        ("goed", "goed"),
        ("", ""),
    ],
)
def test_a_message_is_the_first_choice_whose_parts_are_in_it(picked, made):
    assert made_choice(lesson_of(TEXT).start, picked) == made


def test_a_scene_without_a_message_takes_an_id_as_it_is():
    assert made_choice(lesson_of("## start\n\n- [A](#einde)\n\n## einde\n").start, "+a") == "+a"


def test_every_message_can_be_told():
    message = lesson_of(TEXT).start.compose
    assert message is not None
    assert len(list(messages(message))) == 4


def test_other_parts_ask_something_else():
    other = lesson_of(TEXT.replace('parts="eerlijk weg"', 'parts="eerlijk grap"'))
    assert meaning_of(lesson_of(TEXT).start) != meaning_of(other.start)
