"""The doors of contacts: who may come in, and what a form there would send."""

from __future__ import annotations

TABLE = """
    contacts.talk            GET      n p t c d o a
    contacts.keep            GET      - - - - d - a
    contacts.add             POST     - - - - d - a
    contacts.change          POST     - - - - d - a contacts.keep
"""
FORMS: dict[str, dict[str, object]] = {
    "contacts.add": {"name": "Juf Sam", "phone": "010 123", "for_pupils": "yes"},
    "contacts.change": {"out": "yes"},
}
