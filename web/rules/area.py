"""The blueprint of the rules: pages of who has an account, and the one that a school opens to all."""

from __future__ import annotations

from flask import Blueprint

area = Blueprint("rules", __name__)
