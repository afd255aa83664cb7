"""What the front matter of a lesson says: which keys there are, and what each may hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.norms.model import Audience
from course.reading.findings import did_you_mean
from course.reading.front_matter import read_front_matter
from course.reading.told import told
from course.scenario.cast import PLAIN
from course.scenario.draft import LessonFrontMatter
from course.scenario.model import BANDS, CAST, CastMember
from course.scenario.paragraphs import NO_DRAWING, PICTURE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from course.reading.front_matter import FrontMatter
    from course.scenario.cast import SharedMember
    from course.scenario.draft import Draft

REQUIRED = ("title", "module", "bands", "minutes")
OPTIONAL = ("frameworks", "articles", "help", "incident", "plays", "cast")
MEMBER_KEYS = ("name", "picture", "me", "shared", "face")
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
            "minutes", 0, told("Write a whole number of minutes from 1 to 999, e.g. `minutes: 10`.")
        ),
        frameworks=keys.texts("frameworks"),
        articles=tuple(_articles(keys)),
        help=keys.texts("help"),
        incident=keys.text("incident") if "incident" in keys.values else "",
        plays=tuple(_plays(keys)),
        cast=dict(_cast(keys, draft.shared)),
        lines=dict(keys.lines),
    )


def _bands(keys: FrontMatter) -> Iterator[str]:
    if keys.values.get("bands") == []:
        keys.report(
            "bands",
            "bad-value",
            told("`bands` is empty."),
            told("Use one of: %(bands)s.", bands=", ".join(BANDS)),
        )
    for band in keys.texts("bands"):
        if band in BANDS:
            yield band
        else:
            keys.report(
                "bands",
                "unknown-band",
                told("There is no band `%(band)s`.", band=band),
                did_you_mean(band, BANDS),
            )


def _plays(keys: FrontMatter) -> Iterator[str]:
    for actor in keys.texts("plays"):
        if actor in set(Audience):
            yield actor
        else:
            keys.report(
                "plays",
                "unknown-actor",
                told("Nobody called `%(actor)s` does an act.", actor=actor),
                did_you_mean(actor, [*Audience]),
            )


def _articles(keys: FrontMatter) -> Iterator[str]:
    for reference in keys.texts("articles"):
        if _ARTICLE.fullmatch(reference):
            yield reference
        else:
            remedy = told("Write `protocol:article`, e.g. `kom-leren:waarom.2`.")
            keys.report(
                "articles",
                "bad-value",
                told("`%(reference)s` is not an article.", reference=reference),
                remedy,
            )


def _cast(keys: FrontMatter, shared: Mapping[str, SharedMember]) -> Iterator[tuple[str, CastMember]]:
    for key, about in keys.tables("cast", told("Write `noor: {name: Noor}` under it.")):
        place = f"cast.{key}"
        if about is None:
            remedy = told("Write `%(key)s: {name: …, picture: ….svg}`.", key=key)
            keys.report(
                place, "bad-value", told("What `cast` says of `%(key)s` can't be read.", key=key), remedy
            )
            continue
        if about.get("shared") == "true":
            yield key, _met_again(keys, key, about, shared)
            continue
        _check_member(keys, key, about)
        name = about.get("name", "").strip() or key
        me = about.get("me") == "true"
        yield key, CastMember(key, name, about.get("picture", ""), me, line=keys.lines.get(place, 1))


def _met_again(
    keys: FrontMatter, key: str, about: Mapping[str, str], shared: Mapping[str, SharedMember]
) -> CastMember:
    """Take somebody from the shared cast, with the face that this lesson asks for."""
    place, line = f"cast.{key}", keys.lines.get(f"cast.{key}", 1)
    for strange in sorted(set(about) - {"shared", "face"}):
        remedy = told("Change it in lessons/cast/, for all lessons, or leave out `shared`.")
        keys.report(
            place,
            "unknown-key",
            told("`%(key)s` is shared, so `%(strange)s` is not this lesson's.", key=key, strange=strange),
            remedy,
        )
    known = shared.get(key)
    if known is None:
        remedy = did_you_mean(key, shared, told("Write lessons/cast/%(key)s.toml.", key=key))
        keys.report(
            place, "unknown-member", told("Nobody of the shared cast is called `%(key)s`.", key=key), remedy
        )
        return CastMember(key, key, line=line)
    face = about.get("face", PLAIN)
    if face not in known.faces:
        remedy = did_you_mean(face, known.faces)
        keys.report(
            place, "unknown-face", told("`%(key)s` has no face `%(face)s`.", key=key, face=face), remedy
        )
    return CastMember(key, known.name, known.faces.get(face, known.faces[PLAIN]), folder=CAST, line=line)


def _check_member(keys: FrontMatter, key: str, about: Mapping[str, str]) -> None:
    place = f"cast.{key}"
    for unknown in sorted(set(about) - set(MEMBER_KEYS)):
        remedy = did_you_mean(unknown, MEMBER_KEYS)
        keys.report(
            place, "unknown-key", told("Somebody of the cast has no `%(unknown)s`.", unknown=unknown), remedy
        )
    if not about.get("name", "").strip():
        keys.report(
            place,
            "missing-key",
            told("`%(key)s` of the cast has no name.", key=key),
            told("Write `%(key)s: {name: …}`.", key=key),
        )
    if about.get("me", "false") not in ("true", "false"):
        keys.report(
            place,
            "bad-value",
            told("`me` of `%(key)s` is not true or false.", key=key),
            told("Write `me: true`."),
        )
    if "picture" in about and not PICTURE_FILE.fullmatch(about["picture"]):
        keys.report(
            place, "bad-picture", told("The picture of `%(key)s` is not a drawing here.", key=key), NO_DRAWING
        )
