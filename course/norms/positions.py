"""The stances of one file, of a protocol or of the law: which act, how strict, and by which articles."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from course.norms.model import Position, Stance
from course.reading.fields import Fields, remedy_for_unknown
from course.reading.toml_mending import BROKEN

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def read_positions(top: Fields, acts: Collection[str], articles: Collection[str]) -> Mapping[str, Position]:
    """Read the table of stances; `acts` and `articles` are the known ids.

    While no act is known at all, because the acts file is missing, no act is called unknown.
    """
    stances = top.entries("stances")
    positions: dict[str, Position] = {}
    for act, value in stances.table.items():
        if acts and act not in acts:
            stances.report(act, "unknown-act", f"unknown act {act}", remedy_for_unknown(act, acts))
        if value is BROKEN:
            continue
        if not isinstance(value, dict):
            wanted = '{stance = "…", articles = ["…"]}'
            stances.report(act, "wrong-type", f"{act} is not a stance", f"write {act} = {wanted}")
            continue
        position = _read_position(Fields(stances.reading, (*stances.path, act), value), articles)
        if position and act in acts:
            positions[act] = position
    return MappingProxyType(positions)


def _read_position(fields: Fields, known: Collection[str]) -> Position | None:
    fields.only("stance", "articles")
    stance = fields.choice("stance", Stance)
    articles = fields.texts("articles", optional=True)
    for article in articles:
        if article not in known:
            fields.report(
                "articles",
                "unknown-article",
                f"unknown article {article}",
                remedy_for_unknown(article, known),
            )
    act = fields.path[-1]
    for article in {one for one in articles if articles.count(one) > 1}:
        message = f"{act} names article {article} twice"
        fields.report("articles", "article-twice", message, "take one of them out")
    if stance is Stance.SILENT and articles:
        remedy = "take the articles out, or name the stance that they take"
        fields.report("stance", "silent-with-article", f"{act} is silent and yet names articles", remedy)
    if stance not in (None, Stance.SILENT) and not articles and fields.table.get("articles") in (None, []):
        remedy = 'add articles = ["…"], or make it silent'
        fields.report("stance", "stance-without-article", f"no article says that {act} is {stance}", remedy)
    return None if stance is None else Position(stance, tuple(a for a in articles if a in known))
