"""One person of the shared cast: a plain face, and others by what they show."""

from __future__ import annotations

from course.scenario.cast import read_member

TEXT = 'name = "Daan"\nface = "daan.svg"\n[faces]\nsad = "daan-sad.svg"\n'


def test_a_person_has_a_plain_face_and_others():
    member, problems = read_member(TEXT, "lessons/cast/daan.toml", "daan", {"daan.svg", "daan-sad.svg"})
    assert problems == ()
    assert member.faces == {"face": "daan.svg", "sad": "daan-sad.svg"}


def test_faces_that_are_no_table_are_told():
    text = 'name = "Daan"\nface = "daan.svg"\nfaces = ["daan.svg"]\n'
    member, problems = read_member(text, "lessons/cast/daan.toml", "daan", {"daan.svg"})
    assert [one.code for one in problems] == ["wrong-faces"]
    assert member.faces == {"face": "daan.svg"}
