"""The interface speaks Dutch everywhere: what the sources ask for is what the catalog has, no more and no less."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages import frontend
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from babel.messages import Catalog

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "web" / "translations"
KEYWORDS = {**DEFAULT_KEYWORDS, "_l": None, "lazy_gettext": None, "told": None, "told_number": (1, 2)}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%|\{\w+\}")


@cache
def _asked_for() -> dict[str, bool]:
    """Every text that templates and modules send through the catalogs, and whether it has a plural."""
    with (TRANSLATIONS / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = frontend.parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    found = extract_from_dir(
        ROOT,
        methods,
        options,
        KEYWORDS,
        directory_filter=lambda path: not Path(path).name.startswith((".", "__")),
    )
    texts = (message for _file, _line, message, _comments, _context in found)
    return {text if isinstance(text, str) else text[0]: not isinstance(text, str) for text in texts if text}


@cache
def _dutch() -> Catalog:
    with (TRANSLATIONS / "nl" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale="nl")


def _forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def test_texts_are_found_in_modules_pages_and_components() -> None:
    assert {"Choose an answer first.", "Class code", "Tap your own name.", "Ask first"} <= _asked_for().keys()


def test_every_text_of_the_interface_has_a_dutch_translation() -> None:
    lacking = []
    for text, is_plural in _asked_for().items():
        message = _dutch().get(text)
        forms = () if message is None or message.fuzzy else _forms(message.string)
        if len(forms) != 1 + is_plural or not all(forms):
            lacking.append(text)
    assert not sorted(lacking), "translate these in web/translations (make messages brings them in)"


def test_the_catalog_keeps_no_text_that_nothing_asks_for() -> None:
    kept = {_forms(message.id)[0] for message in _dutch() if message.id}
    assert not kept - _asked_for().keys()
    assert not _dutch().obsolete


def test_a_translation_has_the_placeholders_of_its_text() -> None:
    differing = []
    for message in _dutch():
        asked = [set(PLACEHOLDER.findall(text)) for text in _forms(message.id)]
        given = [set(PLACEHOLDER.findall(form)) for form in _forms(message.string)]
        whole = set[str]().union(*asked)
        if message.id and any(form not in (own, whole) for own, form in zip(asked, given, strict=True)):
            differing.append(_forms(message.id)[0])
    assert not differing
