"""A text that an author is told is English to everything but who shows it."""

from __future__ import annotations

import ast
import copy
import pickle

from course.reading.told import ENGLISH, one_after_another, said, told, told_number
from tests.architecture.sources import text, under


class Loud:
    """A language of its own: every message in capitals, its values left as they are."""

    def gettext(self, message: str) -> str:
        return {"no %(what)s": "GEEN %(what)s", "act": "DAAD"}.get(message, message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        return (one if number == 1 else many).replace("errors", "FOUTEN")


def test_a_told_text_is_its_english_sentence() -> None:
    text = told("no %(what)s", what="x")
    assert text == "no x"
    assert sorted([told("b"), "a"]) == ["a", "b"]
    assert told("100 %%") == "100 %"


def test_it_is_said_in_a_language_and_what_it_tells_of_too() -> None:
    assert told("no %(what)s", what=told("act")).said(Loud()) == "GEEN DAAD"
    assert told("no %(what)s", what="act").said(Loud()) == "GEEN act"
    assert said("no act", Loud()) == "no act"
    assert said(told("act"), ENGLISH) == "act"


def test_it_counts_in_the_form_of_the_language() -> None:
    assert told_number("%(num)s error", "%(num)s errors", 1) == "1 error"
    assert told_number("%(num)s error", "%(num)s errors", 2).said(Loud()) == "2 FOUTEN"


def test_texts_one_after_another_are_said_each_in_the_language() -> None:
    both = one_after_another(told("act"), "50%", between="; 100% ")
    assert both == "act; 100% 50%"
    assert both.said(Loud()) == "DAAD; 100% 50%"
    assert not one_after_another()


def test_a_copy_can_be_said_too() -> None:
    text = told_number("%(num)s error", "%(num)s errors", 2)
    for again in (copy.deepcopy(text), pickle.loads(pickle.dumps(text))):
        assert again == text
        assert again.said(Loud()) == "2 FOUTEN"


def test_everything_that_is_told_stands_in_the_sources_so_that_the_catalogs_know_it() -> None:
    unseen = []
    for name in under("course", "cli", suffix=".py"):
        for node in ast.walk(ast.parse(text(name))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id in {"told", "told_number"} and not isinstance(node.args[0], ast.Constant):
                unseen.append(f"{name}:{node.lineno}")
    assert unseen == []
