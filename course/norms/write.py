"""A protocol written as its file, in the format that `protocol_file` reads: what is exported, and what a version keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tomlkit

from course.norms.model import SILENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import StrEnum

    from course.norms.model import Article, Contact, Position, Protocol, Stand
    from course.reading.words import Words

    Tree = Mapping[str, Any]

IN_LINES = frozenset({"stances"})
"""Tables of which each entry stands on a line of its own, as a person writes them."""


def write_protocol(protocol: Protocol) -> str:
    """Write a protocol as its file; reading that gives the same protocol."""
    return write_tree(tree_of(protocol))


def tree_of(protocol: Protocol) -> dict[str, Any]:
    """Lay a protocol out as the tables of its file."""
    tree: dict[str, Any] = {"id": protocol.id, "name": protocol.name, "title": protocol.title}
    if protocol.version:
        tree["version"] = protocol.version
    if protocol.adopted:
        tree["adopted"] = protocol.adopted
    if protocol.official:
        tree["official"] = protocol.official
    return tree | {
        "channels": list(protocol.channels),
        "doubt": {audience.value: article for audience, article in protocol.doubt.items()},
        "contacts": [_contact(one) for one in protocol.contacts],
        "articles": {one.id: _article(one) for one in protocol.articles.values()},
        "stances": {act: _stand(one) for act, one in protocol.stands.items()},
    }


def _contact(contact: Contact) -> dict[str, Any]:
    return {"role": _words(contact.role), "audience": _values(contact.audience), "how": _words(contact.how)}


def _article(article: Article) -> dict[str, Any]:
    table: dict[str, Any] = {"audience": _values(article.audience), "kind": article.kind.value}
    if article.number:
        table["number"] = article.number
    if article.heading:
        table["heading"] = _words(article.heading)
    if article.original:
        table["original"] = article.original
    return table | _words(article.words) | {"teachable": article.teachable}


def _stand(stand: Stand) -> dict[str, Any]:
    """A stance towards everyone is left out where it says nothing and others are named."""
    everyone = _position(stand.everyone) if stand.everyone != SILENT or not stand.actors else {}
    actors = {audience.value: _position(one) for audience, one in stand.actors.items()}
    return everyone | ({"actors": actors} if actors else {})


def _position(position: Position) -> dict[str, Any]:
    table: dict[str, Any] = {"stance": position.stance.value}
    if position.articles:
        table["articles"] = list(position.articles)
    if position.ask:
        table["ask"] = _values(position.ask)
    if position.conditions:
        table["conditions"] = _words(position.conditions)
    return table


def _words(words: Words) -> dict[str, str]:
    """Leave English out where there is none of its own."""
    return {"nl": words.nl} | ({"en": words.en} if words.en and words.en != words.nl else {})


def _values(names: Iterable[StrEnum]) -> list[str]:
    return [one.value for one in names]


def write_tree(tree: Tree) -> str:
    """Write the tables of a protocol file: single values, a table for each article, a line for each stance."""
    document = tomlkit.document()
    for name, value in tree.items():
        if not isinstance(value, dict) and not _is_tables(value):
            document.add(name, _inline(value))
    for name, value in tree.items():
        if isinstance(value, dict) and value:
            document.add(tomlkit.nl())
            document.add(
                name, _lines(value) if name in IN_LINES or not _holds_tables(value) else _tables(value)
            )
        elif _is_tables(value):
            document.add(tomlkit.nl())
            document.add(name, _list_of_tables(value))
    return tomlkit.dumps(document)


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _holds_tables(value: Mapping[str, Any]) -> bool:
    return all(isinstance(one, dict) for one in value.values())


def _tables(value: Mapping[str, Any]) -> Any:
    above = tomlkit.table(is_super_table=True)
    for name, inner in value.items():
        table = _lines(inner)
        table.add(tomlkit.nl())
        above.append(name, table)
    return above


def _list_of_tables(value: list[Any]) -> Any:
    listed = tomlkit.aot()
    for one in value:
        listed.append(_lines(one))
    return listed


def _lines(value: Mapping[str, Any]) -> Any:
    table = tomlkit.table()
    for name, inner in value.items():
        table.add(name, _inline(inner))
    return table


def _inline(value: Any) -> Any:
    if isinstance(value, dict):
        inner = tomlkit.inline_table()
        for name, one in value.items():
            inner.append(name, _inline(one))
        return inner
    if isinstance(value, list):
        listed = tomlkit.array()
        for one in value:
            listed.append(_inline(one))
        return listed
    return value
