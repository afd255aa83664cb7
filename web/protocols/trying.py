"""Thin routes of who looks at the course under a draft: what it decides, what it changes, and a lesson to play."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import request, url_for
from flask_babel import gettext as _

from course.errors import NotFound
from course.learning.lesson.trying import walk
from course.people.roles import Ability
from course.rulebooks.comparison import compare_versions
from course.rulebooks.drafts import operations as op
from web.display.comparison import comparison_view
from web.display.tried import tried, way_asked
from web.http.doors import door
from web.http.hypermedia import moved_on, shown
from web.http.identity import me, now, the_content, the_store
from web.protocols.area import area, as_drawn, do, the_draft
from web.protocols.preview import find_module, module_view, preview_view, previewed, replaced
from web.protocols.progress import progress_of
from web.protocols.quiz_preview import quiz_under

if TYPE_CHECKING:
    from flask import Response

    from course.rulebooks.drafts.rows import OpenDraft


@area.get("/<int:draft_id>/preview")
@door(Ability.EDIT_RULES)
def preview(draft_id: int) -> Response:
    """Show what the course makes of a draft."""
    return shown("protocols/preview.html", "protocols/_preview.html", **_context(the_draft(draft_id)))


@area.get("/<int:draft_id>/preview/<module>")
@door(Ability.EDIT_RULES)
def module(draft_id: int, module: str) -> Response:
    """Show every choice and question of a module with what a draft decides of it."""
    draft = the_draft(draft_id)
    found = previewed(the_store(), the_content(), me(), draft)
    view = module_view(found, module)
    progress = progress_of(draft, the_content())
    return shown("protocols/module.html", "protocols/_module.html", draft=draft, progress=progress, view=view)


@area.get("/<int:draft_id>/preview/lessons/<lesson>")
@door(Ability.EDIT_RULES)
def play(draft_id: int, lesson: str) -> Response:
    """Play a lesson under a draft; nothing is kept."""
    draft = the_draft(draft_id)
    found = previewed(the_store(), the_content(), me(), draft)
    audience = find_module(found, found.library.lesson(lesson).module).audience
    walked = walk(found.library, lesson, found.key, audience, way_asked(), now())
    path = {"draft_id": draft_id, "lesson": lesson}
    view = tried(walked, "protocols.play", path, keeps_drawn=False)
    return shown("protocols/play.html", "protocols/play.html", draft=draft, tried=view, audience=audience)


@area.get("/<int:draft_id>/preview/quizzes/<quiz>")
@door(Ability.EDIT_RULES)
def quiz(draft_id: int, quiz: str) -> Response:
    """Show every question of a quiz as it would be asked under a draft, with what is right then."""
    draft = the_draft(draft_id)
    view = quiz_under(previewed(the_store(), the_content(), me(), draft), quiz)
    progress = progress_of(draft, the_content())
    return shown("protocols/quiz.html", "protocols/_quiz.html", draft=draft, progress=progress, view=view)


@area.post("/<int:draft_id>/confirm")
@door(Ability.EDIT_RULES, page="protocols.preview")
def confirm(draft_id: int) -> Response:
    """Take over as one's own what was carried over: what was ticked, or all of it."""
    draft = as_drawn(draft_id)
    marks = draft.draft.foreign if request.form.get("all") else request.form.getlist("mark")
    known = [one for one in draft.draft.foreign if one in marks]
    articles = tuple(one.removeprefix("article:") for one in known if one.startswith("article:"))
    answers = tuple(
        (act, actor)
        for act, actor in (
            one.removeprefix("answer:").split(":") for one in known if one.startswith("answer:")
        )
    )
    draft = do(draft_id, *([op.Confirm(articles, answers)] if known else []))
    url = url_for("protocols.preview", draft_id=draft_id)
    return moved_on("protocols/preview.html", "protocols/_preview.html", url, **_context(draft))


@area.get("/<int:draft_id>/changes")
@door(Ability.EDIT_RULES)
def changes(draft_id: int) -> Response:
    """Show what a draft changes of the rules that it would replace, to be read or printed."""
    draft = the_draft(draft_id)
    before = replaced(the_store(), the_content(), me(), draft)
    if before is None:
        raise NotFound("version", "")
    found = previewed(the_store(), the_content(), me(), draft)
    difference = compare_versions(before, found.protocol, the_content().norms.acts)
    view = comparison_view(difference, before.name, _("the draft"))
    back = url_for("protocols.preview", draft_id=draft_id)
    return shown("protocols/compared.html", "_ui/_compared.html", view=view, back=back)


def _context(draft: OpenDraft) -> dict[str, Any]:
    found = previewed(the_store(), the_content(), me(), draft)
    view = preview_view(found, draft)
    return {"draft": draft, "progress": progress_of(draft, the_content()), "view": view}
