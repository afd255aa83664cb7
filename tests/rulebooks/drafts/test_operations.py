from __future__ import annotations

import json

from hypothesis import given

from course.rulebooks.drafts.operations import decode, encode
from tests.rulebooks.drafts.edits import edits, patient


@patient
@given(edits(["a", "b"]))
def test_what_the_log_keeps_is_what_was_done(operation):
    assert decode(encode(operation)) == operation
    assert encode(operation).isascii()


def test_a_field_that_an_older_program_wrote_and_nobody_knows_any_more_is_passed_over():
    body = {"do": "SetNumber", "article": "a", "number": "3", "colour": "red"}
    assert encode(decode(json.dumps(body))) == '{"do":"SetNumber","article":"a","number":"3"}'
