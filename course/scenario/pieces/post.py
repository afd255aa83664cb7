"""`::: post WHO likes=48`, then a picture and words, then a list of comments `- who: text`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.reading.markdown import inline_of
from course.reading.told import told
from course.scenario.model import Post
from course.scenario.paragraphs import read_messages
from course.scenario.pieces.box import Box, apart, body, items

if TYPE_CHECKING:
    from course.scenario.draft import Draft


def read_post(draft: Draft, box: Box) -> Post:
    """Read a post in a feed."""
    lists, rest = apart(box)
    html, picture = body(draft, box, rest)
    comments = tuple(said for item in items(lists) for said in read_messages(draft, inline_of(item)))
    if not html and picture is None:
        draft.error(
            box.line,
            "empty-container",
            told("This post shows nothing."),
            told("Write a picture or some words in it."),
        )
    return Post(draft.member(box.name, box.line), picture, html, _likes(draft, box), comments, box.line)


def _likes(draft: Draft, box: Box) -> int:
    likes = box.attributes.get("likes", "0")
    if re.fullmatch(r"[0-9]{1,9}", likes):
        return int(likes)
    remedy = told("Write it in figures, without a full stop: `likes=1200`.")
    draft.error(box.line, "bad-number", told("`likes=%(likes)s` is not a number.", likes=likes[:20]), remedy)
    return 0
