"""The bill of materials names packages, and no address at which they are fetched."""

from __future__ import annotations

from tools.sbom import without_addresses


def test_addresses_of_registries_are_taken_out_and_all_else_stays() -> None:
    own = {"type": "website", "url": "https://flask.palletsprojects.com/"}
    fetched = {"type": "distribution", "url": "https://index.example/simple/flask"}
    bom = {
        "specVersion": "1.6",
        "components": [
            {"name": "flask", "purl": "pkg:pypi/flask@3.1", "externalReferences": [fetched, own]},
            {"name": "click", "externalReferences": [fetched]},
        ],
    }
    assert without_addresses(bom) == {
        "specVersion": "1.6",
        "components": [
            {"name": "flask", "purl": "pkg:pypi/flask@3.1", "externalReferences": [own]},
            {"name": "click"},
        ],
    }
