"""TOML with the line of every key, read on past its mistakes so that an author sees all of them at once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from course.reading.toml_lines import KeyPath, entry_lines, table_lines
from course.reading.toml_mending import Table, mend
from course.reading.toml_slips import mend_slips

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.reading.findings import Findings


@dataclass(frozen=True)
class TomlText:
    """What a TOML text holds, and where."""

    text: str
    tree: Table

    @cached_property
    def tables(self) -> Mapping[KeyPath, int]:
        """The first line of each table by its path: cheap, as every article wants its own."""
        return table_lines(self.text)

    @cached_property
    def entries(self) -> Mapping[KeyPath, int]:
        """The first line of each key by its path; worked out only where a problem asks for it."""
        return entry_lines(self.text)

    def line(self, path: KeyPath) -> int:
        """Give the line of a path, or of the nearest thing around it that has one."""
        if path in self.tables:
            return self.tables[path]
        around = (path[:n] for n in range(len(path), 0, -1))
        return next((self.entries[part] for part in around if part in self.entries), 1)


def read_toml(text: str, findings: Findings) -> TomlText:
    """Read a TOML text; what is wrong with its writing goes to the findings."""
    text = text.replace("\r\n", "\n")
    try:
        return TomlText(text, tomllib.loads(text))
    except (ValueError, RecursionError):
        text = mend_slips(text, findings)
        return TomlText(text, mend(text, findings))
