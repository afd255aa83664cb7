"""Thin routes of who goes through the articles of a draft: join, part, reword, number, say for whom, lay aside, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import request, url_for

from course.errors import Invalid
from course.norms.model import ArticleKind, Audience
from course.people.roles import Ability
from course.reading.words import Words
from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.drafting import redo, undo
from course.rulebooks.drafts.taking_in import taken_in
from course.rulebooks.intake.documents import clean
from web.http import bodies
from web.http.converters import whole
from web.http.doors import door
from web.http.hypermedia import gone_to, moved_on, shown, wants_fragment
from web.http.identity import me, now, the_content, the_store
from web.protocols.area import area, as_drawn, do, seen, the_draft
from web.protocols.beginning import PASTED
from web.protocols.history import history_of
from web.protocols.listing import article_view, articles_view, page_of, place_in_words
from web.protocols.progress import progress_of

if TYPE_CHECKING:
    from flask import Response

    from course.rulebooks.drafts.rows import OpenDraft

WORDS = bodies.Bound(bytes=96 * 1024, seconds=30)
"""An article of 4,000 signs, of which a form makes up to twelve bytes each, twice."""


@area.get("/<int:draft_id>/articles")
@door(Ability.EDIT_RULES)
def articles(draft_id: int) -> Response:
    """Show the articles, fifty at a time."""
    return _list(the_draft(draft_id))


@area.get("/<int:draft_id>/articles/<article>")
@door(Ability.EDIT_RULES)
def article(draft_id: int, article: str) -> Response:
    """Show one article with everything that can be done to it."""
    return _one(the_draft(draft_id), article)


@area.post("/<int:draft_id>/articles/<article>/words")
@door(Ability.EDIT_RULES, page="protocols.article")
@bodies.takes(WORDS)
def reword(draft_id: int, article: str) -> Response:
    """Save an article's plain words, number and heading: what of these was changed."""
    held = as_drawn(draft_id).draft.article(article)
    words = request.form.get("words", "").replace("\r\n", "\n").strip()
    number, heading = request.form.get("number", "").strip(), request.form.get("heading", "").strip()
    wanted: list[op.Operation] = []
    if words != held.words.nl or held.is_foreign:
        wanted.append(op.Reword(article, Words(words, held.words.en if words == held.words.nl else "")))
    if number != held.number:
        wanted.append(op.SetNumber(article, number))
    if heading != (held.heading.nl if held.heading else ""):
        wanted.append(op.SetHeading(article, Words(heading, "") if heading else None))
    return _back_to_list(do(draft_id, *wanted), article)


@area.post("/<int:draft_id>/articles/<article>/audience")
@door(Ability.EDIT_RULES, page="protocols.article")
def audience(draft_id: int, article: str) -> Response:
    """Say for whom an article is."""
    ticked = request.form.getlist("audience")
    whom = tuple(one for one in Audience if one.value in ticked)
    draft = do(draft_id, op.SetAudience(article, whom))
    if not wants_fragment():
        return _back_to_list(draft, article)
    context: dict[str, Any] = {
        "draft": draft,
        "progress": progress_of(draft, the_content()),
        "article": article,
    }
    view = articles_view(draft, page_of(draft, article))
    return shown("protocols/articles.html", "protocols/whom_saved.html", view=view, **context)


@area.post("/<int:draft_id>/articles/<article>/kind")
@door(Ability.EDIT_RULES, page="protocols.article")
def set_kind(draft_id: int, article: str) -> Response:
    """Say what an article is, and whether it is something to be taught."""
    named = request.form.get("kind", "")
    if named not in {one.value for one in ArticleKind}:
        raise Invalid(kind="kind-unknown")
    is_taught = request.form.get("teachable") == "yes"
    return _back_to_list(do(draft_id, op.SetKind(article, ArticleKind(named), is_taught)), article)


@area.post("/<int:draft_id>/articles/<article>/split")
@door(Ability.EDIT_RULES, page="protocols.article")
def split(draft_id: int, article: str) -> Response:
    """Part an article where one of its sentences begins, or before words that were typed."""
    held = the_draft(draft_id).as_of(seen()).draft.article(article)
    at = place_in_words(held.words.nl, request.form.get("at", ""), request.form.get("before", ""))
    return _back_to_list(do(draft_id, op.SplitArticle(article, at)), article)


@area.post("/<int:draft_id>/articles/<article>/do")
@door(Ability.EDIT_RULES, page="protocols.article")
def act_on(draft_id: int, article: str) -> Response:
    """Do what one button says: join with the next, move, lay aside, put back, take over."""
    draft = as_drawn(draft_id)
    return _back_to_list(do(draft_id, _wish(draft, article, request.form.get("do", ""))), article)


