"""A translation has the scenes, choices and acts of the Dutch lesson, or the audit says where it differs."""

from course.scenario.read import read_lesson
from course.scenario.translation import audit_translation
from tests.scenario.lessons import FRONT, lesson_of

DUTCH = """## begin

- [Delen](#einde){id=a act=share}
  > Zo.
- [Vragen](#einde){id=b act=ask}
  > Zo.

## einde

Klaar.
"""
ENGLISH = (
    DUTCH.replace("Delen", "Share").replace("Vragen", "Ask").replace("Klaar", "Done").replace("Zo", "So")
)


def differences(english):
    other, _ = read_lesson(FRONT.format(band="po-7-8") + english, "lessons/les/en.md", "les")
    return [
        (one.line - FRONT.count("\n"), one.severity.value, one.code, one.message)
        for one in audit_translation(lesson_of(DUTCH), other)
    ]


def test_a_faithful_translation_has_no_problems():
    assert differences(ENGLISH) == []


def test_a_translated_heading_is_told_from_both_sides():
    assert differences(ENGLISH.replace("## einde", "## ending").replace("#einde", "#ending")) == [
        (1, "warning", "other-scenes", "The Dutch scene `einde` is not here."),
        (8, "warning", "other-scenes", "The Dutch lesson has no scene `ending`."),
    ]


def test_a_choice_with_another_name_is_told_at_its_scene():
    assert differences(ENGLISH.replace("id=b", "id=c")) == [
        (1, "warning", "other-choices", "`begin` has the choices `a` and `c`; in Dutch it has `a` and `b`.")
    ]


def test_another_act_is_an_error_at_its_choice():
    assert differences(ENGLISH.replace(" act=ask", "")) == [
        (5, "error", "other-act", "The choice `b` performs no act; in Dutch it performs `ask`.")
    ]
