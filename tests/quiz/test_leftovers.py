"""What Markdown swallows, or shows as it is, is an error in every place of a question."""

import pytest

from tests.quiz.kinds.questions import read

BODY = """{#wie}
## Wie?

Tekst.

- [ ] Sem
  > Nee.
- [x] Aya
- [ ] Bram
  > Nee.

> Samen.
"""
SORT = "{#s kind=sort}\n## S\n\n- a {act=ask}\n- b {act=post}\n- c {act=share}\n\n> Zo.\n"


def codes(body):
    return [code for _, code in read(body)[1]]


def test_a_sound_question_has_none():
    assert codes(BODY) == codes(SORT) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("> Samen.", "> Zie [daar](#wie).", "stray-link"),
        ("Tekst.", "Zie [daar](#wie).", "stray-link"),
        ("> Samen.", "> - [x] Samen.", "stray-box"),
        ("- [x] Aya\n- [ ] Bram", "- [x] Aya\n\u2013 [ ] Bram", "stray-box"),
        ("Tekst.", "Te<b>ks</b>t.", "raw-html"),
        ("Tekst.", "<!-- weg -->", "raw-html"),
        ("Sem", "Sem {act=ask}", "loose-attributes"),
        ("Sem", "{act=ask} Sem", "loose-attributes"),
        ("{#wie}", "{#wie\u2013is}", "dash-for-hyphen"),
    ],
)
def test_each_slip_is_an_error(old, new, code):
    assert old in BODY
    assert code in codes(BODY.replace(old, new, 1))


def test_a_dash_in_the_act_of_an_item_is_told_as_such():
    assert "dash-for-hyphen" in codes(SORT.replace("{act=ask}", "{act=a\u2013sk}"))


def test_a_piece_of_a_lesson_is_none_of_a_quiz():
    assert "stray-container" in codes(BODY.replace("Tekst.", "::: chat Groep\nnoor: hoi\n:::"))


def test_a_slip_is_told_at_its_line():
    assert read(BODY.replace("> Samen.", "> Zie [daar](#wie)."))[1] == [(18, "stray-link")]
