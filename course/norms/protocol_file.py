"""Reads one protocol file; docs/protocol-format.md tells a board how to write one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from course.norms.article_tables import article_tables
from course.norms.model import Article, ArticleKind, Audience, Contact, Protocol
from course.norms.official import is_official_address
from course.norms.stands import read_stands
from course.norms.unheard import warn_of_unheard
from course.reading.fields import ID, remedy_for_unknown
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from course.norms.model import Act
    from course.reading.fields import Fields

RESERVED = {"law": told("the law"), "agreement": told("the agreements"), "guidance": told("the guidance")}
"""Ids that no protocol can have: `deelwijs acts --json` puts these beside the protocols."""

KEYS = (
    "id",
    "name",
    "title",
    "version",
    "adopted",
    "official",
    "channels",
    "contacts",
    "doubt",
    "articles",
    "stances",
)


def read_protocol(top: Fields, file_name: str, acts: Mapping[str, Act]) -> Protocol:
    """Read a protocol; `file_name`, without its ending, is its id, and `acts` are the known acts."""
    top.only(*KEYS)
    _check_id(top, file_name)
    articles = _read_articles(top, file_name)
    stands = read_stands(top, acts, articles)
    warn_of_unheard(top, stands, articles, acts)
    return Protocol(
        id=file_name,
        name=top.text("name"),
        title=top.text("title"),
        version=top.text("version", optional=True),
        adopted=top.day("adopted"),
        channels=top.texts("channels", optional=True),
        contacts=tuple(_read_contact(fields) for fields in top.items("contacts")),
        articles=articles,
        stands=stands,
        doubt=_read_doubt(top, articles),
        official=_read_official(top),
    )


def _check_id(top: Fields, file_name: str) -> None:
    given = top.text("id")
    if given and given != file_name:
        remedy = told(
            'write id = "%(file_name)s", or rename the file to %(given)s.toml',
            file_name=file_name,
            given=given,
        )
        top.report(
            "id", "id-not-file-name", told("the id %(given)r is not the file's name", given=given), remedy
        )
    if file_name in RESERVED:
        message = told(
            "the id %(file_name)s is taken: it stands for %(reserved)s beside the protocols",
            file_name=file_name,
            reserved=RESERVED[file_name],
        )
        top.report("id", "bad-id", message, told("rename the file after the school, e.g. our-school.toml"))
    elif not ID.fullmatch(file_name):
        remedy = told("rename the file in lower case with hyphens, e.g. our-school.toml")
        top.report(
            "id", "bad-id", told("%(file_name)r can't be a protocol's id", file_name=file_name), remedy
        )


def _read_official(top: Fields) -> str:
    address = top.text("official", optional=True)
    if not address or is_official_address(address):
        return address
    remedy = told(
        'write the whole address, e.g. official = "https://www.our-school.nl/protocol.pdf", or leave it out'
    )
    top.report("official", "bad-address", told("%(address)r is no https address", address=address), remedy)
    return ""


def _read_articles(top: Fields, protocol: str) -> Mapping[str, Article]:
    articles: dict[str, Article] = {}
    for article_id, fields in article_tables(top):
        fields.only("audience", "kind", "nl", "en", "teachable", "number", "heading", "original")
        articles[article_id] = Article(
            protocol=protocol,
            id=article_id,
            audience=fields.choices("audience", Audience),
            kind=fields.choice("kind", ArticleKind) or ArticleKind.CONTEXT,
            words=fields.words(dutch_only=True),
            teachable=fields.flag("teachable"),
            line=top.reading.toml.line(fields.path),
            number=fields.text("number", optional=True),
            heading=fields.perhaps("heading", dutch_only=True),
            original=fields.text("original", optional=True),
        )
    return MappingProxyType(articles)


def _read_contact(fields: Fields) -> Contact:
    fields.only("role", "audience", "how")
    role, how = (fields.both(key, dutch_only=True) for key in ("role", "how"))
    return Contact(role, fields.choices("audience", Audience), how)


def _read_doubt(top: Fields, articles: Collection[str]) -> Mapping[Audience, str]:
    doubt = top.entries("doubt", optional=True)
    rules: dict[Audience, str] = {}
    for name in doubt.table:
        audience = doubt.option(name, name, Audience)
        article = doubt.text(name)
        if article and article not in articles:
            remedy = remedy_for_unknown(article, articles)
            doubt.report(
                name, "unknown-article", told("unknown article %(article)s", article=article), remedy
            )
        elif audience and article:
            rules[audience] = article
    return MappingProxyType(rules)
