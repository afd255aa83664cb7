"""A lesson at one school for one band: what rules and band decide is gone from it, what was chosen is still asked."""

from __future__ import annotations

from course.norms.model import Stance
from course.scenario.settle import rules_asked, scenes_left_bare, settle
from tests.scenario.lessons import lesson_of

TEXT = """## start

::: when act=share stance=forbidden chose=a
Het mag niet.
:::

::: when act=share stance=allowed
Het mag.
:::

- [A](#streng){id=a}
  > Zo.
- [B](#einde){id=b}
  > Zo.
  >
  > ::: when act=share stance=forbidden
  > Toch niet.
  > :::

{when="act=share stance=forbidden chose!=b"}
## streng

::: when band=vo-1-2
Voor groten.
:::

- [Terug](#start){id=terug when="band=vo-1-2"}
  > Zo.

## einde
"""


def settled(stance, band="po-7-8"):
    return settle(lesson_of(TEXT), {"share": stance}.__getitem__, band)


def test_a_part_for_other_schools_is_gone_and_one_for_all_its_readers_stands_open():
    mild, strict = settled(Stance.ALLOWED), settled(Stance.FORBIDDEN)
    assert [piece.kind for piece in mild.start.pieces] == ["narration"]
    assert [piece.kind for piece in strict.start.pieces] == ["when"]
    assert [one.html for one in mild.start.choices[-1].passages] == ["<p>Zo.</p>"]
    assert [one.html for one in strict.start.choices[-1].passages] == ["<p>Zo.</p>", "<p>Toch niet.</p>"]


def test_a_choice_hangs_on_the_scene_where_it_leads():
    assert [one.id for one in settled(Stance.ALLOWED).start.choices] == ["b"]
    assert [len(one.ways) for one in settled(Stance.FORBIDDEN).start.choices] == [1, 0]


def test_where_no_choice_would_be_left_all_stay_so_that_nobody_is_stuck():
    strict = settled(Stance.FORBIDDEN)
    assert [one.id for one in strict.scenes["streng"].choices] == ["terug"]
    stances = {"share": Stance.FORBIDDEN}
    assert scenes_left_bare(lesson_of(TEXT), stances.__getitem__, "po-7-8") == {"streng"}
    assert scenes_left_bare(lesson_of(TEXT), stances.__getitem__, "vo-1-2") == frozenset()


def test_a_band_sees_its_own_part_and_who_has_none_reads_as_the_youngest():
    assert [piece.kind for piece in settled(Stance.FORBIDDEN, "vo-1-2").scenes["streng"].pieces] == [
        "narration"
    ]
    assert settled(Stance.FORBIDDEN, None).scenes["streng"].pieces == ()
    assert lesson_of(TEXT).by_band


def test_what_is_asked_of_the_rules_is_known_and_a_lesson_that_asks_nothing_is_itself():
    assert [(one.act, one.stances) for one in rules_asked(lesson_of(TEXT))] == [
        ("share", (Stance.FORBIDDEN,)),
        ("share", (Stance.ALLOWED,)),
    ]
    plain = lesson_of("## start\n\n- [A](#einde)\n\n## einde\n")
    assert settle(plain, {}.__getitem__) is plain
