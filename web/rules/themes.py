"""A protocol by theme: its articles under what they are about, by the acts that they decide."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.norms.model import Article, Norms, Protocol

REST = "rest"
"""The theme of articles that decide no act: what the protocol is for, and how it came about."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The articles about one thing, in the order of the document."""

    id: str
    name: str
    articles: tuple[Article, ...]


def by_theme(protocol: Protocol, norms: Norms, articles: Sequence[Article], locale: str) -> tuple[Theme, ...]:
    """Put each article under the theme of most acts that it decides; themes without articles are left out."""
    counted: dict[str, Counter[str]] = {}
    for act, stand in protocol.stands.items():
        for article_id in stand.articles:
            counted.setdefault(article_id, Counter())[norms.acts[act].theme] += 1
    names = {one.id: one.words.for_locale(locale) for one in norms.themes.values()}
    names[REST] = _("About this protocol")
    found: dict[str, list[Article]] = {}
    for article in articles:
        themes = counted.get(article.id)
        theme = themes.most_common(1)[0][0] if themes else REST
        found.setdefault(theme, []).append(article)
    return tuple(Theme(one, name, tuple(found[one])) for one, name in names.items() if one in found)


def containing(articles: Iterable[Article], words: str, locale: str) -> tuple[Article, ...]:
    """Keep the articles in which every word that is looked for stands, wherever and however it is written."""
    wanted = words.casefold().split()
    return tuple(
        article
        for article in articles
        if all(one in f"{article.words.for_locale(locale)} {article.number}".casefold() for one in wanted)
    )
