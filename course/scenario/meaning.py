"""What a scene asks, apart from its words: a press on an older page counts only where it still asks the same.

A scene is itself by its id, a choice by its id and the act that it performs. Words may be mended and choices may change
places: whoever pressed meant the same thing. Where a choice leads is not shown before it is made, so it is no part.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from course.reading.edition import edition_of

if TYPE_CHECKING:
    from course.scenario.model import Scene


def meaning_of(scene: Scene) -> str:
    """Name what a scene asks; written as an edition is, and the same in every language."""
    choices = sorted([choice.id, choice.act or ""] for choice in scene.choices)
    return edition_of(json.dumps([scene.id, choices], ensure_ascii=False))
