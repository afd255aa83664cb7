"""The stances of one file: which act, towards whom, how strict, whom to ask, when, and by which articles."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from course.norms.model import SILENT, Asked, Audience, Position, Stance, Stand
from course.reading.fields import Fields, remedy_for_unknown
from course.reading.told import told
from course.reading.toml_mending import BROKEN

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from course.norms.model import Act

WANTED = '{stance = "…", articles = ["…"]}'
POSITION = ("stance", "articles", "ask", "conditions")


def read_stands(top: Fields, acts: Mapping[str, Act], articles: Collection[str]) -> Mapping[str, Stand]:
    """Read the table of stances; `acts` are the known acts and `articles` the known ids.

    While no act is known at all, because the acts file is missing, no act is called unknown.
    """
    stances = top.entries("stances")
    stands: dict[str, Stand] = {}
    for name, value in stances.table.items():
        if acts and name not in acts:
            stances.report(
                name, "unknown-act", told("unknown act %(name)s", name=name), remedy_for_unknown(name, acts)
            )
        if value is BROKEN:
            continue
        if not isinstance(value, dict):
            stances.report(
                name,
                "wrong-type",
                told("%(name)s is not a stance", name=name),
                told("write %(name)s = %(wanted)s", name=name, wanted=WANTED),
            )
            continue
        stand = _read_stand(Fields(stances.reading, (*stances.path, name), value), acts.get(name), articles)
        if stand and name in acts:
            stands[name] = stand
    return MappingProxyType(stands)


def _read_stand(fields: Fields, act: Act | None, known: Collection[str]) -> Stand | None:
    fields.only(*POSITION, "actors")
    actors = _read_actors(fields, act, known)
    if actors and not any(key in fields.table for key in POSITION):
        return Stand(SILENT, actors)
    everyone = _read_position(fields, fields.path[-1], known)
    return Stand(everyone, actors) if everyone else None


def _read_actors(fields: Fields, act: Act | None, known: Collection[str]) -> Mapping[Audience, Position]:
    """Read the stances towards actors who are treated otherwise than the rest."""
    table = fields.entries("actors", optional=True)
    actors: dict[Audience, Position] = {}
    for name, value in table.table.items():
        actor = table.option(name, name, Audience)
        if act and actor and actor not in act.actors:
            message = told("%(id)s is nothing that a %(actor)s does", id=act.id, actor=actor)
            table.report(
                name, "not-an-actor", message, told("choose from %(actors)s", actors=", ".join(act.actors))
            )
        if value is BROKEN:
            continue
        if not isinstance(value, dict):
            table.report(
                name,
                "wrong-type",
                told("%(name)s is not a stance", name=name),
                told("write %(name)s = %(wanted)s", name=name, wanted=WANTED),
            )
            continue
        inner = Fields(table.reading, (*table.path, name), value)
        inner.only(*POSITION)
        position = _read_position(
            inner, told("%(act)s for %(actor)s", act=fields.path[-1], actor=name), known
        )
        if actor and position:
            actors[actor] = position
    return MappingProxyType(actors)


def _read_position(fields: Fields, act: str, known: Collection[str]) -> Position | None:
    stance = fields.choice("stance", Stance)
    articles = _read_articles(fields, act, known)
    if stance is Stance.SILENT and articles:
        remedy = told("take the articles out, or name the stance that they take")
        fields.report(
            "stance", "silent-with-article", told("%(act)s is silent and yet names articles", act=act), remedy
        )
    if stance not in (None, Stance.SILENT) and not articles and fields.table.get("articles") in (None, []):
        remedy = told('add articles = ["…"], or make it silent')
        fields.report(
            "stance",
            "stance-without-article",
            told("no article says that %(act)s is %(stance)s", act=act, stance=stance),
            remedy,
        )
    ask = tuple(fields.choices("ask", Asked)) if "ask" in fields.table else ()
    if ask and stance not in (None, Stance.ASK_FIRST):
        remedy = told('write stance = "ask-first", or take ask out')
        fields.report(
            "ask",
            "nobody-to-ask",
            told("%(act)s is %(stance)s, and yet says whom to ask", act=act, stance=stance),
            remedy,
        )
    conditions = fields.perhaps("conditions", dutch_only=True)
    if conditions and stance is Stance.SILENT:
        remedy = told("take the conditions out, or name the stance that holds under them")
        fields.report(
            "conditions",
            "silent-with-conditions",
            told("%(act)s is silent under conditions", act=act),
            remedy,
        )
    if stance is None:
        return None
    return Position(stance, tuple(one for one in articles if one in known), ask, conditions)


def _read_articles(fields: Fields, act: str, known: Collection[str]) -> tuple[str, ...]:
    articles = fields.texts("articles", optional=True)
    for article in articles:
        if article not in known:
            remedy = remedy_for_unknown(article, known)
            fields.report(
                "articles", "unknown-article", told("unknown article %(article)s", article=article), remedy
            )
    for article in {one for one in articles if articles.count(one) > 1}:
        message = told("%(act)s names article %(article)s twice", act=act, article=article)
        fields.report("articles", "article-twice", message, told("take one of them out"))
    return articles
