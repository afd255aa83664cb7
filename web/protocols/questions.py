"""Thin routes of who answers the questions: theme by theme, each answer saved by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import flash, request, url_for
from flask_babel import gettext as _

from course.norms.judge import find_act
from course.people.roles import Ability
from web.http import bodies
from web.http.doors import door
from web.http.hypermedia import gone_to, shown, wants_fragment
from web.http.identity import the_content
from web.protocols.area import area, as_drawn, do, the_draft
from web.protocols.asking import adopted_advice, answers_in, question_view, theme_view
from web.protocols.likely import questions_first
from web.protocols.progress import progress_of

if TYPE_CHECKING:
    from flask import Response

    from course.norms.model import Act


ANSWER = bodies.Bound(bytes=96 * 1024, seconds=30)
"""An answer, with an article of 4,000 signs written beside it, of which a form makes up to twelve bytes each."""


@area.get("/<int:draft_id>/questions")
@door(Ability.EDIT_RULES)
def themes(draft_id: int) -> Response:
    """Show the themes, and how many questions each still has."""
    draft = the_draft(draft_id)
    context: dict[str, Any] = {"draft": draft, "progress": progress_of(draft, the_content())}
    asked = questions_first(draft.draft, the_content())
    return shown("protocols/themes.html", "protocols/_themes.html", themes=asked, **context)


@area.get("/<int:draft_id>/questions/<theme>")
@door(Ability.EDIT_RULES)
def theme(draft_id: int, theme: str) -> Response:
    """Show the questions of one theme."""
    draft = the_draft(draft_id)
    context: dict[str, Any] = {"draft": draft, "progress": progress_of(draft, the_content())}
    view = theme_view(draft, the_content(), theme, is_whole=request.args.get("all") == "yes")
    return shown(
        "protocols/theme.html", "protocols/_theme.html", view=view, about=view.theme.theme, **context
    )


@area.post("/<int:draft_id>/answers/<act>")
@door(Ability.EDIT_RULES, page="protocols.themes")
@bodies.takes(ANSWER)
def answer(draft_id: int, act: str) -> Response:
    """Save the answer to one question."""
    found = find_act(the_content().norms, act)
    do(draft_id, *answers_in(request.form, as_drawn(draft_id).draft, found))
    return _saved(
        draft_id, found, is_new_form=bool(request.form.get("another") or request.form.get("written"))
    )


@area.post("/<int:draft_id>/answers/<act>/advice")
@door(Ability.EDIT_RULES, page="protocols.themes")
def adopt_advice(draft_id: int, act: str) -> Response:
    """Take the national advice on an act over as an article of one's own."""
    found = find_act(the_content().norms, act)
    do(draft_id, adopted_advice(the_content(), found))
    if not wants_fragment():
        flash(_("The advice is now an article of your own. You may word it as you like."), "good")
    return _saved(draft_id, found, is_new_form=True)


def _saved(draft_id: int, act: Act, *, is_new_form: bool) -> Response:
    """Say that it is saved: where htmx asks in the question itself, which is drawn anew where it got other fields."""
    draft = the_draft(draft_id)
    if not wants_fragment():
        whole = "yes" if request.form.get("all") else None
        address = url_for(
            "protocols.theme", draft_id=draft_id, theme=act.theme, all=whole, _anchor=f"q-{act.id}"
        )
        return gone_to(address)
    view = question_view(draft, the_content(), act.id)
    progress = progress_of(draft, the_content())
    return shown(
        "protocols/theme.html",
        "protocols/answered.html",
        question=view,
        about=the_content().norms.themes[act.theme],
        draft=draft,
        progress=progress,
        is_new_form=is_new_form,
    )
