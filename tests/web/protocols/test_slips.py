"""What the course refuses of a draft is said in Dutch."""

from __future__ import annotations

from course.rulebooks.refusals import REFUSALS
from web.protocols.slips import slip


def test_every_refusal_is_said_in_dutch(app):
    with app.test_request_context():
        for name, words in REFUSALS.items():
            assert slip(name) not in {name, words}
        assert slip("never-heard-of") == "Doe het nog een keer."
