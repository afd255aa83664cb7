"""Where a sentence ends, in Dutch as policies are written: with abbreviations, brackets and lists of names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTENED_WORDS = """
aanv afb art artt bijl bijv blz bv bvb ca cq d.d dd dhr div dr drs e.a e.a.a e.d e.e.a enz etc ev evt excl fig hfst
i.c i.p.v i.s.m i.v.m incl ing ir jl jr lln m.a.w m.b.t m.b.v m.i m.i.v m.n m.u.v mevr mr mw n.a.v n.v.t nr nrs
o.a o.b.v o.i.d o.l.v o.m pag par prof red resp sr t.a.v t.b.v t.g.v t.m t.o.v t/m tel v.a v.w.b vgl vlg vs z.g
z.o.z zg zgn
"""
"""Words that a full stop shortens; what holds stops itself is written without the last one."""
SHORTENED = frozenset(SHORTENED_WORDS.split())

END = re.compile(r"[.!?…]+[\"'”’»)\]*_]*(?=\s+(?P<next>\S+))")
INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*")
LAST_WORD = re.compile(r"[\w./]+$")
LONGEST_SHORTENED = 20
OPENING = "\"'“‘«([*_"
SEE = re.compile(r"(?:\(?zie|vgl)\b", re.IGNORECASE)


def sentence_starts(text: str) -> Iterator[int]:
    """Give the offset at which each sentence after the first begins; a reference ("Zie ook …") stays with its sentence."""
    depths = _depths(text)
    for end in END.finditer(text):
        before = text[max(0, end.start() - LONGEST_SHORTENED) : end.start()]
        if not depths[end.end() - 1] and _begins(end["next"]) and _ends(before, end[0]):
            yield end.start("next")


def _begins(word: str) -> bool:
    """Whether a word can be the first of a sentence."""
    first = word.lstrip(OPENING)[:1]
    return bool(first) and not first.islower() and (first.isalnum() or first in "-•✓") and not SEE.match(word)


def _ends(before: str, signs: str) -> bool:
    """Whether signs end a sentence: a single stop after a shortened word or an initial does not."""
    if not signs.startswith(".") or signs.startswith(".."):
        return True
    last = LAST_WORD.search(before)
    if last is None:
        return True
    return last[0].lower() not in SHORTENED and not INITIALS.fullmatch(last[0])


def _depths(text: str) -> list[int]:
    """Count open brackets at each sign; one that is never closed opens nothing."""
    opened: list[int] = []
    change = [0] * (len(text) + 1)
    for place, sign in enumerate(text):
        if sign == "(":
            opened.append(place)
        elif sign == ")" and opened:
            change[opened.pop()] += 1
            change[place] -= 1
    depth, depths = 0, []
    for one in change:
        depth += one
        depths.append(depth)
    return depths
