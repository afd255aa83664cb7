from __future__ import annotations

from web.mail.stopping import stop_token, who_stops


def test_a_link_names_who_it_was_signed_for_and_no_other_key_makes_one() -> None:
    token = stop_token("k" * 32, 7)
    assert who_stops("k" * 32, token) == 7
    assert who_stops("l" * 32, token) is None
    assert who_stops("k" * 32, token[:-1]) is None
    assert who_stops("k" * 32, "") is None
