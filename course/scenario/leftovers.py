"""Signs that Markdown did not understand: they would stand on the learner's screen as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.reading.markdown import line_of
from course.scenario.attributes import DASH, check_dashes
from course.scenario.markdown import scene_of_link

if TYPE_CHECKING:
    from course.scenario.draft import Draft

_HTML = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>|<!--")
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
    if found := _HTML.search(text):
        remedy = "Write Markdown instead; raw HTML and comments are off."
        draft.error(line, "raw-html", f"Raw HTML (`{found[0][:40]}`) would be shown as it is.", remedy)
    found = _BRACES.search(text)
    if found and DASH.search(found[0]):
        check_dashes(draft, found[0].strip(), line)
    elif found:
        remedy = "Put them directly behind the link, without a space, or on a line between empty lines."
        draft.error(
            line, "loose-attributes", f"The attributes `{found[0].strip()[:60]}` attach to nothing.", remedy
        )
    if _BROKEN_LINK.search(text):
        draft.error(
            line,
            "broken-link",
            "This is no link that can be followed.",
            "Write `[text](#scene)`, without spaces.",
        )


def _check_link(draft: Draft, href: str, line: int) -> None:
    if scene_of_link(href) is not None:
        return
    if re.match(r"(?:[a-z][a-z0-9+.-]*:|//)", href, re.IGNORECASE):
        message, remedy = (
            f"A link leaves the lesson (`{href[:60]}`).",
            "Name the site in words; a lesson stays on the phone.",
        )
        draft.error(line, "foreign-link", message, remedy)
    else:
        remedy = "Write the scene's anchor with a hash: `[text](#scene)`."
        draft.error(line, "bad-link", f"The link `{href[:60]}` does not go to a scene.", remedy)