@area.post("/<int:draft_id>/articles/confirm-guesses")
@door(Ability.EDIT_RULES, page="protocols.articles")
def confirm_guesses(draft_id: int) -> Response:
    """Say that the guesses on one page of the list are right."""
    view = articles_view(as_drawn(draft_id), _page())
    guessed = [one.article for one in view.lines if one.is_guess and one.article.audience]
    return _back_to_list(do(draft_id, *(op.SetAudience(one.id, one.audience) for one in guessed)))


@area.post("/<int:draft_id>/articles/add")
@door(Ability.EDIT_RULES, page="protocols.articles")
@bodies.takes(PASTED)
def add(draft_id: int) -> Response:
    """Put a text in at the end: one article, or as many as it has."""
    draft = the_draft(draft_id)
    draft = do(draft_id, *taken_in(clean(request.form.get("text", ""))))
    return _back_to_list(draft, draft.draft.standing[-1].id)


@area.get("/<int:draft_id>/history")
@door(Ability.EDIT_RULES)
def history(draft_id: int) -> Response:
    """Show who changed what."""
    draft = the_draft(draft_id)
    context: dict[str, Any] = {
        "draft": draft,
        "progress": progress_of(draft, the_content()),
        "history": history_of(draft),
    }
    return shown("protocols/history.html", "protocols/_history.html", **context)


@area.post("/<int:draft_id>/undo")
@door(Ability.EDIT_RULES, page="protocols.articles")
def undo_it(draft_id: int) -> Response:
    """Undo one's own newest change that the page knew, or the one that is named."""
    undo(the_store(), me(), draft_id, seen(), now(), _of())
    return _stay(draft_id)


@area.post("/<int:draft_id>/redo")
@door(Ability.EDIT_RULES, page="protocols.articles")
def redo_it(draft_id: int) -> Response:
    """Do again what was undone."""
    redo(the_store(), me(), draft_id, seen(), now(), _of())
    return _stay(draft_id)


def _wish(draft: OpenDraft, article: str, named: str) -> op.Operation:
    standing = [one.id for one in draft.draft.standing]
    match named:
        case "back":
            return op.PutBack((article,))
        case "aside":
            return op.SetAside((article,))
        case "confirm":
            return op.Confirm((article,))
    place = standing.index(article) if article in standing else -1
    match named:
        case "join" if 0 <= place < len(standing) - 1:
            return op.JoinArticles(article, standing[place + 1])
        case "join":
            raise Invalid(other="article-joined-to-itself")
        case "up" if place > 0:
            return op.MoveArticle(article, standing[place - 2] if place > 1 else "")
        case "down" if 0 <= place < len(standing) - 1:
            return op.MoveArticle(article, standing[place + 1])
        case _:
            raise Invalid(after="article-after-itself")


def _of() -> int | None:
    return request.form.get("of", None, type=whole)


def _page() -> int:
    return max(1, request.values.get("page", 1, type=whole))


def _stay(draft_id: int) -> Response:
    """Go back to the page of the draft on which the button stood."""
    pages = {"themes", "particulars", "preview", "history", "theme"}
    named, _, theme = request.form.get("at", "").partition(":")
    if named == "theme" and theme in the_content().norms.themes:
        return gone_to(url_for("protocols.theme", draft_id=draft_id, theme=theme))
    if named in pages - {"theme"}:
        return gone_to(url_for(f"protocols.{named}", draft_id=draft_id))
    return gone_to(url_for("protocols.articles", draft_id=draft_id, page=_page()))


def _list(draft: OpenDraft, page: int | None = None) -> Response:
    context: dict[str, Any] = {"draft": draft, "progress": progress_of(draft, the_content())}
    view = articles_view(draft, page or _page())
    return shown("protocols/articles.html", "protocols/_articles.html", view=view, **context)


def _one(draft: OpenDraft, article: str) -> Response:
    context: dict[str, Any] = {"draft": draft, "progress": progress_of(draft, the_content())}
    view = article_view(draft, the_content(), article)
    return shown("protocols/article.html", "protocols/_article.html", view=view, **context)


def _back_to_list(draft: OpenDraft, article: str = "") -> Response:
    page = page_of(draft, article) if article else _page()
    anchor = f"a-{draft.draft.resting_on(article) or article}" if article else None
    return moved_on(
        "protocols/articles.html",
        "protocols/_articles.html",
        url_for("protocols.articles", draft_id=draft.row.id, page=page, _anchor=anchor),
        view=articles_view(draft, page),
        draft=draft,
        progress=progress_of(draft, the_content()),
    )
