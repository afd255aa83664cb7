"""What a scene asks, apart from its words: a press on an older page counts only where it still asks the same.

A scene is itself by its id, a choice by its id and the acts that it performs. Words may be mended and choices may change
places: whoever pressed meant the same thing. Where a choice leads is not shown before it is made, so it is no part; a
choice that was not offered was not refused either, so those that were are.
Of a message to complete, the parts that make a choice are what is asked.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from course.reading.edition import edition_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.scenario.model import Choice, Scene


def meaning_of(scene: Scene, offered: Iterable[Choice] | None = None) -> str:
    """Name what a scene asks of whom these choices are offered; written as an edition is, and the same in every language."""
    choices = scene.choices if offered is None else offered
    asked = sorted([choice.id, " ".join(sorted(choice.acts)), *sorted(choice.parts)] for choice in choices)
    return edition_of(json.dumps([scene.id, asked], ensure_ascii=False))
