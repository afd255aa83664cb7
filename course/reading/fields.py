"""Fields taken from a norms file one by one: a wrong one is reported, and reading goes on."""

from __future__ import annotations

import re
from dataclasses import InitVar, dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from course.reading.dutch_date import year_first
from course.reading.findings import Findings, nearest
from course.reading.told import told
from course.reading.toml_mending import BROKEN
from course.reading.toml_text import read_toml
from course.reading.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from enum import StrEnum

    from course.reading.told import Told
    from course.reading.toml_lines import KeyPath
    from course.reading.toml_text import TomlText

    Choice = TypeVar("Choice", bound=StrEnum)

TEXT = '{key} = "…"'
TEXTS = '{key} = ["…"]'
WORDS = '{key} = {{nl = "…", en = "…"}}'
FLAG = "{key} = true or {key} = false"
TABLE = "[{key}]"
TABLES = '[{key}."…"]'
ITEMS = "[[{key}]]"
"""How each kind of field is written, for a remedy."""

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""How an id is written that stands in addresses and file names: lower case with hyphens."""

KINDS = {
    str(kind): kind
    for kind in (
        told("audience"),
        told("article kind"),
        told("stance"),
        told("asked"),
        told("sure"),
        told("measure"),
    )
}
"""What a fixed list is one of, by the words in its class name."""

INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a class name has a word after another, which is told apart."""


@dataclass(slots=True)
class Reading(Findings):
    """One file being read: its text, and the problems found so far."""

    text: InitVar[str]
    toml: TomlText = field(init=False)

    def __post_init__(self, text: str) -> None:
        self.toml = read_toml(text, self)

    @property
    def top(self) -> Fields:
        """The fields of the file itself, outside any table."""
        return Fields(self, (), self.toml.tree)

    def report(self, path: KeyPath, code: str, message: Told, remedy: Told) -> None:
        """Add an error at the line of a path."""
        self.error(self.toml.line(path), code, message, remedy)


