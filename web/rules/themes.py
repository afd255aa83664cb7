"""A protocol by theme: its articles under what they are about, by the acts that they decide."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from course.norms.model import Act, Article, Protocol

REST = "rest"
"""The theme of articles that decide no act: what the protocol is for, and how it came about."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The articles about one thing, in the order of the document."""

    id: str
    name: str
    articles: tuple[Article, ...]


def theme_names() -> Mapping[str, str]:
    """Name every theme, in the order of the page: what touches people first."""
    return {
        "images-consent": _("Photos, films and sound"),
        "personal-data": _("What you tell about others"),
        "location": _("Where somebody is"),
        "think-before-posting": _("Think first, then post"),
        "decency-bullying": _("Decency and bullying"),
        "good-name": _("Good name of people and school"),
        "discussion-criticism": _("Discussion and criticism"),
        "role-and-opinion": _("Role and own opinion"),
        "contact-channels": _("Contact between pupils, parents and staff"),
        "school-hours": _("During school hours"),
        "accounts": _("Accounts and passwords"),
        "copyright": _("Work of others"),
        "social-media-in-lessons": _("Social media in lessons"),
        "media-literacy-duty": _("Learning to deal with it"),
        "school-profile": _("How the school shows itself"),
        "reporting-sanctions": _("Reporting, and what follows"),
        REST: _("About this protocol"),
    }


def by_theme(protocol: Protocol, acts: Mapping[str, Act], articles: Sequence[Article]) -> tuple[Theme, ...]:
    """Put each article under the theme of most acts that it decides; themes without articles are left out."""
    counted: dict[str, Counter[str]] = {}
    for act, position in protocol.positions.items():
        for article_id in position.articles:
            counted.setdefault(article_id, Counter())[acts[act].theme] += 1
    names = theme_names()
    found: dict[str, list[Article]] = {}
    for article in articles:
        themes = counted.get(article.id)
        theme = themes.most_common(1)[0][0] if themes else REST
        found.setdefault(theme if theme in names else REST, []).append(article)
    return tuple(Theme(one, name, tuple(found[one])) for one, name in names.items() if one in found)


def containing(articles: Iterable[Article], words: str, locale: str) -> tuple[Article, ...]:
    """Keep the articles in which every word that is looked for stands, wherever and however it is written."""
    wanted = words.casefold().split()
    return tuple(
        article
        for article in articles
        if all(one in f"{article.words.for_locale(locale)} {article.id}".casefold() for one in wanted)
    )
