"""Conditions as they are written: `chose=a,b chose!=c act=ACT stance=S,S verdict=V band=B`, all of which hold.

They stand behind `::: when`, or as `when="…"` on a choice or above the heading of a scene. Of several acts each is asked by
the `stance=` and `verdict=` behind it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from course.norms.model import Stance, Verdict
from course.reading.findings import did_you_mean
from course.reading.told import told
from course.scenario.conditions import Chose, Condition, InBand, Ruled
from course.scenario.model import BANDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from course.scenario.conditions import Test
    from course.scenario.draft import Draft

ATTRIBUTE = re.compile(r'(?<!\S)(?P<key>[\w-]+!?)=(?:"(?P<quoted>[^"]*)"|(?P<bare>\S*))(?!\S)')
KEYS = ("chose", "chose!", "act", "stance", "verdict", "band")

Pairs = tuple[tuple[str, str], ...]


def pairs_in(text: str) -> Pairs:
    """Give the attributes in a text, in order."""
    return tuple(
        (one["key"], one["quoted"] if one["quoted"] is not None else one["bare"])
        for one in ATTRIBUTE.finditer(text)
    )


def read_attribute(draft: Draft, written: object, line: int) -> Condition:
    """Read the `when="…"` of a choice or a scene; empty where it has none."""
    if written is None:
        return ()
    text = str(written)
    if rest := ATTRIBUTE.sub(" ", text).split():
        remedy = told('Write e.g. `when="chose=eerst-gevraagd act=… stance=…"`.')
        draft.error(
            line, "bad-condition", told("`%(rest)s` is no condition.", rest=" ".join(rest)[:60]), remedy
        )
    for key, _ in pairs_in(text):
        if key not in KEYS:
            draft.error(
                line,
                "unknown-attribute",
                told("A condition has no `%(key)s`.", key=key),
                did_you_mean(key, KEYS),
            )
    return read_condition(draft, pairs_in(text), line)


def read_condition(draft: Draft, pairs: Pairs, line: int) -> Condition:
    """Read what has to hold; reports names that there are none of, and a condition that asks nothing."""
    tests: list[Test] = []
    before = len(draft.found)
    for key, written in pairs:
        if key in ("chose", "chose!"):
            if names := tuple(_names(draft, key, written, line)):
                tests.append(Chose(names, key == "chose!", line))
        elif key == "band" and (bands := tuple(_known(draft, "band", written, BANDS, line))):
            tests.append(InBand(bands, line))
    tests += _rules(draft, pairs, line)
    if not tests and len(draft.found) == before:
        remedy = told("Write e.g. `::: when chose=eerst-gevraagd`, or `::: when act=… stance=…`.")
        draft.error(line, "missing-attribute", told("This condition asks nothing."), remedy)
    return tuple(tests)


def _rules(draft: Draft, pairs: Pairs, line: int) -> Iterator[Ruled]:
    """Read what is asked of the rules: an act, and what is said of it before or behind its name."""
    asked: list[Ruled] = []
    waiting = Ruled("", line=line)
    for key, written in pairs:
        now = asked[-1] if asked else waiting
        if key == "act":
            now = replace(waiting, act=written)
            waiting = Ruled("", line=line)
            asked.append(now)
            continue
        if key == "stance":
            now = replace(
                now, stances=tuple(Stance(one) for one in _words(draft, key, written, Stance, line))
            )
        elif key == "verdict":
            now = replace(
                now, verdicts=tuple(Verdict(one) for one in _words(draft, key, written, Verdict, line))
            )
        if asked:
            asked[-1] = now
        else:
            waiting = now
    if waiting != Ruled("", line=line) or any(not one.act for one in asked):
        remedy = told("Write `act=` and the name of an act before it.")
        draft.error(line, "missing-attribute", told("A stance or verdict is asked of no act."), remedy)
    is_asked = any(key in ("stance", "verdict") for key, _ in pairs)
    for one in asked:
        if one.act and not one.stances and not one.verdicts and not (is_asked and len(asked) == 1):
            remedy = told(
                "Write `stance=` with one or more of: %(stance)s; or `verdict=`.", stance=", ".join(Stance)
            )
            draft.error(
                line, "missing-attribute", told("Nothing is asked of the act `%(act)s`.", act=one.act), remedy
            )
        yield one


def _words(draft: Draft, key: str, written: str, known: type[Stance | Verdict], line: int) -> Sequence[str]:
    return tuple(_known(draft, key, written, tuple(one.value for one in known), line))


def _known(draft: Draft, key: str, written: str, known: Collection[str], line: int) -> Iterator[str]:
    for name in _names(draft, key, written, line):
        if name in known:
            yield name
        else:
            draft.error(
                line,
                f"unknown-{key}",
                told("There is no %(key)s `%(name)s`.", key=key, name=name),
                did_you_mean(name, known),
            )


def _names(draft: Draft, key: str, written: str, line: int) -> Iterator[str]:
    names = [name.strip() for name in written.split(",") if name.strip()]
    if not names:
        draft.error(
            line,
            "empty-attribute",
            told("`%(key)s=` names nothing.", key=key),
            told("Name something, or remove `%(key)s=`.", key=key),
        )
    yield from names
