"""What a page shows, to take along: on paper, as CSV and as a workbook."""

from web.reports.routes import area

__all__ = ["area"]
