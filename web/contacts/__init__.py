"""Whom one can turn to: the page for whoever wants to talk, and the contacts of a school, kept by its own people."""

from web.contacts.routes import area

__all__ = ["area"]
