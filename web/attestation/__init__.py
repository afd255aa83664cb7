"""Confirming the rules: what staff are asked to read, and who of them has not yet."""

from web.attestation.routes import area

__all__ = ["area"]
