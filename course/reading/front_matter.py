"""Front matter: the YAML above a text, each value read as text, so that none changes its meaning (`no`, `08:30`, `24`).

Lessons and quizzes ask the same questions of it, and what is wrong has the same code and severity in both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from course.reading.findings import did_you_mean
from course.reading.foreign import in_our_words
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from markdown_it.token import Token

    from course.reading.findings import Findings
    from course.reading.told import Told

_REMEDY = told("Write `key: value` on each line.")
_QUOTES = told(
    'Write `key: value` on each line, and put a value with a colon or a comma between quotes ("…").'
)
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The keys above a text, with the questions that can be asked of them; what is wrong goes to `findings`."""

    findings: Findings
    values: Mapping[str, Any]
    lines: Mapping[str, int]
    """By key, and by `key.inner` where a key holds keys of its own."""

    def report(self, key: str, code: str, message: Told, remedy: Told) -> None:
        """Report an error at the line of a key, or at the top where it is absent."""
        self.findings.error(self.lines.get(key, 1), code, message, remedy)

    def check_keys(self, required: Collection[str], optional: Collection[str]) -> None:
        """Report every key that is missing, and every one that nobody knows, with the nearest that is known."""
        for key in required:
            if key not in self.values:
                self.report(
                    key,
                    "missing-key",
                    told("The front matter has no `%(key)s`.", key=key),
                    told("Add a line `%(key)s: …`.", key=key),
                )
        known = (*required, *optional)
        for key in self.values:
            if key not in known:
                self.report(
                    key,
                    "unknown-key",
                    told("The front matter knows no `%(key)s`.", key=key),
                    did_you_mean(key, known),
                )

    def text(self, key: str) -> str:
        """Take a line of text; "" where there is none."""
        value = self.values.get(key, "")
        if isinstance(value, str) and (value.strip() or key not in self.values):
            return value.strip()
        self.report(
            key,
            "bad-value",
            told("`%(key)s` is not a text.", key=key),
            told("Write one line of text behind `%(key)s:`.", key=key),
        )
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of names; empty where there is none."""
        value = self.values.get(key, [])
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self.report(
            key,
            "bad-value",
            told("`%(key)s` is not a list of names.", key=key),
            told("Write `%(key)s: [one, two]`.", key=key),
        )
        return ()

    def number(self, key: str, otherwise: int, remedy: Told) -> int:
        """Take a whole number from 1 to 999; `otherwise` where there is none."""
        value = self.values.get(key)
        if isinstance(value, str) and re.fullmatch(r"[0-9]{1,3}", value) and int(value):
            return int(value)
        if key in self.values:
            self.report(key, "bad-value", told("`%(key)s` is not a number.", key=key), remedy)
        return otherwise

    def tables(self, key: str, remedy: Told) -> Iterator[tuple[str, Mapping[str, str] | None]]:
        """Take the keys that a key holds, each with its own texts; None for one of which something else is said."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            self.report(key, "bad-value", told("`%(key)s` is not a list of keys.", key=key), remedy)
            return
        for name, inner in value.items():
            good = isinstance(inner, dict) and all(isinstance(one, str) for one in inner.values())
            yield name, inner if good else None


def read_front_matter(
    tokens: Iterable[Token], findings: Findings, required: Collection[str], *, is_open: bool
) -> FrontMatter | None:
    """Read what stands between the dashes at the top of a text; None, reported, where it can't be read.

    `is_open` says whether the text does begin with dashes, so that an author hears whether the second line of them lacks.
    """
    token = next((token for token in tokens if token.type == "front_matter"), None)
    if token is None:
        keys = ", ".join(f"`{key}:`" for key in required)
        message = (
            told("The front matter is not closed.") if is_open else told("The file has no front matter.")
        )
        remedy = told("Begin the file with a line `---`, then %(keys)s, then `---`.", keys=keys)
        findings.error(1, "missing-front-matter", message, remedy)
        return None
    return _load(token.content, findings)


def _load(content: str, findings: Findings) -> FrontMatter | None:
    try:
        loader = _LOADER(content)
        node = loader.get_single_node()
        values = loader.construct_document(node) if node is not None else {}
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = in_our_words(getattr(error, "problem", None) or "")
        line = 2 + (mark.line if mark else 0)
        message = told("The front matter is not YAML: %(problem)s.", problem=problem)
        findings.error(line, "front-matter-syntax", message, _QUOTES)
        return None
    if not isinstance(values, dict):
        findings.error(2, "front-matter-syntax", told("The front matter is not a list of keys."), _REMEDY)
        return None
    return FrontMatter(findings, values, dict(_key_lines(node)))


def _key_lines(node: object, above: str = "") -> Iterator[tuple[str, int]]:
    """Tell the line in the file of each key, and of the keys that it holds."""
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        yield f"{above}{key.value}", key.start_mark.line + 2
        if not above:
            yield from _key_lines(value, f"{key.value}.")
