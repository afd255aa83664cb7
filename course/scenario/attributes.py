"""Attributes between braces: the known ones, where they mean something; all else is reported and dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.reading.findings import did_you_mean
from course.reading.markdown import line_of
from course.reading.slips import DASH
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it.token import Token

    from course.scenario.draft import Draft

_OWN: Mapping[str, tuple[str, ...]] = {
    "link_open": ("href", "title"),
    "image": ("src", "alt", "title"),
    "ordered_list_open": ("start",),
}
"""What Markdown itself puts on a token."""

_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "link_open": ("act", "acts", "id", "when", "parts"),
    "span_open": ("lang",),
    "heading_open": ("class", "order", "when"),
}
"""What an author may put on it."""

_PLACES: Mapping[str, str] = {
    "link_open": told("a choice"),
    "image": told("a picture"),
    "span_open": told("words between brackets"),
    "heading_open": told("a scene"),
}


def check_attributes(draft: Draft) -> None:
    """Report every attribute that means nothing in its place, with the nearest that does, and take it off."""
    for token in draft.tokens:
        if token.type == "inline":
            children = token.children or []
            for index, child in enumerate(children):
                _check(draft, child, line_of(token, index))
        elif token.map is not None and token.type != "front_matter":
            _check(draft, token, token.map[0] + 1)


def check_dashes(draft: Draft, written: str, line: int) -> None:
    """Report a dash in a name: a word processor puts it where a hyphen is meant, and no name has one."""
    if DASH.search(written):
        mended = DASH.sub("-", written)
        message = told("A dash stands in `%(written)s` where a hyphen is meant.", written=written[:60])
        draft.error(line, "dash-for-hyphen", message, told("Write `%(mended)s`.", mended=mended[:60]))


def _check(draft: Draft, token: Token, line: int) -> None:
    apart: Mapping[str, Any] = token.meta.pop("insecure_attrs", {})
    allowed, own = _ALLOWED.get(token.type, ()), _OWN.get(token.type, ())
    strange = [name for name in token.attrs if name not in allowed and name not in own]
    for name in (*apart, *strange):
        place = _PLACES.get(token.type, told("this block"))
        remedy = did_you_mean(name, allowed) if allowed else told("Remove it.")
        if token.type == "heading_open":
            remedy = told('Only `{.later}`, `{.sad}`, `{order=fixed}` and `{when="…"}` are known here.')
        elif name == "class" and token.type == "paragraph_open":
            remedy = told("Put `{.later}` right above the heading of a scene.")
        draft.error(
            line,
            "unknown-attribute",
            told("The attribute `%(name)s` means nothing on %(place)s.", name=name, place=place),
            remedy,
        )
    for name in strange:
        del token.attrs[name]
    for name in allowed:
        check_dashes(draft, str(token.attrs.get(name, "")), line)
