"""Signs in a question that Markdown did not understand: it swallows them, or shows them as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.quiz.markdown import children_of
from course.reading.markdown import first_line, text_of
from course.reading.slips import DASH, RAW_HTML
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from course.reading.findings import Findings
    from course.reading.markdown import Node

_BOX = re.compile(r"\[[ xX]\](?=\s|$)")
_BRACES = re.compile(r"\{(?:#[\w-]|[\w-]+=)[^{}]*\}")
_CONTAINER = re.compile(r"^:::+", re.MULTILINE)


def check_leftovers(nodes: Iterable[Node], findings: Findings) -> None:
    """Report what is left once a question is read: boxes, attributes and containers that nothing took, HTML, and links."""
    for node in (one for one in nodes if not _is_told(one)):
        for inline in (one for one in node.walk() if one.type == "inline"):
            line = first_line(inline) or first_line(node)
            for child in children_of(inline):
                if child.type == "text":
                    _check_text(child.content, line, findings)
                elif child.type == "link_open" and str(child.attrs.get("href", "")).startswith("#"):
                    message = told("A link leads nowhere in a quiz (`%(href)s`).", href=child.attrs["href"])
                    findings.error(line, "stray-link", message, told("Write the words without it."))


def _is_told(block: Node) -> bool:
    """Whether it looks like an attribute line, of which `question` tells by itself."""
    return block.type == "paragraph" and text_of(block).startswith("{")


def check_names(attributes: Mapping[str, str], line: int, findings: Findings) -> None:
    """Report a dash in a name: a word processor puts it where a hyphen is meant, and no name has one."""
    for value in attributes.values():
        if DASH.search(value):
            _dash(value, line, findings)


def _check_text(text: str, line: int, findings: Findings) -> None:
    if found := RAW_HTML.search(text):
        message = told("Raw HTML (`%(found)s`) would be shown as it is.", found=found[0][:40])
        findings.error(
            line, "raw-html", message, told("Write Markdown instead; raw HTML and comments are off.")
        )
    if _BOX.search(text):
        message = told("A check box stands here that belongs to no option.")
        remedy = told("Begin each option on a line of its own with `- [ ]`, and never in an explanation.")
        findings.error(line, "stray-box", message, remedy)
    if _CONTAINER.search(text):
        message = told("A box with colons is a piece of a lesson; a quiz has none.")
        findings.error(line, "stray-container", message, told("Tell in words what is seen."))
    if found := _BRACES.search(text):
        _braces(found[0], line, findings)


def _braces(found: str, line: int, findings: Findings) -> None:
    if DASH.search(found):
        _dash(found, line, findings)
        return
    message = told("The attributes `%(found)s` attach to nothing.", found=found[:60])
    remedy = told("Put them on the line above the heading, or at the end of an item that takes them.")
    findings.error(line, "loose-attributes", message, remedy)


def _dash(written: str, line: int, findings: Findings) -> None:
    message = told("A dash stands in `%(written)s` where a hyphen is meant.", written=written[:60])
    remedy = told("Write `%(mended)s`.", mended=DASH.sub("-", written)[:60])
    findings.error(line, "dash-for-hyphen", message, remedy)
