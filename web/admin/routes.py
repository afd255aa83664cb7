"""Thin routes of an administrator."""

from __future__ import annotations

from flask import Blueprint, Response

from course.people.roles import Ability
from web.http.doors import door
from web.http.hypermedia import shown

area = Blueprint("admin", __name__, url_prefix="/admin")


@area.get("/")
@door(Ability.KEEP_PEOPLE)
def home() -> Response:
    """Say what an administrator can do here, and how the rest is done until it has pages."""
    return shown("admin/home.html", "admin/_home.html")
