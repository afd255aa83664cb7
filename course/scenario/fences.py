"""Fences of containers, before the parsing: an unclosed one must not swallow the rest of its scene or of the lesson.

:::: when act=… stance=…      an outer fence has more colons
::: chat Groepsapp 7B
…
:::
::::
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.reading.told import told

if TYPE_CHECKING:
    from course.scenario.draft import Draft

_FENCE = re.compile(r" {0,3}(?P<colons>:{3,})[ \t]*(?P<info>[^\n]*?)[ \t]*$")
_CHOICE = re.compile(r" {0,3}[-*+][ \t]+\[[^\]]*\]\(#")
_SAID = re.compile(r"[ \t]*(?:[-*+][ \t]+)?[^\s:,.!?][^:,.!?]{0,39}:(?:\s|$)")
_HEADING = re.compile(r" {0,3}#{1,2}(?:[ \t]|$)")


@dataclass(frozen=True, slots=True)
class _Open:
    line: int
    colons: int
    info: str


def mend_fences(draft: Draft) -> None:
    """Report every unclosed and every stray fence; close the former before the next scene."""
    stack: list[_Open] = []
    for index, text in enumerate(draft.lines):
        fence = _FENCE.match(text)
        if _HEADING.match(text):
            _close_all(draft, stack, index)
        elif fence and fence["info"]:
            stack.append(_Open(index + 1, len(fence["colons"]), fence["info"]))
        elif fence:
            _close_one(draft, stack, index + 1, len(fence["colons"]))
    _close_all(draft, stack, len(draft.lines))


def _close_one(draft: Draft, stack: list[_Open], line: int, colons: int) -> None:
    """Close the outermost container that this fence is long enough for, as the parser does."""
    for depth, opened in enumerate(stack):
        if opened.colons <= colons:
            for inner in stack[depth + 1 :]:
                message = told(
                    "The `%(info)s` container inside `%(opened)s` is not closed before it.",
                    info=inner.info,
                    opened=opened.info,
                )
                remedy = told(
                    "Give the outer fence more colons (`::::`) and close the inner one with its own `:::`."
                )
                draft.error(inner.line, "unclosed-container", message, remedy)
            del stack[depth:]
            return
    remedy = told("Remove the line, or give an outer fence more colons (`::::`) than the ones inside it.")
    draft.error(line, "stray-fence", told("A closing fence closes nothing."), remedy)
    draft.lines[line - 1] = ""


def _close_all(draft: Draft, stack: list[_Open], index: int) -> None:
    for opened in stack:
        message = told("The container `%(info)s` is not closed.", info=opened.info)
        draft.error(
            opened.line,
            "unclosed-container",
            message,
            told("Add a line `%(fence)s` after it.", fence=":" * opened.colons),
        )
    if stack:
        end = _likely_end(draft.lines, stack[-1], index)
        if stack[-1].line <= end and not draft.lines[end].strip():
            draft.lines[end] = ":" * max(one.colons for one in stack)
    stack.clear()


def _likely_end(lines: list[str], opened: _Open, index: int) -> int:
    """Find the empty line where an unclosed container was meant to end: above what can't stand in it."""
    for at in range(opened.line + 1, index):
        if not lines[at - 1] and _stands_outside(lines[at], opened.info):
            return at - 1
    return index - 1


def _stands_outside(text: str, info: str) -> bool:
    """Whether a line can't belong to a container: a choice to none, and to a chat what nobody says."""
    if not text or _FENCE.match(text):
        return False
    return bool(_CHOICE.match(text)) or (info.split(maxsplit=1)[0] == "chat" and not _SAID.match(text))
