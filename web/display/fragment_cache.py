"""Fragments of a page that are drawn once: what a macro makes of content is the same for every reader of a language.

A scene, a verdict card and the buttons of its choices change only with the content and the rules; drawing them anew took
more time than saving the answer. Names of learners, steps and tokens never go through here: a form that is drawn once has
holes for them, which `filled` fills for each reader.
"""

from __future__ import annotations

from enum import StrEnum
from sys import getsizeof
from typing import TYPE_CHECKING, Any

from jinja2 import Template
from markupsafe import Markup, escape

from course.bounded_cache import BoundedCache
from web.http.csrf import page_token
from web.http.identity import page_owner
from web.http.language import locale_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask import Flask
    from jinja2.environment import TemplateModule
    from jinja2.runtime import Context, Macro

MOST_BYTES = 16 * 2**20
"""A lesson as one school reads it is some 100 fragments, 195 kB; forty classes at forty schools at once use 6 MB."""

_PLAIN = (str, int, float, type(None))


class Hole(StrEnum):
    """What stands in a form that is drawn once where a reader's own comes; no text and no form may hold a NUL."""

    TOKEN = "\0token\0"  # noqa: S105 - no token: the place for one
    OWNER = "\0owner\0"
    STEP = "\0step\0"


def install(app: Flask) -> None:
    """Give templates `cached(macro, key, …)`, which draws `macro(…)` once; a preview, whose files change, draws always."""
    app.jinja_env.globals["cached"] = _draw if app.debug else FragmentCache().draw
    app.jinja_env.globals["hole"] = {"token": Hole.TOKEN, "owner": Hole.OWNER, "step": Hole.STEP}
    app.jinja_env.filters["filled"] = _filled
    app.jinja_env.template_class = ImportedOnce


class ImportedOnce(Template):
    """A template whose macros are the same for every page that imports them.

    Jinja compares all globals of both at each `{% import %}`, which differ for nobody here; that took 30 microseconds
    for every import of a page.
    """

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 - the base class's signature
        return super()._get_default_module()


class FragmentCache:
    """What was drawn, by the macro, the language, the key that a template gives, and every plain value that it hands on."""

    def __init__(self) -> None:
        self._drawn = BoundedCache[str](MOST_BYTES, getsizeof)

    def draw(self, macro: Macro, key: Sequence[object], *things: Any) -> str:
        """Draw, or give what was drawn before.

        `things` are what the macro takes. Those that are no plain values are told apart by `key` alone: it names the
        edition, the rulebook and the audience (`Play.key`), and the scene and choice in it. Nothing is kept where that
        first part is empty, which nobody named; a later part may be, as of who came by nothing that a scene asks about.
        """
        if key and key[0] == ():
            return macro(*things)
        plain = (one if isinstance(one, _PLAIN) else None for one in things)
        name = (macro.name, locale_code(), tuple(key), *plain)
        found = self._drawn.get(name)
        return self._drawn.put(name, macro(*things)) if found is None else found


def _draw(macro: Macro, _key: Sequence[object], *things: Any) -> str:
    return macro(*things)


def _filled(html: str, step: int) -> Markup:
    """Put the reader's own into the holes: the token without which no form is taken, for whom the page is, and its step."""
    own = {Hole.TOKEN: page_token(), Hole.OWNER: page_owner(), Hole.STEP: step}
    drawn = str(html)
    for hole, value in own.items():
        drawn = drawn.replace(hole, escape(value))
    return Markup(drawn)  # noqa: S704 - what templates drew, and what is escaped
