"""A skeleton shows each part of its format once."""

from __future__ import annotations

from cli.skeletons import files, module


def test_a_skeleton_shows_what_an_author_may_write():
    made = files("nieuwe-les", staff=False)
    assert set(made) == {
        "lessons/nieuwe-les/nl.md",
        "lessons/nieuwe-les/begin.svg",
        "quizzes/nieuwe-les/nl.md",
    }
    for part in ("::: chat", "::: teacher", "::: when chose=", "{.later}", "act=", "{id="):
        assert part in made["lessons/nieuwe-les/nl.md"]
    assert "kind=judge" in made["quizzes/nieuwe-les/nl.md"]


def test_staff_get_a_module_of_their_own():
    assert 'audience = "teacher"' in module("nieuw", staff=True)
    assert 'bands = ["po-7-8"]' in module("nieuw", staff=False)
