"""Every condition that something in a scene hangs on is found, however deep it stands."""

from __future__ import annotations

from course.scenario.conditions import Chose, InBand
from course.scenario.parts import conditions_of, flat
from tests.scenario.lessons import lesson_of

TEXT = """## start

- [A](#einde){id=a}
  > Zo.
- [B](#weer){id=b}
  > Zo.

{when="chose=b"}
## weer

::::: when chose!=a
::: when band=po-7-8
Diep.
:::
:::::

- [C](#einde){id=c when="chose=b,a"}
  > Zo.
  >
  > ::: when chose=start/b
  > Alweer.
  > :::
- [D](#einde){id=d}
  > Zo.

## einde
"""


def test_conditions_are_found_on_scenes_pieces_choices_and_explanations():
    scene = lesson_of(TEXT).scenes["weer"]
    assert [one for one in conditions_of(scene) if one] == [
        (Chose(("b",)),),
        (Chose(("a",), negated=True),),
        (InBand(("po-7-8",)),),
        (Chose(("b", "a")),),
        (Chose(("start/b",)),),
    ]
    assert [piece.kind for piece in flat(scene.pieces)] == ["when", "when", "narration"]
