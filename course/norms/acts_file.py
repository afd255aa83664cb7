"""Reads the acts with their themes: what people do online, in the order in which a school is asked about it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from course.norms.model import Act, Audience, Theme
from course.reading.fields import ID, remedy_for_unknown
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from course.reading.fields import Fields
    from course.reading.words import Words


def read_themes(top: Fields) -> Mapping[str, Theme]:
    """Read the themes in the order of the file."""
    top.only("themes", "acts")
    themes: dict[str, Theme] = {}
    for theme_id, fields in top.tables("themes"):
        fields.only("nl", "en")
        _check_id(theme_id, fields)
        themes[theme_id] = Theme(theme_id, fields.words())
    return MappingProxyType(themes)


def read_acts(top: Fields, themes: Collection[str]) -> Mapping[str, Act]:
    """Read the acts; `themes` are the ids that they may name."""
    acts: dict[str, Act] = {}
    for act_id, fields in top.tables("acts"):
        fields.only("actors", "theme", "nl", "en", "note", "counterpart", "sentences", "also")
        _check_id(act_id, fields)
        acts[act_id] = Act(
            id=act_id,
            actors=fields.choices("actors", Audience),
            theme=_read_theme(fields, themes),
            words=fields.words(),
            note=fields.text("note", optional=True),
            counterpart=fields.text("counterpart", optional=True) or None,
            sentences=_read_sentences(fields),
            also=fields.texts("also", optional=True),
        )
    for act_id, fields in top.tables("acts"):
        if act_id in acts:
            _check_counterpart(acts[act_id], acts, fields)
    return MappingProxyType(acts)


def _check_id(name: str, fields: Fields) -> None:
    if not ID.fullmatch(name):
        remedy = told("write it in lower case with hyphens, e.g. ask-the-person-first")
        fields.reading.report(fields.path, "bad-id", told("%(name)r is not an id", name=name), remedy)


def _read_theme(fields: Fields, themes: Collection[str]) -> str:
    theme = fields.text("theme")
    if theme and themes and theme not in themes:
        fields.report(
            "theme",
            "unknown-theme",
            told("unknown theme %(theme)s", theme=theme),
            remedy_for_unknown(theme, themes),
        )
    return theme


def _read_sentences(fields: Fields) -> Mapping[Audience, Words]:
    sentences: dict[Audience, Words] = {}
    for name, inner in fields.tables("sentences", optional=True):
        inner.only("nl", "en")
        reader = fields.entries("sentences").option(name, name, Audience)
        words = inner.words()
        if reader:
            sentences[reader] = words
    return MappingProxyType(sentences)


def _check_counterpart(act: Act, acts: Mapping[str, Act], fields: Fields) -> None:
    """See that opposites name each other: then an author who finds the one finds the other."""
    other = act.counterpart
    if other is None:
        return
    if other not in acts:
        remedy = remedy_for_unknown(other, acts)
        fields.report("counterpart", "unknown-act", told("unknown act %(other)s", other=other), remedy)
    elif other == act.id:
        fields.report(
            "counterpart",
            "own-counterpart",
            told("%(id)s is its own counterpart", id=act.id),
            told("take it out"),
        )
    elif acts[other].counterpart != act.id:
        message = told("%(other)s doesn’t name %(id)s as its counterpart", other=other, id=act.id)
        remedy = told('write counterpart = "%(id)s" at %(other)s', id=act.id, other=other)
        fields.report("counterpart", "one-sided-counterpart", message, remedy)
