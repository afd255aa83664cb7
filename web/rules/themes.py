"""A protocol by theme: its articles under what they are about, by the acts that they decide."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import request
from flask_babel import gettext as _

from web.display.looking_for import every_word_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.norms.model import Article, Norms, Protocol

REST = "rest"
"""The theme of articles that decide no act: what the protocol is for, and how it came about."""

LONGEST_SEARCH = 80
"""Characters."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The articles about one thing, in the order of the document."""

    id: str
    name: str
    articles: tuple[Article, ...]


def by_theme(protocol: Protocol, norms: Norms, articles: Sequence[Article], locale: str) -> tuple[Theme, ...]:
    """Put each article under the theme of most acts that it decides; themes without articles are left out."""
    themes = _themes_of(protocol, norms)
    names = {one.id: one.words.for_locale(locale) for one in norms.themes.values()}
    names[REST] = _("About this protocol")
    found: dict[str, list[Article]] = {}
    for article in articles:
        found.setdefault(themes.get(article.id, REST), []).append(article)
    return tuple(Theme(one, name, tuple(found[one])) for one, name in names.items() if one in found)


def containing(
    protocol: Protocol, norms: Norms, articles: Iterable[Article], words: str, locale: str
) -> tuple[Article, ...]:
    """Keep the articles in which, or in whose theme, every word that is looked for stands, however it is written.

    Who looks for "foto" finds all that is said on photos, also where it is called a picture.
    """
    themes = _themes_of(protocol, norms)
    names = {one: norms.themes[theme].words.for_locale(locale) for one, theme in themes.items()}
    return tuple(
        one
        for one in articles
        if every_word_in(f"{one.words.for_locale(locale)} {one.number} {names.get(one.id, '')}", words)
    )


def _themes_of(protocol: Protocol, norms: Norms) -> dict[str, str]:
    """Name the theme of each article that decides an act: that of most of its acts."""
    counted: dict[str, Counter[str]] = {}
    for act, stand in protocol.stands.items():
        for article_id in stand.articles:
            counted.setdefault(article_id, Counter())[norms.acts[act].theme] += 1
    return {one: themes.most_common(1)[0][0] for one, themes in counted.items()}


def looked_for() -> str:
    """Read from the address what is looked for; empty for nothing."""
    return " ".join(request.args.get("q", "")[:LONGEST_SEARCH].split())
