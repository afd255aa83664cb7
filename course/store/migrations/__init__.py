"""The history of the tables, one file per step, for Alembic."""

from __future__ import annotations

from pathlib import Path

HEAD = "0048"
"""The newest revision, written down so that a start can compare it without importing Alembic; a test holds
it."""


def revisions() -> frozenset[str]:
    """List the revisions that this version of the program knows, by the names of their files."""
    return frozenset(
        path.name[1:].split("_")[0] for path in (Path(__file__).parent / "versions").glob("r*.py")
    )
