"""Somebody for whom views are made."""

from __future__ import annotations

import pytest
from flask import g

from tests.builders import signed_in


@pytest.fixture
def at_a_page(app, town):
    """Our director asks for a page: what a view proposes comes from the own board."""
    with app.test_request_context():
        g.actor = signed_in(town.store, town.director)
        yield
