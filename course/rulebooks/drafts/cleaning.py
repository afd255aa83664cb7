"""Words as they come from a form, made fit to be kept: no control characters, no half of a character, and not endless.

Pure.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from course.errors import Invalid
from course.norms.official import LONGEST as LONGEST_ADDRESS
from course.norms.official import is_official_address
from course.rulebooks.drafts.operations import AddArticles, Reword, SetOfficial, WriteArticle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.rulebooks.drafts.operations import Operation

    Thing = TypeVar("Thing")

LONGEST: Mapping[str, int] = {
    "nl": 4_000,
    "en": 4_000,
    "original": 20_000,
    "number": 20,
    "name": 120,
    "title": 200,
    "official": LONGEST_ADDRESS,
}
"""Characters, by the name of a field; whatever else holds text is an id or a short name."""
LONGEST_NAME = 120
MOST = 1_000
"""Things in one list: articles of one paste, channels, contacts."""
_OPTIONAL = frozenset({"heading", "conditions"})
"""Words that say nothing are none."""
_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def cleaned(operation: Operation) -> Operation:
    """Give an operation whose words can be kept; Invalid where one is too long, is missing, or is no address."""
    clean: Operation = _clean("", operation)
    match clean:
        case AddArticles(articles=articles):
            texts = [one.words.nl for one in articles]
        case WriteArticle(article=article):
            texts = [article.words.nl]
        case Reword(words=words):
            texts = [words.nl]
        case SetOfficial(official=address):
            if address and not is_official_address(address):
                raise Invalid(official="address-not-https")
            return clean
        case _:
            return clean
    if not texts or not all(texts):
        raise Invalid(words="article-without-words")
    return clean


def plain(text: str) -> str:
    """Take out of a text what no document holds; the words stay as they are."""
    return _UNFIT.sub("", _LINE_END.sub("\n", text)).strip()


def _clean(name: str, value: Any) -> Any:
    if isinstance(value, str) and type(value) is str:
        return _short(name, plain(value))
    if isinstance(value, tuple):
        if len(value) > MOST:
            raise Invalid(**{name or "articles": "too-many"})
        return tuple(_clean(name, one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {one.name: _clean(one.name, getattr(value, one.name)) for one in fields(value)}
        return None if name in _OPTIONAL and not kept["nl"] else type(value)(**kept)
    return value


def _short(name: str, text: str) -> str:
    if len(text) > LONGEST.get(name, LONGEST_NAME):
        raise Invalid(**{name or "words": "text-too-long"})
    return text
