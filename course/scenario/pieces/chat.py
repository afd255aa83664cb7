"""`::: chat NAME`, then lines `who: text`; a picture is a message, or stands in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.markdown import inline_of
from course.reading.told import told
from course.scenario.choices import is_choices
from course.scenario.model import Chat, Message
from course.scenario.paragraphs import read_messages
from course.scenario.pieces.box import Box, items, strange_block

if TYPE_CHECKING:
    from course.scenario.draft import Draft


def read_chat(draft: Draft, box: Box) -> Chat:
    """Read a chat; a list of messages is read as well as lines."""
    messages: list[Message] = []
    for node in box.nodes:
        if node.type == "paragraph":
            messages.extend(read_messages(draft, inline_of(node)))
        elif node.type == "bullet_list" and not is_choices(node):
            for item in items([node]):
                messages.extend(read_messages(draft, inline_of(item)))
        else:
            strange_block(draft, box, node)
    if not messages:
        draft.error(
            box.line,
            "empty-container",
            told("Nobody says anything in this chat."),
            told("Write lines `name: text` in it."),
        )
    return Chat(box.name, tuple(messages), box.line)
