"""The doors of the profile plan: who may come in, and what a form there would send."""

from __future__ import annotations

TABLE = """
    profile.plan             GET      - - t - d - -
    profile.of_school        GET      - - - - - o -
    profile.write            GET      - - - - d - -
    profile.save             POST     - - - - d - -
"""
FORMS: dict[str, dict[str, object]] = {
    "profile.save": {"message": "Bij ons mag je vallen en opstaan.", "based_on": "0"},
}
