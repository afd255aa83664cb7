"""A date as the Dutch write it, day first: recognised, to tell how TOML wants it."""

from __future__ import annotations

import re

_DAY_FIRST = re.compile(r"\b(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})\b")


def year_first(text: str) -> str | None:
    """Give the date in a text with its year first, e.g. 2014-06-04 for 04-06-2014; None where there is none."""
    found = _DAY_FIRST.search(text)
    return f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}" if found else None
