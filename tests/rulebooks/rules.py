"""Rules of a school in small, as a file and as a version, for tests."""

from __future__ import annotations

from datetime import date
from functools import cache

from course.library import Library, default_content_root, load_library
from course.norms.write import write_tree
from course.rulebooks.publishing import import_file
from course.rulebooks.texts import read_version
from tests.builders import NOW

TODAY = date(2026, 11, 20)
ASK = "Vraag het eerst aan je leraar."
SHARE = "Deel geen foto’s van anderen."


@cache
def library() -> Library:
    return load_library(default_content_root())


def an_article(words: str = ASK, **changes) -> dict:
    return {"audience": ["pupil", "teacher"], "kind": "norm", "nl": words, "teachable": True} | changes


def a_tree(articles: dict | None = None, stances: dict | None = None, **changes) -> dict:
    """De Eik: `a` says to ask first, and the act of the first pupils' lesson rests on it."""
    return {
        "id": "de-eik",
        "name": "De Eik",
        "title": "Afspraken",
        "articles": {"a": an_article(), "b": an_article(SHARE)} if articles is None else articles,
        "stances": {an_act(): stance("ask-first", "a")} if stances is None else stances,
    } | changes


def a_text(*args, **kwargs) -> str:
    return write_tree(a_tree(*args, **kwargs))


def stance(name: str, *articles: str, **more) -> dict:
    return {"stance": name, "articles": list(articles)} | more


@cache
def acts_in_lessons() -> tuple[str, ...]:
    """Acts that choices of a pupils' lesson perform, by name."""
    lesson = library().lesson("mag-deze-foto")
    return tuple(sorted(lesson.acts()))


def an_act(number: int = 0) -> str:
    return acts_in_lessons()[number]


def a_protocol(*args, slug: str = "de-eik", **kwargs):
    text = a_text(*args, **kwargs)
    return read_version(text, slug, slug, library().norms.acts)


def published(store, *schools, text: str | None = None, from_on: date = TODAY, now=NOW):
    """A version by which these schools go, as the command would give it to them."""
    return import_file(store, library(), text or a_text(), [one.id for one in schools], from_on, now)
