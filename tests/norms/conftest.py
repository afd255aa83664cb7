from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.norms.small_content import small_content

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_content(tmp_path)
