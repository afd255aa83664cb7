"""What the course refuses of a draft, in words for a director; a name that isn't listed here would be shown as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

if TYPE_CHECKING:
    from collections.abc import Mapping

SLIPS: Mapping[str, object] = {
    "document-unknown-kind": _l(
        "We can't read this kind of file. Save it as .docx, .pdf or .txt, or paste the text."
    ),
    "document-too-large": _l("This file is too large. Ten megabytes is the most; or paste the text."),
    "document-too-long": _l(
        "This is too much for rules of a school: a hundred pages at most. Leave out what are no rules."
    ),
    "document-encrypted": _l(
        "There is a password on this file. Save it without a password, or paste the text."
    ),
    "document-scanned": _l(
        "These are pictures of pages, without letters that we can read. Look for the document it was printed from,"
        " or type the text."
    ),
    "document-empty": _l("There is no text in it. Paste the text of your protocol, or choose a file."),
    "document-broken": _l("This file does not open. Save it again, or paste the text."),
    "protocol-without-name": _l("Say what your school or board is called."),
    "contact-not-whole": _l("Say of everybody who it is, how one reaches them, and for whom they are there."),
    "kind-unknown": _l("Choose one of the kinds."),
    "text-too-long": _l("This is too long. Make it shorter, or part it in two articles."),
    "too-many": _l("This is too much at once."),
    "article-without-words": _l("An article needs words. Do you want it out? Then put it aside."),
    "article-joined-to-itself": _l("There is no next article to join it with."),
    "article-cut-at-its-edge": _l("There are no words on one side of the cut. Choose a place in the middle."),
    "article-after-itself": _l("The article stands there already."),
    "draft-revision-unknown": _l("This page is out of date. Load it again, and do it once more."),
    "draft-too-long": _l(
        "So much was changed in this draft that it is full. Publish it, and begin a new one."
    ),
    "nothing-to-undo": _l("There is nothing of yours to undo."),
    "nothing-to-redo": _l("There is nothing of yours to do again."),
    "undone-already": _l("This was undone already."),
    "not-undone": _l("This was not undone."),
    "foreign-left": _l("There is something in it that you took over and did not confirm yet."),
    "draft-empty": _l("There is nothing to publish yet: a protocol needs articles and answers."),
    "day-in-the-past": _l("Choose today or a later day."),
    "day-missing": _l("Choose from which day it holds."),
    "day-unknown": _l("This is no day. Write it like 2026-12-31."),
    "change-is-major": _l(
        "With this change somebody may do other things than before, so it is more than wording."
    ),
    "adoption-before-the-present-one": _l("A newer version holds on that day already. Choose a later day."),
    "school-missing": _l("Choose the schools that go by it."),
    "article-unknown": _l("We don't find that article. Choose one from the list."),
    "stance-missing": _l("Choose one of the answers."),
    "file-missing": _l("Choose a file."),
    "address-not-https": _l("Write the whole address of the page, beginning with https://."),
}


def slip(name: str) -> str:
    """Say a refusal in the reader's language."""
    found = SLIPS.get(name)
    return str(found) if found is not None else _("Do it once more.")
