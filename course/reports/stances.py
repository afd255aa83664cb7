"""The protocols of a board's schools side by side: what each holds of every act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.model import Stance
from course.reading.told import told
from course.reports.columns import ACT, PROTOCOL, STANCE, THEME
from course.reports.table import Across, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from course.library import Library
    from course.norms.model import Act, Protocol
    from course.reports.table import Value

STANCES = {
    Stance.REQUIRED: told("must"),
    Stance.ENCOURAGED: told("gladly"),
    Stance.ALLOWED: told("may"),
    Stance.ASK_FIRST: told("ask first"),
    Stance.DISCOURAGED: told("rather not"),
    Stance.FORBIDDEN: told("may not"),
}
"""Silence has no word here: of a hundred acts a protocol speaks of some."""
SILENT = told("Where there is a dash, the protocol says nothing; then law, agreements and advice decide.")
TOWARDS = told(
    "Told is what the protocol holds towards the first of those who may do it, without conditions."
)


def stances_table(
    library: Library, protocols: Iterable[str], title: str, locale: str, now: datetime
) -> Table:
    """Compare protocols act by act, in the order of themes and acts; what none of them speaks of is left out."""
    wanted = dict.fromkeys(protocols)
    compared = [library.norms.protocols[one] for one in wanted if one in library.norms.protocols]
    names = _names(compared)
    rows: list[tuple[Value, ...]] = []
    for theme in library.norms.themes.values():
        for act in (one for one in library.norms.acts.values() if one.theme == theme.id):
            left = (theme.words.for_locale(locale), act.words.for_locale(locale))
            rows += ((*left, names[one.id], word) for one, word in _said(library, act, compared))
    return Table(
        "protocols",
        title,
        (THEME, ACT, PROTOCOL, STANCE),
        tuple(rows),
        Across(("act",), "protocol", "stance"),
        (SILENT, TOWARDS),
        now,
    )


def _said(library: Library, act: Act, protocols: Iterable[Protocol]) -> Iterator[tuple[Protocol, Value]]:
    stances = [(one, library.judge(one.id, act.id, act.actors[0]).position.stance) for one in protocols]
    if any(stance is not Stance.SILENT for _, stance in stances):
        yield from ((one, STANCES.get(stance)) for one, stance in stances)


def _names(protocols: Iterable[Protocol]) -> dict[str, str]:
    """Name each; two of one name, such as two versions, are told apart by their number or key."""
    names: dict[str, str] = {}
    for one in protocols:
        taken = one.name in names.values()
        names[one.id] = f"{one.name} ({one.version or one.id})" if taken else one.name
    return names
