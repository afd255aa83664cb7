"""A report in the reader's language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.reports.tables import a_table
from web.reports.views import report_view

if TYPE_CHECKING:
    from flask import Flask


def test_a_cell_says_of_how_many_and_a_hidden_one_why(app: Flask) -> None:
    with app.test_request_context("/"):
        view = report_view(a_table())
    (_, (first, second)), (_, (hidden, none)) = view.lines
    assert (first and first.text, first and first.beside) == ("20", "van 25")
    assert second is not None
    assert second.text == "0"
    assert hidden is not None
    assert hidden.is_hidden
    assert hidden.beside == "minder dan vijf: niet getoond"
    assert none is None
    assert view.back == ("/director/", "School")


def test_a_comparison_of_protocols_is_not_called_figures(app: Flask) -> None:
    with app.test_request_context("/"):
        figures = report_view(a_table())
        protocols = report_view(replace(a_table(), key="protocols", title="Bestuur"))
    assert (figures.here, figures.title) == ("Cijfers om mee te nemen", figures.title)
    assert protocols.here == "Protocollen naast elkaar"
    assert protocols.name == protocols.title == "De protocollen van Bestuur naast elkaar"
