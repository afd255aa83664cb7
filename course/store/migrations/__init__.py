"""The history of the tables, one file per step, for Alembic."""

from __future__ import annotations

HEAD = "0002"
"""The newest revision, written down so that a start can compare it without importing Alembic; a test holds
it."""
