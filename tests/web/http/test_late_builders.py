from __future__ import annotations

from typing import TYPE_CHECKING

from werkzeug.routing import Map, Rule

from web.http.late_builders import LateRule

if TYPE_CHECKING:
    import pytest
    from flask import Flask


def test_an_address_is_that_of_a_plain_rule_the_first_time_and_every_time_after() -> None:
    late = Map([LateRule("/schools/<int:school>/papers/<name>", endpoint="paper")]).bind("localhost")
    plain = Map([Rule("/schools/<int:school>/papers/<name>", endpoint="paper")]).bind("localhost")
    for values in ({"school": 3, "name": "a b"}, {"school": 4, "name": "é", "page": 2}):
        for unknown in (True, False):
            told = [late.build("paper", values, append_unknown=unknown) for _ in range(2)]
            assert told == [plain.build("paper", values, append_unknown=unknown)] * 2


def test_no_builder_is_compiled_before_an_address_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = Rule._get_func_code
    monkeypatch.setattr(
        Rule, "_get_func_code", staticmethod(lambda code, name: compiled.append(name) or real(code, name))
    )
    rules = Map([LateRule("/one", endpoint="one"), LateRule("/two", endpoint="two")]).bind("localhost")
    rules.match("/one")
    assert not compiled
    rules.build("two")
    rules.build("two")
    assert len(compiled) == 1


def test_every_route_of_the_site_waits_with_its_builder(app: Flask) -> None:
    assert {type(rule) for rule in app.url_map.iter_rules()} == {LateRule}
