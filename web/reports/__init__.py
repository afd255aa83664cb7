"""What a page shows, to take along: on paper, as CSV and as a workbook."""

from web.reports import whole as _whole  # noqa: F401 - adds its routes
from web.reports.routes import area

__all__ = ["area"]
