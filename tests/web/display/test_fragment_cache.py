"""Fragments are drawn once for each key and language, and never fill the memory; what is cached is what would be drawn."""

from __future__ import annotations

import inspect
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from flask import g, render_template, session
from jinja2 import Template
from markupsafe import escape

from course.learning.lesson.page import play_of
from course.learning.lesson.run import Run
from course.learning.lesson.script import script_for
from course.library import load_library
from course.people.roles import Role
from course.scenario.walk import Step
from tests.library.many_modules import write_modules
from tests.people.actors import an_actor
from web.display import fragment_cache
from web.display.fragment_cache import FragmentCache

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.proof


class Drawing:
    """A macro that counts how often it is drawn."""

    name = "scene"

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, *things: object) -> str:
        self.times += 1
        return f"{things} in {fragment_cache.locale_code()}"


@pytest.fixture
def speaks(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Have somebody read in another language."""

    def language(code: str) -> None:
        monkeypatch.setattr(fragment_cache, "locale_code", lambda: code)

    language("nl")
    return language


def test_a_fragment_is_drawn_once_for_each_language(speaks: Callable[[str], None]) -> None:
    drawn, macro = FragmentCache(), Drawing()
    assert [drawn.draw(macro, ["k"], "a", 1) for _ in range(3)] == ["('a', 1) in nl"] * 3
    speaks("en")
    assert drawn.draw(macro, ["k"], "a", 1) == "('a', 1) in en"
    speaks("nl")
    assert drawn.draw(macro, ["k"], "a", 1) == "('a', 1) in nl"
    assert macro.times == 2


@pytest.mark.usefixtures("speaks")
def test_another_key_another_plain_value_and_another_place_of_it_are_another_fragment() -> None:
    drawn, macro = FragmentCache(), Drawing()
    asked = [(["k"], "a"), (["l"], "a"), (["k"], "b"), (["k", "a"],), (["k"], None, "a"), (["k"], "a", None)]
    for key, *things in asked * 2:
        drawn.draw(macro, key, *things)
    assert macro.times == len(asked)


@pytest.mark.usefixtures("speaks")
def test_content_is_told_apart_by_its_key_never_by_where_it_lies_in_memory() -> None:
    drawn, macro = FragmentCache(), Drawing()
    assert drawn.draw(macro, ["k"], ["content"]) == drawn.draw(macro, ["k"], ["content"])
    assert macro.times == 1


@pytest.mark.usefixtures("speaks")
def test_nothing_is_kept_under_a_key_that_nobody_named() -> None:
    drawn, macro = FragmentCache(), Drawing()
    assert drawn.draw(macro, [(), "start"], ["one"]) != drawn.draw(macro, [(), "start"], ["other"])


@pytest.mark.usefixtures("speaks")
def test_a_scene_to_which_nobody_came_by_anything_is_drawn_once() -> None:
    drawn, macro = FragmentCache(), Drawing()
    for came_by in ((), (("start", "online"),)) * 3:
        drawn.draw(macro, [("k",), "start", came_by], ["content"])
    assert macro.times == 2


@pytest.mark.usefixtures("speaks")
def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fragment_cache, "MOST_BYTES", 2000)
    drawn, macro = FragmentCache(), Drawing()
    for number in range(200):
        assert drawn.draw(macro, [number], "x" * 50) == f"('{'x' * 50}',) in nl"
        assert len(drawn._drawn) <= 20


def every_way(script):
    """A path to every scene of a lesson, and one that ends in every choice."""
    seen, waiting = {script.lesson.start.id}, [((), script.lesson.start)]
    while waiting:
        path, scene = waiting.pop(0)
        yield path
        for choice in scene.choices:
            step = (*path, Step(scene.id, choice.id))
            if choice.target in seen:
                yield step
            else:
                seen.add(choice.target)
                waiting.append((step, script.lesson.scenes[choice.target]))


class Checking(FragmentCache):
    """Gives what is cached, but draws it too and holds it against that."""

    def __init__(self):
        super().__init__()
        self.met = Counter()

    def draw(self, macro, key, *things):
        cached, fresh = super().draw(macro, key, *things), macro(*things)
        assert cached == fresh, (macro.name, key)
        self.met[macro.name] += 1
        return cached


READERS = [(Role.PUPIL, "nl"), (Role.TEACHER, "nl"), (Role.DIRECTOR, "nl"), (Role.TEACHER, "en")]


def draw_everything(app, library, cache, protocols, lessons):
    app.jinja_env.globals["cached"] = cache.draw
    for protocol in protocols:
        for role, locale in READERS:
            actor = an_actor(role, protocol=protocol, locale=locale)
            for lesson in lessons:
                if library.module(library.lesson(lesson).module).audience != "pupil" and role is Role.PUPIL:
                    continue
                script = script_for(library, actor, lesson)
                with app.test_request_context(f"/lessons/{lesson}"):
                    g.actor, g.locale_code = actor, locale
                    for path in every_way(script):
                        play = play_of(script, Run(path=path), module_done=False)
                        assert "\0" not in render_template("learn/_lesson.html", play=play)


def test_whoever_reads_whatever_lesson_at_whatever_school_gets_what_would_be_drawn_for_them(app, library):
    """The first reader's fragments are never another's: a teacher would read a pupil's articles."""
    cache = Checking()
    draw_everything(app, library, cache, library.norms.protocols, library.lessons)
    assert cache.met.keys() >= {"said", "stands", "told", "sums_up", "way_back", "collected"}
    assert cache.met["stands"] > 1000


def test_a_form_that_is_drawn_once_carries_the_token_the_owner_and_the_step_of_each_reader(app, library):
    actor = an_actor(Role.PUPIL, protocol="verkruisen")
    script = script_for(library, actor, "mag-deze-foto")
    ending = next(path for path in every_way(script) if script.lesson.scenes[end_of(script, path)].is_ending)
    for path in ((), ending[:1], ending):
        for token, owner, step in (("a1", "sam", 7), ("b2", 'no"<ur', 8)):
            with app.test_request_context("/"):
                g.actor, g.page_token, session["owner"] = actor, token, owner
                play = play_of(script, Run(path=path, step=step), module_done=False)
                html = render_template("learn/_lesson.html", play=play)
            forms = html.count("<form")
            assert forms == html.count("</form>") >= 1
            assert html.count(f'name="csrf_token" value="{token}"') == forms
            assert html.count(f'name="owner" value="{escape(owner)}"') == forms
            assert html.count(f'name="step" value="{step}"') == forms


def test_an_answer_draws_no_piece_of_a_lesson_anew(app, library):
    cache, drawn = FragmentCache(), Counter()

    def counting(macro, key, *things):
        def once(*given):
            drawn[macro.name] += 1
            return macro(*given)

        once.name = macro.name
        return cache.draw(once, key, *things)

    app.jinja_env.globals["cached"] = counting
    actor = an_actor(Role.PUPIL, protocol="verkruisen")
    script = script_for(library, actor, "mag-deze-foto")
    seen = []
    for _ in range(2):
        for path in every_way(script):
            with app.test_request_context("/"):
                g.actor = actor
                play = play_of(script, Run(path=path), module_done=False)
                render_template("learn/_lesson.html", play=play)
        seen.append(drawn.copy())
    assert seen[0] == seen[1]


def end_of(script, path):
    """The scene where a path leads to."""
    return (
        script.lesson.scenes[path[-1].scene].choice(path[-1].choice).target
        if path
        else script.lesson.start.id
    )


def test_a_lesson_that_was_changed_is_drawn_anew(app, library, tmp_path):
    """A worker never has two editions of a lesson; they are told apart all the same."""
    root = write_modules(tmp_path, 1)
    file = root / "lessons/mag-deze-foto/nl.md"
    cache = Checking()
    for new in ("De berggeit", "De bergkoe"):
        file.write_text(file.read_text(encoding="utf-8").replace("De berggeit", new), encoding="utf-8")
        draw_everything(app, load_library(root), cache, ["kom-leren"], ["mag-deze-foto"])


def test_rules_that_were_changed_are_drawn_anew(app, library, tmp_path):
    root = write_modules(tmp_path, 1)
    file = root / "norms/protocols/verkruisen.toml"
    cache = Checking()
    text = file.read_text(encoding="utf-8")
    for old, new in (("", ""), ("obs Verkruisen", "De Nieuwe Verkruisen"), ('"forbidden"', '"ask-first"')):
        file.write_text(text.replace(old, new) if old else text, encoding="utf-8")
        draw_everything(app, load_library(root), cache, ["verkruisen"], ["mag-deze-foto"])


def test_macros_are_imported_once_by_a_private_name_of_jinja(app):
    """Comparing the globals at every import took a tenth of an answer. Where Jinja drops the name, this test says so."""
    signature = inspect.signature(Template._get_default_module)
    assert list(signature.parameters) == ["self", "ctx"]
    template = app.jinja_env.get_template("_ui/ui.html")
    assert isinstance(template, fragment_cache.ImportedOnce)
    with app.test_request_context("/"):
        context = app.jinja_env.get_template("_layout.html").new_context({"anything": 1})
        assert template._get_default_module(context) is template._get_default_module()
