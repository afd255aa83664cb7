"""Who did what to a draft, in words: for the page of changes, and for two who did different things at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext as _
from flask_babel import ngettext

from course.rulebooks.drafts import operations as op
from course.rulebooks.drafts.history import Deed
from web.display.norm_words import audience_words, position_words
from web.http.identity import the_content
from web.protocols.words import kind_words, particulars_words, short_of

if TYPE_CHECKING:
    from datetime import datetime

    from course.rulebooks.drafts.history import Entry
    from course.rulebooks.drafts.model import Draft
    from course.rulebooks.drafts.operations import Operation
    from course.rulebooks.drafts.rows import OpenDraft


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that somebody did or wanted."""

    who: str
    """Empty for the reader's own."""
    at: datetime | None
    words: str
    detail: str
    """The words or the answer that it gave; empty where there are none."""
    revision: int = 0
    is_undone: bool = False
    may_undo: bool = False


def told_by(draft: OpenDraft, entry: Entry | None, operation: Operation | None = None) -> Told:
    """Put an entry, or what somebody wanted to do, in words."""
    if entry is None:
        return Told("", None, *_said(draft.draft, operation))
    who = draft.names.get(entry.person_id or 0, "") or _("a former colleague")
    is_edit = entry.deed is Deed.EDIT
    edit = entry if is_edit else next(one for one in draft.history.entries if one.revision == entry.of)
    words, detail = _said(draft.draft, edit.operation)
    if not is_edit:
        undone = _("Undone: %(what)s", what=words)
        words = undone if entry.deed is Deed.UNDO else _("Done again: %(what)s", what=words)
    is_undone = is_edit and entry.revision in draft.history.undone
    return Told(who, entry.at, words, detail, entry.revision, is_undone, may_undo=is_edit)


def history_of(draft: OpenDraft) -> tuple[Told, ...]:
    """Tell everything that was done, the newest first."""
    return tuple(told_by(draft, one) for one in reversed(draft.history.entries))


def _said(  # noqa: PLR0911 - a case for each operation
    draft: Draft, operation: Operation | None
) -> tuple[str, str]:
    """Say what an operation does, and what it gives."""
    match operation:
        case op.AddArticles(articles=articles):
            put_in = ngettext("%(num)s article put in", "%(num)s articles put in", len(articles))
            return put_in, articles[0].words.nl
        case op.WriteArticle(article=article, answers=answers):
            given = ", ".join(dict.fromkeys(position_words(one.answer) for one in answers))
            return _("Article written"), f"{article.words.nl} ({given})" if given else article.words.nl
        case op.SetAnswer():
            answer = position_words(operation.answer) if operation.answer else _("no answer")
            return _("Answered: %(question)s", question=_act(operation.act, operation.actor)), answer
        case op.Confirm(articles=articles, answers=answers):
            return _("Taken over as your own"), ", ".join(
                (*(short_of(draft, one) for one in articles), *(_act(*one) for one in answers))
            )[:300]
        case op.SetAside(articles=ids) | op.PutBack(articles=ids):
            words = _("Laid aside") if isinstance(operation, op.SetAside) else _("Back in the protocol")
            return words, ", ".join(short_of(draft, one) for one in ids)[:300]
        case op.SetTitle(name=name, title=title):
            return _("Name and title"), f"{name}: {title}"
        case op.SetChannels() | op.SetContacts() | op.SetDoubt() | op.SetOfficial() | None:
            return _("The particulars of the protocol"), particulars_words(draft, operation)
        case _:
            return _of_article(draft, operation)


def _of_article(  # noqa: PLR0911 - a case for each operation
    draft: Draft,
    operation: op.JoinArticles
    | op.SplitArticle
    | op.Reword
    | op.MoveArticle
    | op.SetAudience
    | op.SetNumber
    | op.SetHeading
    | op.SetKind,
) -> tuple[str, str]:
    article = short_of(draft, operation.article)
    match operation:
        case op.JoinArticles():
            return _("Two articles joined"), article
        case op.SplitArticle():
            return _("Article parted in two"), article
        case op.Reword(words=words):
            return _("Worded otherwise"), words.nl
        case op.MoveArticle():
            return _("Moved"), article
        case op.SetAudience(audience=audience):
            whom = ", ".join(audience_words()[one] for one in audience)
            return _("For whom: %(whom)s", whom=whom or _("nobody yet")), article
        case op.SetNumber(number=number):
            return _("Number: %(number)s", number=number or _("none")), article
        case op.SetHeading(heading=heading):
            return _("Heading: %(heading)s", heading=heading.nl if heading else _("none")), article
        case op.SetKind(kind=kind):
            return _("Kind: %(kind)s", kind=kind_words()[kind]), article


def _act(act_id: str, actor: str) -> str:
    act = the_content().norms.acts.get(act_id)
    words = act.words.nl if act else act_id
    whom = next((said for one, said in audience_words().items() if one == actor), "")
    return f"{words} ({whom})" if whom else words
