"""What a newcomer reads about the house is so."""

from __future__ import annotations

import re

import pytest

from tests.architecture.sources import ROOT, text, under

PAGES = ("docs/architecture.md", "docs/testing.md")
ARCHITECTURE = text("docs/architecture.md")


def test_a_link_leads_somewhere():
    links = [one for one in re.findall(r"\]\(([^)#]+)\)", ARCHITECTURE) if "://" not in one]
    assert links
    assert [one for one in links if not (ROOT / "docs" / one).exists()] == []


@pytest.mark.parametrize("document", PAGES)
def test_a_path_that_is_named_is_there(document):
    named = re.findall(r"`((?:course|web|tests|tools|cli|norms)/[\w/.-]+)`", text(document))
    assert named
    assert [one for one in named if not (ROOT / one).exists()] == []


@pytest.mark.parametrize("folder", ["course", "web"])
def test_every_package_has_its_line(folder):
    packages = {name.split("/")[1] for name in under(folder, suffix="/__init__.py") if name.count("/") == 2}
    assert {one for one in packages if not re.search(rf"[`/ ]{one}`", ARCHITECTURE)} == set()


def test_the_example_of_a_route_is_a_route_of_ours():
    example = re.search(r"```python\n(.*?)```", ARCHITECTURE, re.DOTALL)[1]
    assert example.strip() in text("web/learn/routes.py")
