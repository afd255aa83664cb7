"""What the front matter of a lesson says: which keys there are, and what each may hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.reading.findings import did_you_mean
from course.reading.front_matter import read_front_matter
from course.scenario.draft import LessonFrontMatter
from course.scenario.model import BANDS, CastMember
from course.scenario.paragraphs import NO_DRAWING, PICTURE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from course.reading.front_matter import FrontMatter
    from course.scenario.draft import Draft

REQUIRED = ("title", "module", "bands", "minutes")
OPTIONAL = ("frameworks", "articles", "cast")
MEMBER_KEYS = ("name", "picture", "me")
_ARTICLE = re.compile(r"[^\s:]+:[^\s:]+")


def read_lesson_front_matter(draft: Draft) -> None:
    """Fill `draft.front`; reports what can't be read, and missing and unknown keys."""
    keys = read_front_matter(draft.tokens, draft, REQUIRED, is_open=draft.lines[0] == "---")
    if keys is None:
        return
    keys.check_keys(REQUIRED, OPTIONAL)
    draft.front = LessonFrontMatter(
        title=keys.text("title"),
        module=keys.text("module"),
        bands=tuple(_bands(keys)),
        minutes=keys.number(
            "minutes", 0, "Write a whole number of minutes from 1 to 999, e.g. `minutes: 10`."
        ),
        frameworks=keys.texts("frameworks"),
        articles=tuple(_articles(keys)),
        cast=dict(_cast(keys)),
        lines=dict(keys.lines),
    )


def _bands(keys: FrontMatter) -> Iterator[str]:
    if keys.values.get("bands") == []:
        keys.report("bands", "bad-value", "`bands` is empty.", f"Use one of: {', '.join(BANDS)}.")
    for band in keys.texts("bands"):
        if band in BANDS:
            yield band
        else:
            keys.report("bands", "unknown-band", f"There is no band `{band}`.", did_you_mean(band, BANDS))


def _articles(keys: FrontMatter) -> Iterator[str]:
    for reference in keys.texts("articles"):
        if _ARTICLE.fullmatch(reference):
            yield reference
        else:
            remedy = "Write `protocol:article`, e.g. `kom-leren:waarom.2`."
            keys.report("articles", "bad-value", f"`{reference}` is not an article.", remedy)


def _cast(keys: FrontMatter) -> Iterator[tuple[str, CastMember]]:
    for key, about in keys.tables("cast", "Write `noor: {name: Noor}` under it."):
        place = f"cast.{key}"
        if about is None:
            remedy = f"Write `{key}: {{name: …, picture: ….svg}}`."
            keys.report(place, "bad-value", f"What `cast` says of `{key}` can't be read.", remedy)
            continue
        _check_member(keys, key, about)
        name = about.get("name", "").strip() or key
        me = about.get("me") == "true"
        yield key, CastMember(key, name, about.get("picture", ""), me, keys.lines.get(place, 1))


def _check_member(keys: FrontMatter, key: str, about: Mapping[str, str]) -> None:
    place = f"cast.{key}"
    for unknown in sorted(set(about) - set(MEMBER_KEYS)):
        remedy = did_you_mean(unknown, MEMBER_KEYS)
        keys.report(place, "unknown-key", f"Somebody of the cast has no `{unknown}`.", remedy)
    if not about.get("name", "").strip():
        keys.report(place, "missing-key", f"`{key}` of the cast has no name.", f"Write `{key}: {{name: …}}`.")
    if about.get("me", "false") not in ("true", "false"):
        keys.report(place, "bad-value", f"`me` of `{key}` is not true or false.", "Write `me: true`.")
    if "picture" in about and not PICTURE_FILE.fullmatch(about["picture"]):
        keys.report(place, "bad-picture", f"The picture of `{key}` is not a drawing here.", NO_DRAWING)
