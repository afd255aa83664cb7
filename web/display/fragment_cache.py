"""Pieces of a page that are drawn once: what a macro makes of frozen content is the same for every reader of a language.

A scene, a verdict card and the buttons of its choices change only with the content; drawing them anew took more time
than saving the answer. Names of learners, steps and tokens never go through here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Template

from web.http.language import locale_code

if TYPE_CHECKING:
    from flask import Flask
    from jinja2.environment import TemplateModule
    from jinja2.runtime import Context, Macro

MOST_KEPT = 4096
"""A scene takes some 4 kB; the three lessons at five schools in two languages are about 1,500 pieces."""

_PLAIN = (str, int, float, type(None))


def install(app: Flask) -> None:
    """Give templates `kept(macro, …)`, which draws `macro(…)` once; a preview, whose files change, draws always."""
    app.jinja_env.globals["kept"] = _draw if app.debug else Kept().draw
    app.jinja_env.template_class = ImportedOnce


class ImportedOnce(Template):
    """A template whose macros are the same for every page that imports them.

    Jinja compares all globals of both at each `{% import %}`, which differ for nobody here; that took 30 microseconds
    for every import of a page.
    """

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 - the base class's signature
        return super()._get_default_module()


class Kept:
    """What was drawn, by the macro, the language and the very things it was drawn from."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[object, ...], tuple[tuple[Any, ...], str]] = {}

    def draw(self, macro: Macro, *things: Any) -> str:
        """Draw, or give what was drawn before.

        `things` are plain values or frozen parts of the content that live as long as it does: those are told apart by
        identity, and held here so that no other thing can ever get the same one.
        """
        key = (macro.name, locale_code(), *(one if isinstance(one, _PLAIN) else id(one) for one in things))
        found = self._drawn.get(key)
        if found is None:
            if len(self._drawn) >= MOST_KEPT:
                self._drawn.clear()
            found = self._drawn[key] = (things, macro(*things))
        return found[1]


def _draw(macro: Macro, *things: Any) -> str:
    return macro(*things)
