"""A file that comes with a form of evidence, and what is said beside it about pupils in pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import request

from course.goals.file_kinds import MOST_SENT, NewFile, read_file
from web.http import bodies
from web.http.identity import me, the_library
from web.http.language import reason

if TYPE_CHECKING:
    from course.norms.model import Article
    from web.goals.forms import EvidenceForm

WITH_FILE = bodies.Bound(bytes=MOST_SENT + 64 * 1024, seconds=90)
"""A picture of a phone, and the words beside it."""
ACTS = (
    "school-publish-images-without-consent",
    "post-school-images-without-consent",
    "post-school-images-with-explicit-consent",
    "teacher-post-class-photo-on-own-account-without-consent",
)
"""Of which the rules may say that parents are asked before their child is shown."""
AGAIN = "Choose your file once more."


@dataclass(frozen=True, slots=True)
class ConsentView:
    """What the own rules say about pupils in pictures."""

    article: Article | None
    """None where the school's protocol has no such rule; then the law asks it."""


def sent_file() -> NewFile | None:
    """Read the file that came with a form, where one did; Invalid where it can't be kept."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return None
    return read_file(sent.filename, sent.read(MOST_SENT + 1))


def file_words() -> str:
    """Give the words in the name of what was sent, for the warning of names."""
    sent = request.files.get("file")
    return re.sub(r"[\W_]+", " ", sent.filename or "") if sent else ""


def ask_again(form: EvidenceForm) -> None:
    """Say that a file is to be chosen anew: no browser keeps it beside a form that comes back."""
    if file_words() and not form.file.errors:
        form.file.errors = [reason(AGAIN)]


def consent_view() -> ConsentView:
    """Find the rule of the own school on pupils in pictures."""
    library, protocol = the_library(), me().protocol or ""
    if protocol in library.norms.protocols:
        for act in (one for one in ACTS if one in library.norms.acts):
            for article in library.judge(protocol, act).articles:
                return ConsentView(article)
    return ConsentView(None)
