"""A draft as the tables of a protocol file, and a draft from such tables. Pure."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from course.norms.model import ArticleKind, Asked, Audience, Stance
from course.reading.words import Words
from course.rulebooks.drafts.model import EVERYONE, Answer, Draft, DraftArticle, DraftContact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    Tree = Mapping[str, Any]


def tree_of(draft: Draft, protocol_id: str, version: str = "", adopted: date | None = None) -> dict[str, Any]:
    """Lay a draft out as a protocol file has it: what stands, and nothing that was set aside."""
    tree: dict[str, Any] = {"id": protocol_id, "name": draft.name, "title": draft.title}
    if version:
        tree["version"] = version
    if adopted:
        tree["adopted"] = adopted
    if draft.official:
        tree["official"] = draft.official
    tree["channels"] = list(draft.channels)
    doubt = {who.value: draft.resting_on(article) for who, article in draft.doubt.items()}
    tree["doubt"] = {who: article for who, article in doubt.items() if article}
    tree["contacts"] = [
        {"role": _words(one.role), "audience": _values(one.audience), "how": _words(one.how)}
        for one in draft.contacts
    ]
    tree["articles"] = {one.id: _article(one) for one in draft.standing}
    tree["stances"] = _stances(draft)
    return tree


def draft_of(tree: Tree, *, is_foreign: bool) -> Draft:
    """Make a draft of a protocol file without mistakes; `is_foreign` marks all that it holds as somebody else's.

    That another's document is silent on an act is no answer of one's own, and is not carried over.
    """
    return Draft(
        name=tree.get("name", ""),
        title=tree.get("title", ""),
        channels=tuple(tree.get("channels", ())),
        articles=tuple(_draft_article(one, table, is_foreign) for one, table in _articles(tree)),
        answers=MappingProxyType(dict(_answers(tree.get("stances", {}), is_foreign=is_foreign))),
        contacts=tuple(
            DraftContact(_read(one["role"]), _audience(one), _read(one["how"]))
            for one in tree.get("contacts", ())
        ),
        doubt=MappingProxyType({Audience(who): article for who, article in tree.get("doubt", {}).items()}),
        official=tree.get("official", ""),
    )


def _article(one: DraftArticle) -> dict[str, Any]:
    table: dict[str, Any] = {"audience": _values(one.audience), "kind": one.kind.value}
    if one.number:
        table["number"] = one.number
    if one.heading:
        table["heading"] = _words(one.heading)
    if one.original:
        table["original"] = one.original
    return table | _words(one.words) | {"teachable": one.teachable}


def _stances(draft: Draft) -> dict[str, Any]:
    stances: dict[str, Any] = {}
    for (act, actor), answer in draft.answers.items():
        table = stances.setdefault(act, {})
        if actor == EVERYONE:
            stances[act] = _position(draft, answer) | table
        else:
            table.setdefault("actors", {})[actor] = _position(draft, answer)
    return stances


def _position(draft: Draft, answer: Answer) -> dict[str, Any]:
    """Write an answer; one that is silent rests on nothing, and links lead to where an article's words are now."""
    table: dict[str, Any] = {"stance": answer.stance.value}
    if answer.stance is Stance.SILENT:
        return table
    found = dict.fromkeys(draft.resting_on(one) for one in answer.articles)
    if articles := [one for one in found if one]:
        table["articles"] = articles
    if answer.ask:
        table["ask"] = [one.value for one in answer.ask]
    if answer.conditions:
        table["conditions"] = _words(answer.conditions)
    return table


def _words(words: Words) -> dict[str, Any]:
    """Leave English out where there is none of its own."""
    return {"nl": words.nl} | ({"en": words.en} if words.en and words.en != words.nl else {})


def _values(audience: Iterable[Audience]) -> list[str]:
    return [one.value for one in audience]


def _articles(tree: Tree) -> Iterable[tuple[str, Tree]]:
    articles: Mapping[str, Tree] = tree.get("articles", {})
    return articles.items()


def _draft_article(article_id: str, table: Tree, is_foreign: bool) -> DraftArticle:  # noqa: FBT001 - a mark, passed on
    return DraftArticle(
        id=article_id,
        words=_read(table),
        original=table.get("original", ""),
        number=table.get("number", ""),
        heading=_read(table["heading"]) if "heading" in table else None,
        audience=_audience(table),
        kind=ArticleKind(table["kind"]),
        teachable=table["teachable"],
        is_foreign=is_foreign,
    )


def _audience(table: Tree) -> tuple[Audience, ...]:
    return tuple(Audience(one) for one in table["audience"])


def _answers(stances: Tree, *, is_foreign: bool) -> Iterable[tuple[tuple[str, str], Answer]]:
    for act, table in stances.items():
        towards = {EVERYONE: table} if "stance" in table else {}
        for actor, own in (towards | table.get("actors", {})).items():
            if not (is_foreign and own["stance"] == Stance.SILENT):
                yield (act, actor), _answer(own, is_foreign=is_foreign)


def _answer(table: Tree, *, is_foreign: bool) -> Answer:
    return Answer(
        Stance(table["stance"]),
        tuple(table.get("articles", ())),
        tuple(Asked(one) for one in table.get("ask", ())),
        _read(table["conditions"]) if "conditions" in table else None,
        is_foreign,
    )


def _read(table: Tree) -> Words:
    return Words(table.get("nl", ""), table.get("en", ""))
