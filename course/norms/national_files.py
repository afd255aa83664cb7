"""Reads what holds at every school: the law, the agreements and the guidance, which share one format, and help lines."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from course.norms.article_tables import article_tables
from course.norms.help_lines import HelpLine
from course.norms.model import Audience, NationalRules, Source, SourceArticle, Sure
from course.norms.stands import read_stands
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.norms.model import Act
    from course.reading.fields import Fields


def read_national(top: Fields, source: Source, acts: Mapping[str, Act]) -> NationalRules:
    """Read one of the three files; `acts` are the known acts."""
    top.only("articles", "stances")
    articles: dict[str, SourceArticle] = {}
    for article_id, fields in article_tables(top):
        articles[article_id] = _read_article(fields, article_id, source)
    return NationalRules(MappingProxyType(articles), read_stands(top, acts, articles))


def _read_article(fields: Fields, article_id: str, source: Source) -> SourceArticle:
    if fields.table.pop("kind", None) is not None:
        remedy = told("take it out: the file is the kind, and agreements stand in norms/agreements.toml")
        fields.report("kind", "kind-of-rule", told("a rule has no kind of its own"), remedy)
    fields.only("reference", "body", "date", "since", "url", "checked", "sure", "nl", "en")
    return SourceArticle(
        id=article_id,
        source=source,
        reference=fields.text("reference"),
        words=fields.words(),
        body=fields.text("body"),
        checked=fields.day_given("checked"),
        sure=fields.choice("sure", Sure) or Sure.FROM_KNOWLEDGE,
        date=_date_in_words(fields, "date"),
        since=_date_in_words(fields, "since"),
        url=fields.text("url", optional=True),
    )


def _date_in_words(fields: Fields, key: str) -> str:
    """Take a date of which perhaps only the year or the month is known; TOML's own dates do as well."""
    if isinstance(fields.table.get(key), date):
        return str(fields.table[key])
    return fields.text(key, optional=True)


def read_help(top: Fields) -> Mapping[str, HelpLine]:
    """Read whom one can turn to outside the school, in the order of the file."""
    top.only("help")
    lines: dict[str, HelpLine] = {}
    for line_id, fields in top.tables("help"):
        fields.only(
            "name", "audience", "nl", "en", "phone", "chat", "site", "hours", "cost", "checked", "sure"
        )
        lines[line_id] = HelpLine(
            id=line_id,
            name=fields.text("name"),
            audience=fields.choices("audience", Audience),
            for_whom=fields.words(),
            checked=fields.day_given("checked"),
            sure=fields.choice("sure", Sure) or Sure.FROM_KNOWLEDGE,
            phone=fields.text("phone", optional=True),
            chat=fields.text("chat", optional=True),
            site=fields.text("site", optional=True),
            hours=fields.perhaps("hours"),
            cost=fields.perhaps("cost"),
        )
    return MappingProxyType(lines)
