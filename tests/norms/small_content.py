"""A content root with two acts, one rule of law and one protocol, to be broken as a test likes."""

from __future__ import annotations

import shutil
from pathlib import Path

BROKEN = Path(__file__).parent / "broken"
CONTENT = Path(__file__).parents[2]


def small_content(root: Path) -> Path:
    """Lay the content out, all sound."""
    protocols = root / "norms" / "protocols"
    protocols.mkdir(parents=True)
    shutil.copy(BROKEN / "sound" / "acts.toml", root / "norms")
    shutil.copy(BROKEN / "sound" / "law.toml", root / "norms")
    shutil.copy(BROKEN / "sound" / "protocol.toml", protocols / "our-school.toml")
    return root
