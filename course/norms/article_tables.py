"""The tables of a file's articles by id, also where the id lacks the quotes that TOML wants around a dot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.fields import Fields
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator


def article_tables(top: Fields) -> Iterator[tuple[str, Fields]]:
    """Take the articles in the order of the file; one whose id lacks its quotes is reported and read as meant."""
    for name, fields in top.tables("articles"):
        if not name.strip():
            remedy = told('write its number in your document between the quotes: [articles."…"]')
            fields.reading.report(fields.path, "empty-id", told("an article has no id"), remedy)
        yield from _apart(name, fields)


def _apart(name: str, article: Fields) -> Iterator[tuple[str, Fields]]:
    """Give an article, and those that TOML took for tables in it: [articles.kop.1] is 1 in kop in articles."""
    inside = {key: inner for key, inner in article.table.items() if _is_table(article, key, inner)}
    own = {key: value for key, value in article.table.items() if key not in inside}
    if own or not inside:
        yield name, Fields(article.reading, article.path, own)
    for key, inner in inside.items():
        meant, path = f"{name}.{key}", (*article.path, key)
        if path in article.reading.toml.tables:
            message, remedy = (
                told("the id %(meant)s has a dot and no quotes", meant=meant),
                told('write [articles."%(meant)s"]', meant=meant),
            )
            article.reading.report(path, "id-without-quotes", message, remedy)
        yield from _apart(meant, Fields(article.reading, path, inner))


def _is_table(article: Fields, key: str, value: object) -> bool:
    """Whether a value comes from a header of its own, and not from braces."""
    path = (*article.path, key)
    tables = article.reading.toml.tables
    return isinstance(value, dict) and any(one[: len(path)] == path for one in tables)
