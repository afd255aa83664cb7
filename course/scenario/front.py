"""Front matter: the YAML above a lesson, each value read as text, so that none changes its meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from course.reading.findings import did_you_mean
from course.scenario.draft import Draft, Front
from course.scenario.model import BANDS, CastMember
from course.scenario.paragraphs import NO_DRAWING, PICTURE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

REQUIRED = ("title", "module", "bands", "minutes")
KEYS = (*REQUIRED, "frameworks", "articles", "cast")
MEMBER_KEYS = ("name", "picture", "me")
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ARTICLE = re.compile(r"[^\s:]+:[^\s:]+")


def read_front_matter(draft: Draft) -> None:
    """Fill `draft.front`; reports what can't be read, and missing and unknown keys."""
    token = next((token for token in draft.tokens if token.type == "front_matter"), None)
    if token is None:
        remedy = (
            "Begin the file with a line `---`, then "
            + ", ".join(f"`{key}:`" for key in REQUIRED)
            + ", then `---`."
        )
        message = (
            "The front matter is not closed."
            if draft.lines[0] == "---"
            else "The lesson has no front matter."
        )
        draft.error(1, "missing-front-matter", message, remedy)
        return
    loaded = _load(draft, token.content)
    if loaded is None:
        return
    values, lines = loaded
    _check_keys(draft, values, lines)
    draft.front = Front(
        title=_text(draft, values, lines, "title"),
        module=_text(draft, values, lines, "module"),
        bands=tuple(_bands(draft, values, lines)),
        minutes=_minutes(draft, values, lines),
        frameworks=_texts(draft, values, lines, "frameworks"),
        articles=tuple(_articles(draft, values, lines)),
        cast=dict(_cast(draft, values, lines)),
        lines=lines,
    )


def _check_keys(draft: Draft, values: Mapping[str, Any], lines: Mapping[str, int]) -> None:
    for key in REQUIRED:
        if key not in values:
            draft.error(1, "missing-key", f"The front matter has no `{key}`.", f"Add a line `{key}: …`.")
    for key in values:
        if key not in KEYS:
            draft.error(
                lines[key], "unknown-key", f"The front matter knows no `{key}`.", did_you_mean(key, KEYS)
            )


def _load(draft: Draft, content: str) -> tuple[dict[str, Any], dict[str, int]] | None:
    """Give the mapping and the line of each key (those of `cast` as `cast.KEY`); None after a problem."""
    try:
        loader = _LOADER(content)
        node = loader.get_single_node()
        values = loader.construct_document(node) if node is not None else {}
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it can't be read"
        line = 2 + (mark.line if mark else 0)
        remedy = (
            'Write `key: value` on each line, and put a value with a colon or a comma between quotes ("…").'
        )
        draft.error(line, "front-matter-syntax", f"The front matter is not YAML: {problem}.", remedy)
        return None
    if not isinstance(values, dict):
        draft.error(
            2,
            "front-matter-syntax",
            "The front matter is not a list of keys.",
            "Write `key: value` on each line.",
        )
        return None
    return values, dict(_key_lines(node))


def _key_lines(node: object, prefix: str = "") -> Iterator[tuple[str, int]]:
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        yield f"{prefix}{key.value}", key.start_mark.line + 2
        if not prefix and key.value == "cast":
            yield from _key_lines(value, "cast.")


def _text(draft: Draft, values: Mapping[str, Any], lines: Mapping[str, int], key: str) -> str:
    value = values.get(key, "")
    if isinstance(value, str) and (value.strip() or key not in values):
        return value.strip()
    draft.error(
        lines[key], "bad-value", f"`{key}` is not a text.", f"Write one line of text behind `{key}:`."
    )
    return ""


def _texts(draft: Draft, values: Mapping[str, Any], lines: Mapping[str, int], key: str) -> tuple[str, ...]:
    value = values.get(key, [])
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    draft.error(lines[key], "bad-value", f"`{key}` is not a list of names.", f"Write `{key}: [one, two]`.")
    return ()


def _bands(draft: Draft, values: Mapping[str, Any], lines: Mapping[str, int]) -> Iterator[str]:
    bands = _texts(draft, values, lines, "bands")
    if values.get("bands") == []:
        draft.error(lines["bands"], "bad-value", "`bands` is empty.", f"Use one of: {', '.join(BANDS)}.")
    for band in bands:
        if band in BANDS:
            yield band
        else:
            draft.error(
                lines["bands"], "unknown-band", f"There is no band `{band}`.", did_you_mean(band, BANDS)
            )


def _minutes(draft: Draft, values: Mapping[str, Any], lines: Mapping[str, int]) -> int:
    value = values.get("minutes", "0")
    if (
        isinstance(value, str)
        and re.fullmatch(r"[0-9]{1,3}", value)
        and (int(value) or "minutes" not in values)
    ):
        return int(value)
    remedy = "Write a whole number of minutes from 1 to 999, e.g. `minutes: 10`."
    draft.error(lines["minutes"], "bad-value", "`minutes` is not a number.", remedy)
    return 0


def _articles(draft: Draft, values: Mapping[str, Any], lines: Mapping[str, int]) -> Iterator[str]:
    for reference in _texts(draft, values, lines, "articles"):
        if _ARTICLE.fullmatch(reference):
            yield reference
        else:
            remedy = "Write `protocol:article`, e.g. `kom-leren:waarom.2`."
            draft.error(lines["articles"], "bad-value", f"`{reference}` is not an article.", remedy)


def _cast(
    draft: Draft, values: Mapping[str, Any], lines: Mapping[str, int]
) -> Iterator[tuple[str, CastMember]]:
    cast = values.get("cast", {})
    if not isinstance(cast, dict):
        remedy = "Write `noor: {name: Noor}` under it."
        draft.error(lines["cast"], "bad-value", "`cast` is not a list of keys.", remedy)
        return
    for key, about in cast.items():
        line = lines.get(f"cast.{key}", lines["cast"])
        if isinstance(about, dict) and all(isinstance(value, str) for value in about.values()):
            _check_member(draft, key, about, line)
            name = about.get("name", "").strip() or key
            yield key, CastMember(key, name, about.get("picture", ""), about.get("me") == "true", line)
        else:
            remedy = f"Write `{key}: {{name: …, picture: ….svg}}`."
            draft.error(line, "bad-value", f"What `cast` says of `{key}` can't be read.", remedy)


def _check_member(draft: Draft, key: str, about: Mapping[str, str], line: int) -> None:
    for unknown in sorted(set(about) - set(MEMBER_KEYS)):
        remedy = did_you_mean(unknown, MEMBER_KEYS)
        draft.error(line, "unknown-key", f"Somebody of the cast has no `{unknown}`.", remedy)
    if not about.get("name", "").strip():
        draft.error(line, "missing-key", f"`{key}` of the cast has no name.", f"Write `{key}: {{name: …}}`.")
    if about.get("me", "false") not in ("true", "false"):
        draft.error(line, "bad-value", f"`me` of `{key}` is not true or false.", "Write `me: true`.")
    if "picture" in about and not PICTURE_FILE.fullmatch(about["picture"]):
        draft.error(line, "bad-picture", f"The picture of `{key}` is not a drawing here.", NO_DRAWING)
