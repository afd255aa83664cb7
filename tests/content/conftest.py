from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.library import default_content_root, read_content

if TYPE_CHECKING:
    from course.library import Library


@pytest.fixture(scope="session")
def library() -> Library:
    """The real content, read with whatever problems it has."""
    return read_content(default_content_root())[0]
