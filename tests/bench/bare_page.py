"""A bare page beside the director's: one SELECT over the counters of a school's groups, and as many bytes of HTML.

It knows nobody, hides nothing, and has no template; it is compressed as the application's pages are.
"""

from flask import Flask
from sqlalchemy import text

from tests.bench.frozen import Frozen
from web.http import compression

COUNTERS = text(
    "SELECT g.id, g.name, p.module, p.begun, p.completed FROM groups g"
    " LEFT JOIN group_progress p ON p.group_id = g.id ORDER BY g.name, g.id"
)
ROW = '<tr><th><a href="/director/groups/{0}">{1}</a></th><td><b>{4}</b><small>{3}</small></td></tr>\n'


def make_bare_page(store: Frozen, size: int) -> Flask:
    """Build the page; it is filled up to `size` bytes with more of its own rows."""
    app = Flask("bare")
    compression.install(app)

    @app.get("/director/")
    def school() -> str:
        with store.read() as conn:
            rows = "".join([ROW.format(*row) for row in conn.execute(COUNTERS)])
        return (rows * (size // len(rows) + 1))[:size]

    return app
