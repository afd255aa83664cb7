"""Signs that Markdown did not understand: they would stand on the learner's screen as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.reading.markdown import line_of
from course.reading.slips import DASH, RAW_HTML
from course.reading.told import told
from course.scenario.attributes import check_dashes
from course.scenario.markdown import scene_of_link

if TYPE_CHECKING:
    from course.scenario.draft import Draft

_BRACES = re.compile(
    r"^\s*\{[.#%\w][^{}]*\}\s*$|\{(?:\.later|\.sad|#?[\w-]+|(?:acts?|id|lang|when|order|parts)=[^{}]*)\}"
)
_BROKEN_LINK = re.compile(r"\]\(")


def check_leftovers(draft: Draft) -> None:
    """Report raw HTML, attributes that attach to nothing, links cut short, and links that are no choice's."""
    for token in draft.tokens:
        if token.type != "inline":
            continue
        for index, child in enumerate(token.children or []):
            if child.type == "text":
                _check_text(draft, child.content, line_of(token, index))
            elif child.type == "link_open":
                _check_link(draft, str(child.attrs.get("href", "")), line_of(token, index))


def _check_text(draft: Draft, text: str, line: int) -> None:
    if found := RAW_HTML.search(text):
        remedy = told("Write Markdown instead; raw HTML and comments are off.")
        draft.error(
            line,
            "raw-html",
            told("Raw HTML (`%(found)s`) would be shown as it is.", found=found[0][:40]),
            remedy,
        )
    found = _BRACES.search(text)
    if found and DASH.search(found[0]):
        check_dashes(draft, found[0].strip(), line)
    elif found:
        remedy = told("Put them directly behind the link, without a space, or on a line between empty lines.")
        draft.error(
            line,
            "loose-attributes",
            told("The attributes `%(found)s` attach to nothing.", found=found[0].strip()[:60]),
            remedy,
        )
    if _BROKEN_LINK.search(text):
        draft.error(
            line,
            "broken-link",
            told("This is no link that can be followed."),
            told("Write `[text](#scene)`, without spaces."),
        )


def _check_link(draft: Draft, href: str, line: int) -> None:
    if scene_of_link(href) is not None:
        return
    if re.match(r"(?:[a-z][a-z0-9+.-]*:|//)", href, re.IGNORECASE):
        message, remedy = (
            told("A link leaves the lesson (`%(href)s`).", href=href[:60]),
            told("Name the site in words; a lesson stays on the phone."),
        )
        draft.error(line, "foreign-link", message, remedy)
    else:
        remedy = told("Write the scene's anchor with a hash: `[text](#scene)`.")
        draft.error(
            line, "bad-link", told("The link `%(href)s` does not go to a scene.", href=href[:60]), remedy
        )
