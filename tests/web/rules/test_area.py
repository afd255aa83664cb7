from web.rules import area
from web.rules.area import area as blueprint


def test_the_pages_with_and_without_an_account_are_one_area():
    assert area is blueprint
    assert blueprint.name == "rules"
    assert blueprint.url_prefix is None
