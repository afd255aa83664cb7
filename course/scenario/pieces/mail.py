"""`::: mail`, lines `van:`, `aan:`, `onderwerp:` (or `from:`, `to:`, `subject:`), a gap, the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.findings import did_you_mean
from course.reading.markdown import Node, inline_of, words
from course.reading.told import told
from course.scenario.model import Mail
from course.scenario.paragraphs import lines_of, split_name
from course.scenario.pieces.box import Box, words_only

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.scenario.draft import Draft

_HEADERS: Mapping[str, str] = {
    "van": "from",
    "from": "from",
    "aan": "to",
    "to": "to",
    "onderwerp": "subject",
    "subject": "subject",
}


def read_mail(draft: Draft, box: Box) -> Mail:
    """Read an e-mail message."""
    headers: dict[str, str] = {}
    if box.nodes and box.nodes[0].type == "paragraph":
        headers = _headers(draft, box.nodes[0])
    for dutch, key in (("van", "from"), ("aan", "to"), ("onderwerp", "subject")):
        if key not in headers:
            remedy = told("Add a line `%(dutch)s: …` at its top.", dutch=dutch)
            draft.error(
                box.line, "missing-header", told("The mail has no `%(dutch)s:`.", dutch=dutch), remedy
            )
    html = words_only(draft, box, box.nodes[1:])
    if not html:
        remedy = told("Write the letter below the headers, after an empty line.")
        draft.error(box.line, "empty-container", told("The mail says nothing."), remedy)
    return Mail(headers.get("from", ""), headers.get("to", ""), headers.get("subject", ""), html, box.line)


def _headers(draft: Draft, node: Node) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line, inline in lines_of(inline_of(node)):
        children = inline.children or []
        named = split_name(children[0]) if children else None
        name = named[0].lower() if named else ""
        if named and name in _HEADERS:
            headers[_HEADERS[name]] = words([named[1], *children[1:]])
        else:
            remedy = (
                did_you_mean(name, _HEADERS)
                if name
                else told("Leave an empty line between the headers and the letter.")
            )
            draft.error(line, "bad-header", told("This is no header of a mail."), remedy)
    return headers
