"""What Alembic runs for every command.

The program lends it a connection; for an author at the prompt `alembic.ini` names the tables.
"""

from __future__ import annotations

import importlib
from contextlib import nullcontext
from typing import Literal

from alembic import context

from course.store.metadata import metadata
from course.store.store import Store

for module in (context.config.get_main_option("tables") or "").split():
    importlib.import_module(module)


def render_item(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Write our column types as the plain ones they stand for, so that old revisions need no new code."""
    if kind == "type" and type(item).__name__ == "Instant":
        return "sa.DateTime(timezone=True)"
    return False


lent = context.config.attributes.get("connection")
url = context.config.get_main_option("sqlalchemy.url") or ""
with nullcontext(lent) if lent is not None else Store.open(url).write() as connection:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        render_item=render_item,
    )
    context.run_migrations()
