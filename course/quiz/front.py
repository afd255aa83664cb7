"""The front matter of a question bank: what it must hold, and where each field stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from course.reading.findings import offer

if TYPE_CHECKING:
    from course.reading.findings import Findings

DRAW = 7
"""Questions in one attempt where a bank does not say."""

_FIELDS = ("title", "module", "draw", "frameworks")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Front:
    """What a question bank says of itself."""

    title: str
    module: str
    draw: int
    frameworks: tuple[str, ...]
    lines: dict[str, int]


def read_front(text: str, findings: Findings) -> Front:
    """Read the front matter's fields and note what is wrong; a field that is missing or wrong is left empty.

    `text` is what stands between the dashes; its first line is line 2 of the file.
    """
    fields, lines = _fields(text, findings)
    for name in fields.keys() - set(_FIELDS):
        remedy = f"Use one of {', '.join(_FIELDS)}.{offer(name, _FIELDS)}"
        findings.warning(lines[name], "unknown-field", f"Unknown field {name!r} in the front matter.", remedy)
    return Front(
        title=_word(fields, "title", lines, findings),
        module=_word(fields, "module", lines, findings),
        draw=_draw(fields, lines, findings),
        frameworks=_names(fields, "frameworks", lines, findings),
        lines=lines,
    )


def _fields(text: str, findings: Findings) -> tuple[dict[str, Any], dict[str, int]]:
    """Read the fields by name, and the file line of each."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        data = loader.construct_document(node) if node else None
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        why = getattr(error, "problem", None) or str(error)
        findings.error(line, "broken-front-matter", f"The front matter is no YAML: {why}.", "Mend this line.")
        return {}, {}
    finally:
        loader.dispose()
    if not isinstance(data, dict):
        findings.error(1, "broken-front-matter", "The front matter holds no fields.", "Write `title: …` etc.")
        return {}, {}
    lines = {str(key.value): key.start_mark.line + 2 for key, _ in node.value}
    return {str(name): value for name, value in data.items()}, lines | {
        str(name): 1 for name in data if str(name) not in lines
    }


def _word(fields: dict[str, Any], name: str, lines: dict[str, int], findings: Findings) -> str:
    value = fields.get(name)
    if isinstance(value, str) and value.strip():
        return value.strip()
    findings.error(
        lines.get(name, 1), "missing-field", f"The front matter lacks {name}.", f"Add `{name}: …`."
    )
    return ""


def _draw(fields: dict[str, Any], lines: dict[str, int], findings: Findings) -> int:
    value = fields.get("draw", DRAW)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    findings.error(
        lines.get("draw", 1),
        "wrong-draw",
        f"draw is {value!r}; it is the number of questions in one attempt.",
        f"Write a whole number from 1, e.g. `draw: {DRAW}`.",
    )
    return DRAW


def _names(fields: dict[str, Any], name: str, lines: dict[str, int], findings: Findings) -> tuple[str, ...]:
    value = fields.get(name) or []
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    findings.error(
        lines.get(name, 1), "wrong-field", f"{name} is not a list of words.", f"Write `{name}: [one, two]`."
    )
    return ()