@dataclass(frozen=True, slots=True)
class Fields:
    """One table of a file, with the questions that can be asked of it."""

    reading: Reading
    path: KeyPath
    table: dict[str, Any]

    def report(self, key: str, code: str, message: Told, remedy: Told) -> None:
        """Add an error at the line of a key of this table."""
        self.reading.report((*self.path, key), code, message, remedy)

    def only(self, *known: str) -> None:
        """Report every key that nobody knows; a slip of the pen counts as the key that was meant."""
        for key in [key for key in self.table if key not in known]:
            meant = nearest(key, known)
            self.report(
                key, "unknown-key", told("unknown key %(key)s", key=key), remedy_for_unknown(key, known)
            )
            if meant:
                self.table.setdefault(meant, BROKEN)

    def text(self, key: str, *, optional: bool = False) -> str:
        """Take a text that says something; "" where there is none."""
        value = self._take(key, str, TEXT, optional=optional)
        if value is None:
            return ""
        if not value.strip():
            remedy = told("write its text, or leave it out") if optional else told("write its text")
            self.report(key, "empty-text", told("%(key)s is empty", key=key), remedy)
        return str(value)

    def words(self, *, dutch_only: bool = False) -> Words:
        """Take the texts in both languages; `dutch_only` where English may be left out."""
        return Words(self.text("nl"), self.text("en", optional=dutch_only))

    def both(self, key: str, *, dutch_only: bool = False) -> Words:
        """Take a field that holds the texts in both languages."""
        return self.perhaps(key, dutch_only=dutch_only, optional=False) or Words("", "")

    def perhaps(self, key: str, *, dutch_only: bool = False, optional: bool = True) -> Words | None:
        """Take a field that holds the texts in both languages, if it is there."""
        inner = self._take(key, dict, WORDS, optional=optional)
        if inner is None:
            return None
        fields = Fields(self.reading, (*self.path, key), inner)
        fields.only("nl", "en")
        return fields.words(dutch_only=dutch_only)

    def flag(self, key: str) -> bool:
        """Take a yes or no."""
        return bool(self._take(key, bool, FLAG))

    def day(self, key: str) -> date | None:
        """Take a date; None where there is none."""
        value = self.table.get(key, BROKEN)
        if value is BROKEN:
            return None
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        meant = year_first(value) if isinstance(value, str) else None
        remedy = told("write year-month-day without quotes, e.g. 2024-09-01")
        if meant:
            remedy = told("write it without quotes, the year first: %(meant)s", meant=meant)
        self.report(key, "bad-date", told("%(key)s is not a date", key=key), remedy)
        return None

    def day_given(self, key: str) -> date:
        """Take a date that has to be there; the first of all days where it isn't."""
        if self.table.get(key) is None:
            self.report(
                key,
                "missing-key",
                told("%(name)s has no %(key)s", name=self._name(), key=key),
                told("add %(key)s = 2024-09-01", key=key),
            )
        return self.day(key) or date.min

    def choice(self, key: str, options: type[Choice]) -> Choice | None:
        """Take one name out of a fixed list; None, reported, where it is not in it."""
        value = self._take(key, str, TEXT)
        return None if value is None else self.option(key, value, options)

    def option(self, key: str, value: str, options: type[Choice]) -> Choice | None:
        """Read one name out of a fixed list, reporting it at a key when it is not in it."""
        try:
            return options(value)
        except ValueError:
            names = [option.value for option in options]
            word = INSIDE.sub(" ", options.__name__).lower()
            code = f"unknown-{word.replace(' ', '-')}"
            self.report(
                key,
                code,
                told("unknown %(word)s %(value)r", word=KINDS.get(word, word), value=value),
                remedy_for_unknown(value, names),
            )
            return None

    def choices(self, key: str, options: type[Choice]) -> tuple[Choice, ...]:
        """Take one or more names out of a fixed list; those that are not in it are reported and left out."""
        found = (self.option(key, value, options) for value in self.texts(key))
        return tuple(dict.fromkeys(option for option in found if option is not None))

    def texts(self, key: str, *, optional: bool = False) -> tuple[str, ...]:
        """Take a list of texts, which may be empty only where it is optional."""
        values = self._take(key, list, TEXTS, optional=optional)
        if values is None:
            return ()
        if not all(isinstance(value, str) for value in values):
            self._report_type(key, TEXTS)
        elif not values and not optional:
            self.report(key, "empty-list", told("%(key)s is empty", key=key), told("name at least one"))
        return tuple(value for value in values if isinstance(value, str))

    def tables(self, key: str, *, optional: bool = False) -> Iterator[tuple[str, Fields]]:
        """Take the tables under a key by name, in the order of the file."""
        for name, inner in (self._take(key, dict, TABLES, optional=optional) or {}).items():
            path = (*self.path, key, name)
            if isinstance(inner, dict):
                yield name, Fields(self.reading, path, inner)
            elif inner is not BROKEN:
                remedy = told('write it as [%(key)s."%(name)s"]', key=key, name=name)
                self.reading.report(path, "wrong-type", told("%(name)s is not a table", name=name), remedy)

    def items(self, key: str) -> Iterator[Fields]:
        """Take the tables of a list [[key]], which may be absent."""
        values = self._take(key, list, ITEMS, optional=True) or []
        for number, inner in enumerate(values):
            if isinstance(inner, dict):
                yield Fields(self.reading, (*self.path, key, str(number)), inner)
            else:
                self._report_type(key, ITEMS)

    def entries(self, key: str, *, optional: bool = False) -> Fields:
        """Take a table whose keys are names, to be asked for one by one."""
        table = self._take(key, dict, TABLE, optional=optional)
        return Fields(self.reading, (*self.path, key), table or {})

    def _take(self, key: str, kind: type, wanted: str, *, optional: bool = False) -> Any:
        """Take a value of one kind; None, reported, where it is wrong, or absent though it may not be."""
        value = self.table.get(key)
        if value is None and not optional:
            self.report(
                key,
                "missing-key",
                told("%(name)s has no %(key)s", name=self._name(), key=key),
                told("add %(wanted)s", wanted=wanted.format(key=key)),
            )
        if value is None or value is BROKEN:
            return None
        if isinstance(value, kind):
            return value
        self._report_type(key, wanted)
        return None

    def _report_type(self, key: str, wanted: str) -> None:
        message = told("%(key)s is another kind of value than it should be", key=key)
        self.report(key, "wrong-type", message, told("write %(wanted)s", wanted=wanted.format(key=key)))

    def _name(self) -> str:
        return ".".join(self.path) or told("the file")


def remedy_for_unknown(name: str, known: Iterable[str]) -> Told:
    """Word a remedy for an unknown name: the nearest one, or all there are where they are few."""
    names = list(known)
    if meant := nearest(name, names):
        return told("did you mean %(name)s?", name=meant)
    few = 12
    if len(names) <= few:
        return told("choose from %(names)s", names=", ".join(names))
    return told("take the line out, or add what it names")
