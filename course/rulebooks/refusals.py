"""What is refused of a draft, a document or a version, in words for who writes rules, by the code that is raised. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.told import one_after_another, told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.errors import Invalid
    from course.reading.told import Told

REFUSALS: Mapping[str, Told] = {
    "document-unknown-kind": told(
        "We can't read this kind of file. Save it as .docx, .pdf or .txt, or paste the text."
    ),
    "document-old-word": told(
        "This is an old Word file (.doc or .rtf). Open it in Word and save it as .docx, or paste the text."
    ),
    "document-with-macros": told(
        "There are macros in this Word file: small programs. Save it as .docx, without macros, or paste the text."
    ),
    "document-too-large": told("This file is too large. Ten megabytes is the most; or paste the text."),
    "document-too-long": told(
        "This is too much for rules of a school: a hundred pages at most. Leave out what are no rules."
    ),
    "document-encrypted": told(
        "There is a password on this file. Save it without a password, or paste the text."
    ),
    "document-scanned": told(
        "These are pictures of pages, without letters that we can read. Look for the document it was printed from,"
        " or type the text."
    ),
    "document-empty": told("There is no text in it. Paste the text of your protocol, or choose a file."),
    "document-broken": told("This file does not open. Save it again, or paste the text."),
    "protocol-without-name": told("Say what your school or board is called."),
    "contact-not-whole": told(
        "Say of everybody who it is, how one reaches them, and for whom they are there."
    ),
    "kind-unknown": told("Choose one of the kinds."),
    "text-too-long": told("This is too long. Make it shorter, or part it in two articles."),
    "too-many": told("This is too much at once."),
    "article-without-words": told("An article needs words. Do you want it out? Then put it aside."),
    "article-joined-to-itself": told("There is no next article to join it with."),
    "article-cut-at-its-edge": told(
        "There are no words on one side of the cut. Choose a place in the middle."
    ),
    "article-after-itself": told("The article stands there already."),
    "draft-revision-unknown": told("This page is out of date. Load it again, and do it once more."),
    "draft-too-long": told(
        "So much was changed in this draft that it is full. Publish it, and begin a new one."
    ),
    "nothing-to-undo": told("There is nothing of yours to undo."),
    "nothing-to-redo": told("There is nothing of yours to do again."),
    "undone-already": told("This was undone already."),
    "not-undone": told("This was not undone."),
    "foreign-left": told("There is something in it that you took over and did not confirm yet."),
    "draft-empty": told("There is nothing to publish yet: a protocol needs articles and answers."),
    "day-in-the-past": told("Choose today or a later day."),
    "day-missing": told("Choose from which day it holds."),
    "day-unknown": told("This is no day. Write it like 2026-12-31."),
    "change-is-major": told(
        "With this change somebody may do other things than before, so it is more than wording."
    ),
    "adoption-before-the-present-one": told("A newer version holds on that day already. Choose a later day."),
    "school-missing": told("Choose the schools that go by it."),
    "article-unknown": told("We don't find that article. Choose one from the list."),
    "stance-missing": told("Choose one of the answers."),
    "file-missing": told("Choose a file."),
    "address-not-https": told("Write the whole address of the page, beginning with https://."),
}


def refusal_in_words(error: Invalid) -> Told:
    """Say why something can't be taken; what has no words here is told with the name of its field."""
    known = dict.fromkeys(REFUSALS[why] for why in error.fields.values() if why in REFUSALS)
    return one_after_another(*known, between=" ") if known else one_after_another(error.told)
